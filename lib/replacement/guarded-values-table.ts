import { parseManagedIdentityId } from "../identity/managed-identity-id";

/** What a change of a value would replace. */
export type Replaced = "connection" | "credential" | "identity";

/** A value that cannot change without a replacement, by what the providers say of it. */
export interface GuardedValue {
  /** The argument that it comes from, as one writes it. Default: the value is itself the name of an argument. */
  readonly path?: string;
  readonly replaces: Replaced;
  /** Reads the value that stands from the outputs of the component, where the program had left it to a provider. */
  readonly findStanding?: (outputs: Readonly<Record<string, unknown>>) => unknown;
  /** Writes two spellings of the same in one way. Default: as they are. */
  readonly normalize?: (value: string) => string;
}

/** The guarded values of a type of component, by the names under which the state keeps them. */
export type GuardedValues = Readonly<Record<string, GuardedValue>>;

/** Those of an AzureServiceConnection. */
export const connectionValues = {
  projectId: { path: "project", replaces: "connection", findStanding: ({ projectId }) => projectId },
  environment: { path: "environment", replaces: "connection" },
  identity: { path: "identity", replaces: "identity", normalize: (id) => id.toLowerCase() },
  federatedIdentityCredentialName: { path: "federatedIdentityCredentialName", replaces: "credential" },
} as const satisfies GuardedValues;

/** Those of a WorkloadIdentity. */
export const identityValues = {
  kind: { replaces: "identity" },
  existingId: { path: "existing", replaces: "identity", normalize: (id) => id.toLowerCase() },
  resourceGroupName: { path: "managedIdentity.resourceGroupName", replaces: "identity" },
  name: {
    path: "managedIdentity.name",
    replaces: "identity",
    findStanding: ({ managedIdentityId: id }) =>
      typeof id === "string" ? parseManagedIdentityId(id)?.name : undefined,
  },
  location: {
    path: "managedIdentity.location",
    replaces: "identity",
    findStanding: ({ location }) => location,
    normalize: (location) => location.toLowerCase().replaceAll(" ", ""),
  },
} as const satisfies GuardedValues;
