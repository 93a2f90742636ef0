import * as pulumi from "@pulumi/pulumi";
import { AzureServiceConnection, WorkloadIdentity } from "../../../lib/index";
import { findResource, recordProgram, type RecordedResource } from "../../support/record-program";
import { ids } from "../../support/vendor-mocks";

const minimal = { project: "payments", subscription: { id: ids.subscription } };
// Names of hooks are kept in the state of stacks.
const guard = "keyless:refuse-replacement";

function record(declare: () => void): Promise<readonly RecordedResource[]> {
  return recordProgram(declare, { answerHook: () => null }).then(({ resources }) => resources);
}

const listGuarded = (resources: readonly RecordedResource[]): string[] =>
  resources.filter(({ updateHooks }) => updateHooks.includes(guard)).map(({ label }) => label);

describe("the guard against replacement", () => {
  it("stands on the components, and nowhere else", async () => {
    const resources = await record(() => new AzureServiceConnection("payments-dev", minimal));

    expect(listGuarded(resources)).toEqual(["AzureServiceConnection payments-dev", "WorkloadIdentity payments-dev"]);
  });

  it.each([
    ["connection and identity", { allowReplacement: true }, []],
    ["the identity", { identity: { allowReplacement: true } }, ["AzureServiceConnection payments-dev"]],
    [
      "nothing",
      { allowReplacement: false, identity: { allowReplacement: true } },
      ["AzureServiceConnection payments-dev", "WorkloadIdentity payments-dev"],
    ],
  ])("stays away where a replacement of %s is allowed", async (_, args, guarded) => {
    const resources = await record(() => new AzureServiceConnection("payments-dev", { ...minimal, ...args }));

    expect(listGuarded(resources)).toEqual(guarded);
  });

  it("is registered once in a program, beside the hooks of the program's own", async () => {
    const own = (): void => undefined;
    const { resources, hooks } = await recordProgram(
      () => {
        new WorkloadIdentity("release", {}, { hooks: { beforeUpdate: [own] } });
        new AzureServiceConnection("payments-dev", minimal);
      },
      { answerHook: () => null },
    );

    expect(findResource(resources, "WorkloadIdentity release").updateHooks).toEqual([
      guard,
      "keyless:index:WorkloadIdentity_release_beforeUpdate_1",
    ]);
    expect(hooks.filter((name) => name === guard)).toHaveLength(1);
  });

  it("stays away where the engine knows no hooks, as in a user's own unit tests", async () => {
    const { resources } = await recordProgram(() => new AzureServiceConnection("payments-dev", minimal));

    expect(listGuarded(resources)).toEqual([]);
  });
});

describe("what a component keeps in the state to tell a replacement by", () => {
  const connection = "AzureServiceConnection payments-dev";
  const existing = { clientId: ids.client, principalId: ids.principal, tenantId: ids.tenant };

  it("is the project, the cloud, the identity and the name of the credential", async () => {
    const resources = await record(() => new AzureServiceConnection("payments-dev", minimal));

    expect(findResource(resources, connection).inputs).toEqual({
      projectId: ids.project,
      environment: "AzureCloud",
      identity: "its own",
      federatedIdentityCredentialName: "payments-dev",
    });
    expect(findResource(resources, "WorkloadIdentity payments-dev").inputs).toEqual({ kind: "servicePrincipal" });
  });

  it("is the place of a managed identity", async () => {
    const resources = await record(
      () =>
        new WorkloadIdentity("release", {
          managedIdentity: { resourceGroupName: "identities", name: "release", location: "westeurope" },
        }),
    );

    expect(findResource(resources, "WorkloadIdentity release").inputs).toEqual({
      kind: "managedIdentity",
      resourceGroupName: "identities",
      name: "release",
      location: "westeurope",
    });
  });

  it("is which existing identity", async () => {
    const identity = { existing: { ...existing, applicationObjectId: ids.application } };
    const resources = await record(() => {
      new AzureServiceConnection("payments-dev", { ...minimal, identity });
      new WorkloadIdentity("release", identity);
    });

    expect(findResource(resources, connection).inputs).toMatchObject({ identity: ids.application });
    expect(findResource(resources, "WorkloadIdentity release").inputs).toEqual({
      kind: "existing",
      existingId: ids.application,
    });
  });

  it.each([[{ allowReplacement: true }], [{}]])(
    "is a shared identity, unless that may be replaced: %j",
    async (args) => {
      const resources = await record(
        () =>
          new AzureServiceConnection("payments-dev", {
            ...minimal,
            identity: { existing: new WorkloadIdentity("release", args) },
          }),
      );

      expect(findResource(resources, connection).inputs["identity"]).toBe(
        "allowReplacement" in args ? undefined : ids.application,
      );
    },
  );

  it("holds no secret", async () => {
    const resources = await record(
      () => new AzureServiceConnection("payments-dev", { ...minimal, project: pulumi.secret(ids.project) }),
    );

    const { projectId } = findResource(resources, connection).inputs;
    expect(projectId).toMatch(/^[0-9a-f]{8}$/);
    expect(ids.project).not.toContain(projectId);
  });
});
