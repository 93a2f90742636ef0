import { randomUUID } from "node:crypto";
import type { ExistingIdentityArgs } from "../../lib";
import { declareConnections, describeConnection } from "./support/declare-connections";
import { engineTimeout } from "./support/engine-timeout";
import { openScenarios } from "./support/open-scenarios";
import type { Scenario } from "./support/scenario";
import { listStatuses, matchRequests, writing } from "./support/writing-requests";

const open = openScenarios();
const principalId = randomUUID();

/** An application whose service principal Azure does not see: it comes when the test says so. */
function createApplication({ emulator, platform }: Scenario): ExistingIdentityArgs & { clientId: string } {
  const { tenantId } = platform.tenant;
  const { objectId, clientId } = emulator.store.applications.insert({
    objectId: randomUUID(),
    clientId: randomUUID(),
    tenantId,
    displayName: "release",
    signInAudience: "AzureADMyOrg",
    ownerIds: [platform.deployer.principalId],
    properties: {},
  });
  return { clientId, principalId, tenantId, applicationObjectId: objectId };
}

function showServicePrincipal({ emulator, platform }: Scenario, clientId: string): void {
  emulator.store.servicePrincipals.insert({
    objectId: principalId,
    clientId,
    tenantId: platform.tenant.tenantId,
    displayName: "release",
    kind: "Application",
    ownerIds: [],
    properties: {},
  });
}

describe("what Azure does not see yet", () => {
  let scenario: Scenario;
  beforeAll(async () => {
    scenario = await open({ program: "connections" });
    const { emulator, platform, stack } = scenario;
    const existing = createApplication(scenario);
    const managedIdentity = { resourceGroupName: platform.resources.identityGroupName };
    await declareConnections(scenario, {
      "payments-app": describeConnection(platform, { identity: { existing } }),
      "payments-managed": describeConnection(platform, { identity: { managedIdentity }, roleAssignments: [] }),
    });
    emulator.control.setDelays("servicePrincipals", { arm: { appearMs: Number.MAX_SAFE_INTEGER } });
    emulator.control.addFault({ ...matchRequests(writing.applicationCredential), status: 404 });
    const secondAssignment = emulator.control.hold({ ...matchRequests(writing.roleAssignment), skip: 1 });
    const secondCredential = emulator.control.hold({ ...matchRequests(writing.managedIdentityCredential), skip: 1 });
    const up = stack.up();
    await Promise.race([secondAssignment.reached(), up]);
    showServicePrincipal(scenario, existing.clientId);
    secondAssignment.release();
    await Promise.race([secondCredential.reached(), up]);
    emulator.control.setDelays("servicePrincipals", {});
    secondCredential.release();
    await up;
  }, engineTimeout);

  it("a principal: the role is assigned when it shows", () => {
    expect(listStatuses(scenario, writing.roleAssignment)).toEqual([400, 201]);
    expect(scenario.emulator.store.roleAssignments.list((one) => one.principalId === principalId)).toHaveLength(1);
  });

  it("a managed identity: its credential is written when it shows", () => {
    expect(listStatuses(scenario, writing.managedIdentityCredential)).toEqual([404, 201]);
  });

  it("an application: its credential is written when it shows", () => {
    expect(listStatuses(scenario, writing.applicationCredential)).toEqual([404, 201]);
  });
});
