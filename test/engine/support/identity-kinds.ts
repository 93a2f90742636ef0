import type { CollectionName } from "../../../emulator/state/store";
import { makeApplication, makeManagedIdentity, type MadeIdentity } from "./existing-identities";
import type { Scenario } from "./scenario";

/** The argument `identity` of a service connection, in plain values. */
export interface IdentityArgument {
  servicePrincipal?: { description: string };
  managedIdentity?: { resourceGroupName: string };
  existing?: MadeIdentity;
}

/** One kind of identity that a service connection can have, and what is made for it. */
export interface IdentityKind {
  /** As in "a connection with …". */
  title: string;
  /** Makes what has to exist beforehand. */
  prepare(scenario: Pick<Scenario, "emulator" | "platform">): IdentityArgument;
  /** What a connection makes in the clouds for its identity and the trust. */
  makes: Partial<Record<CollectionName, number>>;
  /** The same in the state, by type. */
  resources: Record<string, number>;
}

const onApplication = "azuread:index/applicationFederatedIdentityCredential:ApplicationFederatedIdentityCredential";
const onManagedIdentity = "azure-native:managedidentity:FederatedIdentityCredential";

export const servicePrincipal: IdentityKind = {
  title: "a service principal of its own",
  prepare: () => ({ servicePrincipal: { description: "Deploys payments" } }),
  makes: { applications: 1, servicePrincipals: 1, federatedIdentityCredentials: 1 },
  resources: {
    "keyless:index:WorkloadIdentity": 1,
    "azuread:index/application:Application": 1,
    "azuread:index/servicePrincipal:ServicePrincipal": 1,
    [onApplication]: 1,
  },
};

export const managedIdentity: IdentityKind = {
  title: "a managed identity of its own",
  prepare: ({ platform }) => ({ managedIdentity: { resourceGroupName: platform.resources.identityGroupName } }),
  makes: { managedIdentities: 1, servicePrincipals: 1, federatedIdentityCredentials: 1 },
  resources: {
    "keyless:index:WorkloadIdentity": 1,
    "azure-native:managedidentity:UserAssignedIdentity": 1,
    [onManagedIdentity]: 1,
  },
};

export const existingApplication: IdentityKind = {
  title: "an application that exists",
  prepare: (scenario) => ({ existing: makeApplication(scenario, "payments-by-hand") }),
  makes: { federatedIdentityCredentials: 1 },
  resources: { [onApplication]: 1 },
};

export const existingManagedIdentity: IdentityKind = {
  title: "a managed identity that exists",
  prepare: (scenario) => ({ existing: makeManagedIdentity(scenario, "payments-by-hand") }),
  makes: { federatedIdentityCredentials: 1 },
  resources: { [onManagedIdentity]: 1 },
};
