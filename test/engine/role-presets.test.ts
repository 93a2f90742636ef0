import { randomUUID } from "node:crypto";
import { RolePreset } from "../../lib";
import { askArm, type ArmRequest } from "./support/ask-arm";
import { declareConnections, describeConnection } from "./support/declare-connections";
import { engineTimeout } from "./support/engine-timeout";
import { readConnection, takeMoment, type ConnectionOutputs } from "./support/moment";
import { startScenario, type Scenario } from "./support/scenario";
import { signIn } from "./support/sign-in";

// https://learn.microsoft.com/azure/role-based-access-control/built-in-roles
const acrPull = "7f951dda-4ed3-4680-a7ca-43fe172d538d";
const acrPush = "8311e382-0749-4cb8-b61a-304f252e45ec";
const owner = "8e3af657-a8ff-443c-a75c-2fe8c4bcb635";

type Connections = Record<"assigner" | "deployer" | "reader", ConnectionOutputs>;

let scenario: Scenario;
let connections: Connections;

beforeAll(async () => {
  scenario = await startScenario({ program: "connections" });
  const { platform, stack } = scenario;
  const { applicationGroupId: scope, identityGroupName } = platform.resources;
  await declareConnections(scenario, {
    assigner: describeConnection(platform, {
      roleAssignments: [{ preset: RolePreset.AssignRoles, assignableRoles: ["AcrPull"], scope }],
    }),
    deployer: describeConnection(platform, {
      identity: { managedIdentity: { resourceGroupName: identityGroupName } },
      roleAssignments: [{ preset: RolePreset.DeployToResourceGroup, scope }],
    }),
    reader: describeConnection(platform, { roleAssignments: [{ preset: RolePreset.ReadForPreview, scope }] }),
  });
  await stack.up();
  const moment = await takeMoment(scenario);
  connections = {
    assigner: readConnection(moment, "assigner"),
    deployer: readConnection(moment, "deployer"),
    reader: readConnection(moment, "reader"),
  };
}, engineTimeout);

afterAll(() => scenario.stop());

/** Asks, one after the other, with the access token of a pipeline's job. */
async function askAs(
  name: keyof Connections,
  requests: Readonly<Record<string, ArmRequest>>,
): Promise<Record<string, number>> {
  const connection = connections[name];
  const { pipelineId } = scenario.platform.pipelines.deploy;
  const job = await signIn(scenario, { as: connection, through: connection, pipelineId });
  const statuses: Record<string, number> = {};
  for (const [what, request] of Object.entries(requests)) {
    statuses[what] = await askArm(scenario, job.stdout, request);
  }
  return statuses;
}

interface Wish {
  readonly role: string;
  readonly to: string;
  readonly principalType?: string;
  readonly scope?: string;
}

function assign(
  { role, to, principalType = "ServicePrincipal", scope }: Wish,
  name: string = randomUUID(),
): ArmRequest {
  const at = scope ?? scenario.platform.resources.applicationGroupId;
  const roleDefinitionId = `/providers/Microsoft.Authorization/roleDefinitions/${role}`;
  return {
    method: "PUT",
    id: `${at}/providers/Microsoft.Authorization/roleAssignments/${name}`,
    body: { properties: { roleDefinitionId, principalId: to, principalType } },
  };
}

function writeRegistry(groupId: string): ArmRequest {
  return {
    method: "PUT",
    id: `${groupId}/providers/Microsoft.ContainerRegistry/registries/contoso`,
    body: { location: scenario.platform.resources.location, properties: {} },
  };
}

it("lets a pipeline with AssignRoles assign the listed role to service principals, and nothing else", async () => {
  const { assigner, reader } = connections;
  const { identityGroupId, applicationGroupId } = scenario.platform.resources;
  const name = randomUUID();
  const own = scenario.emulator.store.roleAssignments.list(
    ({ principalId, scope }) => principalId === assigner.principalId && scope === applicationGroupId,
  );

  expect(
    await askAs("assigner", {
      "assign AcrPull": assign({ role: acrPull, to: reader.principalId }, name),
      "take it away": { method: "DELETE", id: assign({ role: acrPull, to: reader.principalId }, name).id },
      "assign AcrPull to itself": assign({ role: acrPull, to: assigner.principalId }),
      "assign AcrPull to a user": assign({ role: acrPull, to: reader.principalId, principalType: "User" }),
      "assign AcrPull to a group": assign({ role: acrPull, to: reader.principalId, principalType: "Group" }),
      "assign AcrPush": assign({ role: acrPush, to: reader.principalId }),
      "assign AcrPush to itself": assign({ role: acrPush, to: assigner.principalId }),
      "assign Owner": assign({ role: owner, to: reader.principalId }),
      "assign Owner to itself": assign({ role: owner, to: assigner.principalId }),
      "assign AcrPull elsewhere": assign({ role: acrPull, to: reader.principalId, scope: identityGroupId }),
      "take its own role away": { method: "DELETE", id: own[0]?.id ?? "" },
      "deploy a registry": writeRegistry(applicationGroupId),
    }),
  ).toEqual({
    "assign AcrPull": 201,
    "take it away": 200,
    "assign AcrPull to itself": 201,
    "assign AcrPull to a user": 403,
    "assign AcrPull to a group": 403,
    "assign AcrPush": 403,
    "assign AcrPush to itself": 403,
    "assign Owner": 403,
    "assign Owner to itself": 403,
    "assign AcrPull elsewhere": 403,
    "take its own role away": 403,
    "deploy a registry": 403,
  });
});

it("lets a pipeline with DeployToResourceGroup deploy there, and give nobody access", async () => {
  const { deployer } = connections;
  const { applicationGroupId, identityGroupId } = scenario.platform.resources;
  const [identity] = scenario.emulator.store.managedIdentities.list();

  expect(
    await askAs("deployer", {
      "deploy a registry": writeRegistry(applicationGroupId),
      "deploy it elsewhere": writeRegistry(identityGroupId),
      "assign AcrPull": assign({ role: acrPull, to: deployer.principalId }),
      "add a way in to its own identity": {
        method: "PUT",
        id: `${identity?.id ?? ""}/federatedIdentityCredentials/stay`,
        body: {
          properties: {
            issuer: "https://token.actions.githubusercontent.com",
            subject: "repo:contoso/payments:ref:refs/heads/main",
            audiences: ["api://AzureADTokenExchange"],
          },
        },
      },
    }),
  ).toEqual({
    "deploy a registry": 201,
    "deploy it elsewhere": 403,
    "assign AcrPull": 403,
    "add a way in to its own identity": 403,
  });
});

it("lets a pipeline with ReadForPreview read, and change nothing", async () => {
  const { applicationGroupId, webAppId } = scenario.platform.resources;

  expect(
    await askAs("reader", {
      "read an app": { method: "GET", id: webAppId },
      "delete it": { method: "DELETE", id: webAppId },
      "deploy a registry": writeRegistry(applicationGroupId),
      "assign AcrPull": assign({ role: acrPull, to: connections.reader.principalId }),
    }),
  ).toEqual({ "read an app": 200, "delete it": 403, "deploy a registry": 403, "assign AcrPull": 403 });
});
