import { AzureServiceConnection } from "../../../lib/index";
import { everyCheck } from "../../support/every-check";
import { recordProgram } from "../../support/record-program";
import { ids } from "../../support/vendor-mocks";

const minimal = { project: "payments", subscription: { id: ids.subscription } };

/** Names of hooks are kept in the state of stacks: a change would leave resources without theirs. */
const hooksByType = {
  Application: ["keyless:retry:application"],
  ApplicationFederatedIdentityCredential: ["keyless:retry:application-credential"],
  AzureServiceConnection: [],
  CheckApproval: ["keyless:retry:check"],
  CheckBranchControl: ["keyless:retry:check"],
  CheckBusinessHours: ["keyless:retry:check"],
  CheckExclusiveLock: ["keyless:retry:check"],
  CheckRequiredTemplate: ["keyless:retry:check"],
  CheckRestApi: ["keyless:retry:check"],
  FederatedIdentityCredential: ["keyless:retry:managed-identity-credential"],
  PipelineAuthorization: ["keyless:retry:pipeline-permission"],
  RoleAssignment: ["keyless:retry:role-assignment"],
  SecurityroleAssignment: ["keyless:retry:connection-role"],
  ServiceEndpointAzureRM: ["keyless:retry:service-connection"],
  ServicePrincipal: ["keyless:retry:service-principal"],
  UserAssignedIdentity: [],
  WorkloadIdentity: [],
};

function declareEveryKind(): void {
  for (const name of ["a", "b"]) {
    new AzureServiceConnection(name, {
      ...minimal,
      roleAssignments: [{ role: "Reader", scope: `/subscriptions/${ids.subscription}` }],
      authorizedPipelines: { deploy: "7" },
      checks: everyCheck,
      connectionRoles: [{ role: "User", team: "Operations" }],
    });
    new AzureServiceConnection(`${name}-managed`, {
      ...minimal,
      identity: { managedIdentity: { resourceGroupName: "identities" } },
    });
  }
}

const listRetryHooks = (hooks: readonly string[]): string[] =>
  hooks.filter((name) => name.startsWith("keyless:retry:")).sort();

describe("the hooks that try again", () => {
  it("stand on every resource whose provider gives up too early", async () => {
    const { resources } = await recordProgram(declareEveryKind, { answerHook: () => null });
    const seen = resources.map(({ label, errorHooks }) => [label.split(" ")[0], errorHooks]);

    expect(Object.fromEntries(seen)).toEqual(hooksByType);
  });

  it("are registered once in a program, and again in the next", async () => {
    const expected = [...new Set(Object.values(hooksByType).flat())].sort();

    const first = await recordProgram(declareEveryKind, { answerHook: () => null });
    const second = await recordProgram(declareEveryKind, { answerHook: () => null });

    expect(listRetryHooks(first.hooks)).toEqual(expected);
    expect(listRetryHooks(second.hooks)).toEqual(expected);
  });

  it("serve too when another copy of this package registered them before", async () => {
    const { resources } = await recordProgram(() => new AzureServiceConnection("payments-dev", minimal), {
      answerHook: () =>
        new Error('2 UNKNOWN: resource hook already registered for name "keyless:retry:service-connection"'),
    });

    expect(resources.map(({ label }) => label)).toContain("ServiceEndpointAzureRM payments-dev-connection");
  });

  it("stay away where the engine knows none, as in a user's own unit tests", async () => {
    const { resources } = await recordProgram(() => new AzureServiceConnection("payments-dev", minimal));

    expect(resources.flatMap(({ errorHooks }) => errorHooks)).toEqual([]);
    expect(resources).toHaveLength(6);
  });
});
