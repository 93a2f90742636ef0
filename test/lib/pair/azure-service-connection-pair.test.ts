import { ArgumentsError, AzureServiceConnectionPair, type AzureServiceConnectionPairArgs } from "../../../lib/index";
import { checkAzureServiceConnectionPairArgs } from "../../../lib/pair/check-azure-service-connection-pair-args";
import { readOnlyRoles } from "../../../facts/read-only-roles-table";
import { findResource, readOutputs, recordProgram } from "../../support/record-program";
import { ids } from "../../support/vendor-mocks";
import { badPairs } from "./bad-pairs-table";

const scope = `/subscriptions/${ids.subscription}/resourceGroups/payments`;
const good: AzureServiceConnectionPairArgs = {
  project: "payments",
  subscription: { id: ids.subscription },
  description: "Deploys payments",
  plan: { roleAssignments: [{ role: "Reader", scope }], authorizedPipelines: { preview: "7" } },
  apply: {
    roleAssignments: [{ role: "Website Contributor", scope }],
    authorizedPipelines: { deploy: "8" },
    checks: { branchControl: { allowedBranches: ["refs/heads/main"] } },
  },
};

function declare(args: unknown): AzureServiceConnectionPair {
  return new AzureServiceConnectionPair("payments", args as AzureServiceConnectionPairArgs);
}

function listProblems(args: unknown): readonly (readonly string[])[] {
  try {
    declare(args);
  } catch (error) {
    if (error instanceof ArgumentsError) {
      return error.problems.map(({ path, rule, problem, fix }) => [path, rule, problem, fix]);
    }
    throw error;
  }
  return [];
}

describe("a pair of connections", () => {
  it("is two connections with all their parts, and nothing beside", async () => {
    const { resources } = await recordProgram(() => declare(good));

    expect(resources.map(({ label }) => label).sort()).toEqual(
      [
        "AzureServiceConnectionPair payments",
        ...["plan", "apply"].flatMap((half) => [
          `AzureServiceConnection payments-${half}`,
          `WorkloadIdentity payments-${half}`,
          `Application payments-${half}-application`,
          `ServicePrincipal payments-${half}-service-principal`,
          `ServiceEndpointAzureRM payments-${half}-connection`,
          `ApplicationFederatedIdentityCredential payments-${half}-credential`,
        ]),
        "RoleAssignment payments-plan-role-reader-payments-3113cd16",
        "RoleAssignment payments-apply-role-website-contributor-payments-bd72f681",
        "PipelineAuthorization payments-plan-pipeline-preview",
        "PipelineAuthorization payments-apply-pipeline-deploy",
        "CheckBranchControl payments-apply-check-branch-control",
      ].sort(),
    );
  });

  it("shares project, target and description", async () => {
    const { resources } = await recordProgram(() => declare(good));

    for (const half of ["plan", "apply"]) {
      expect(findResource(resources, `ServiceEndpointAzureRM payments-${half}-connection`).inputs).toMatchObject({
        projectId: ids.project,
        azurermSubscriptionId: ids.subscription,
        description: "Deploys payments",
        serviceEndpointName: `payments-${half}`,
      });
      expect(findResource(resources, `AzureServiceConnection payments-${half}`).parent).toBe(
        "AzureServiceConnectionPair payments",
      );
    }
  });

  it("gives each identity a name of its own in the resource group that they share", async () => {
    const identity = { managedIdentity: { resourceGroupName: "identities", name: "payments" } };
    const { resources } = await recordProgram(() => declare({ ...good, identity }));

    for (const half of ["plan", "apply"]) {
      expect(findResource(resources, `UserAssignedIdentity payments-${half}-identity`).inputs).toEqual({
        resourceGroupName: "identities",
        resourceName: `payments-${half}`,
      });
    }
  });

  it("tells of both what others have to know", async () => {
    const { result } = await recordProgram(() => declare(good));

    expect(Object.keys(await readOutputs(result)).sort()).toEqual([
      "applyClientId",
      "applyConnectionId",
      "applyConnectionName",
      "applyPrincipalId",
      "applySubject",
      "planClientId",
      "planConnectionId",
      "planConnectionName",
      "planPrincipalId",
      "planSubject",
      "projectId",
      "tenantId",
    ]);
    expect(await readOutputs(result)).toMatchObject({
      planConnectionName: "payments-plan",
      applyConnectionName: "payments-apply",
    });
  });
});

describe("bad arguments of a pair", () => {
  it.each(badPairs)("$mistake", ({ args, problems }) => {
    expect(listProblems(args)).toEqual(problems);
  });

  it("register nothing at all", async () => {
    const { resources } = await recordProgram(() => badPairs.map(({ args }) => listProblems(args)));

    expect(resources).toEqual([]);
  });
});

describe("a looser pair", () => {
  const check = checkAzureServiceConnectionPairArgs("payments");

  it("takes any role for plan where that is said", () => {
    const plan = { roleAssignments: [{ role: "Contributor", scope }] };

    expect(check("", { ...good, plan, allowAnyRoleForPlan: true })).toEqual([]);
  });

  it("takes an apply without checks where that is said", () => {
    expect(check("", { ...good, apply: {}, allowApplyWithoutChecks: true })).toEqual([]);
  });

  it("takes every role that only reads for plan", () => {
    const roleAssignments = Object.keys(readOnlyRoles).map((role) => ({ role, scope }));

    expect(check("", { ...good, plan: { roleAssignments } })).toEqual([]);
  });
});
