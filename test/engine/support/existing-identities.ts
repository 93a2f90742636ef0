import { randomUUID } from "node:crypto";
import { createManagedIdentity } from "../../../emulator/services/arm/identity-lifecycle";
import type { Application } from "../../../emulator/state/entities";
import type { Scenario } from "./scenario";

type Platform = Pick<Scenario, "emulator" | "platform">;

/** The IDs of an identity that somebody made by hand, as the argument `identity.existing` takes them. */
export interface MadeIdentity {
  clientId: string;
  principalId: string;
  tenantId: string;
  applicationObjectId?: string;
  managedIdentityId?: string;
}

/** Makes an application that the deploying identity owns, with its service principal and a credential for somebody else. */
export function makeApplication(scenario: Platform, displayName: string): MadeIdentity {
  const { store } = scenario.emulator;
  const { tenantId, principalId: deployerId } = scenario.platform.deployer;
  const application: Application = store.applications.insert({
    objectId: randomUUID(),
    clientId: randomUUID(),
    tenantId,
    displayName,
    signInAudience: "AzureADMyOrg",
    ownerIds: [deployerId],
    properties: { notes: "Made by hand" },
  });
  const { clientId, objectId } = application;
  const principal = store.servicePrincipals.insert({
    objectId: randomUUID(),
    clientId,
    tenantId,
    displayName,
    kind: "Application",
    ownerIds: [],
    properties: { accountEnabled: true },
  });
  addForeignCredential(scenario, { parentId: objectId, parentKind: "application" });
  return { clientId, principalId: principal.objectId, tenantId, applicationObjectId: objectId };
}

/** Makes a managed identity with a credential for somebody else. */
export function makeManagedIdentity(scenario: Platform, name: string): MadeIdentity {
  const { subscription, resources } = scenario.platform;
  const identity = createManagedIdentity(scenario.emulator.store, {
    id: `${resources.identityGroupId}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/${name}`,
    subscriptionId: subscription.subscriptionId,
    resourceGroupName: resources.identityGroupName,
    name,
    location: resources.location,
    tags: { team: "payments" },
    clientId: randomUUID(),
    principalId: randomUUID(),
    tenantId: subscription.tenantId,
  });
  addForeignCredential(scenario, { parentId: identity.id, parentKind: "managedIdentity" });
  const { clientId, principalId, tenantId } = identity;
  return { clientId, principalId, tenantId, managedIdentityId: identity.id };
}

// What else the identity trusts has to survive whatever a stack does to its own credential.
function addForeignCredential(
  { emulator: { store } }: Platform,
  parent: { parentId: string; parentKind: "application" | "managedIdentity" },
): void {
  store.federatedIdentityCredentials.insert({
    ...parent,
    credentialId: randomUUID(),
    name: "github",
    issuer: "https://token.actions.githubusercontent.com",
    subject: "repo:contoso/payments:ref:refs/heads/main",
    audiences: ["api://AzureADTokenExchange"],
  });
}
