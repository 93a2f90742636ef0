import { randomUUID } from "node:crypto";
import { findBuiltInRole } from "../../facts/roles";
import type { PlatformSeed } from "../../emulator/seed";
import type { Store } from "../../emulator/state/store";

/** Makes the deploying identity an Owner of the subscription: some programs of the corpus write custom roles. */
export function allowCustomRoles(store: Store, { subscription, deployer }: PlatformSeed): void {
  const scope = `/subscriptions/${subscription.subscriptionId}`;
  const role = findBuiltInRole("Owner");
  if (role === undefined) throw new Error("no role Owner");
  const name = randomUUID();
  store.roleAssignments.insert({
    id: `${scope}/providers/Microsoft.Authorization/roleAssignments/${name}`,
    name,
    scope,
    roleDefinitionId: role.id,
    principalId: deployer.principalId,
    principalType: "ServicePrincipal",
    createdBy: deployer.principalId,
    createdOn: new Date(store.clock.now()).toISOString(),
  });
}
