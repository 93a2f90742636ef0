import * as pulumi from "@pulumi/pulumi";
import { checkWhenKnown } from "../../../lib/arguments/check-when-known";
import { checkGuid } from "../../../lib/arguments/check-text";
import type { Problem } from "../../../lib/errors/problem";
import { AzureServiceConnection, type AzureServiceConnectionArgs, WorkloadIdentity } from "../../../lib/index";
import { readOutput, recordProgram } from "../../support/record-program";
import { ids } from "../../support/vendor-mocks";

const mockFound: { readonly component: string; readonly problem: Problem }[] = [];

// Pulumi reports a failed output as an unhandled rejection, which would end the test run. The problems are noted instead.
jest.mock("../../../lib/errors/arguments-error", () => {
  const original = jest.requireActual<object>("../../../lib/errors/arguments-error");
  return {
    ...original,
    assertNoProblems: (component: string, problems: readonly Problem[]) => {
      mockFound.push(...problems.map((problem) => ({ component, problem })));
    },
  };
});

beforeEach(() => {
  mockFound.length = 0;
});

const known = { clientId: ids.client, principalId: ids.principal, tenantId: ids.tenant };
const managedIdentityId = `/subscriptions/${ids.subscription}/resourceGroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/i`;
const good = { project: "payments", subscription: { id: ids.subscription } };
const later = (value: string): pulumi.Output<string> => pulumi.output(Promise.resolve(value));

const mistakes: readonly (readonly [path: string, rule: string, args: Partial<AzureServiceConnectionArgs>])[] = [
  ["project", "name-invalid", { project: later("contoso/payments") }],
  ["connectionName", "name-invalid", { connectionName: later("a/b") }],
  ["subscription.id", "not-a-guid", { subscription: { id: later("payments") } }],
  ["audience", "text-empty", { audience: later("") }],
  ["federatedIdentityCredentialName", "name-invalid", { federatedIdentityCredentialName: later("a b") }],
  [
    "identity.existing.principalId",
    "path-instead-of-id",
    {
      identity: {
        existing: {
          ...known,
          principalId: later(`/servicePrincipals/${ids.principal}`),
          applicationObjectId: ids.application,
        },
      },
    },
  ],
  [
    "identity.existing.clientId",
    "not-a-guid",
    { identity: { existing: { ...known, clientId: later("release"), managedIdentityId } } },
  ],
  [
    "identity.existing.applicationObjectId",
    "path-instead-of-id",
    { identity: { existing: { ...known, applicationObjectId: later(`/applications/${ids.application}`) } } },
  ],
  ["roleAssignments[0].scope", "not-a-scope", { roleAssignments: [{ role: "Reader", scope: later("rg") }] }],
  [
    "roleAssignments[0].scope",
    "preset-scope",
    { roleAssignments: [{ preset: "PushToRegistry", scope: later(`/subscriptions/${ids.subscription}`) }] },
  ],
  [
    "roleAssignments[0].scope",
    "preset-reaches-identity",
    {
      identity: { existing: { ...known, managedIdentityId: later(managedIdentityId) } },
      roleAssignments: [
        { preset: "DeployToResourceGroup", scope: later(`/subscriptions/${ids.subscription}/resourceGroups/RG`) },
      ],
    },
  ],
  [
    "roleAssignments[0].role",
    "role-unknown",
    { roleAssignments: [{ role: later("Raeder"), scope: `/subscriptions/${ids.subscription}`, name: "look" }] },
  ],
  [
    "checks.approval.approvers[0].id",
    "not-a-guid",
    { checks: { approval: { approvers: [{ id: later("vssgp.Uy0xLTkt") }] } } },
  ],
  [
    "checks.requiredTemplate.templates[0].repositoryName",
    "name-invalid",
    {
      checks: {
        requiredTemplate: {
          templates: [{ repositoryName: later("pipes"), repositoryRef: "refs/heads/main", templatePath: "deploy.yml" }],
        },
      },
    },
  ],
  [
    "connectionRoles[0].id",
    "not-a-guid",
    { connectionRoles: [{ role: "User", id: later("vssgp.Uy0xLTkt"), name: "operators" }] },
  ],
  ["authorizedPipelines.deploy", "not-a-pipeline-id", { authorizedPipelines: { deploy: later("deploy") } }],
];

describe("a value that is only known later", () => {
  it.each(mistakes)("is checked then: %s breaks %s", async (path, rule, args) => {
    await recordProgram(() => new AzureServiceConnection("payments-dev", { ...good, ...args }));

    expect(mockFound).toMatchObject([{ component: 'AzureServiceConnection "payments-dev"', problem: { path, rule } }]);
  });

  it("is checked in an identity of its own too", async () => {
    await recordProgram(
      () => new WorkloadIdentity("release", { servicePrincipal: { owners: [ids.caller, later("ada")] } }),
    );

    expect(mockFound).toMatchObject([
      { component: 'WorkloadIdentity "release"', problem: { path: "servicePrincipal.owners[1]", rule: "not-a-guid" } },
    ]);
  });

  it("passes as it is when it is good", async () => {
    const { result } = await recordProgram(() =>
      checkWhenKnown(later(ids.tenant), { component: "c", path: "p", check: checkGuid("x") }),
    );

    expect(await readOutput(result)).toBe(ids.tenant);
    expect(mockFound).toEqual([]);
  });
});
