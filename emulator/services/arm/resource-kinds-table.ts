/** A kind of resource that the emulator keeps as it is written, without knowing what it does. */
export interface ResourceKind {
  /** Namespace and types, outermost first. */
  type: string;
  /** Whether it lives in a location of its own; parts of a resource do not. */
  isTracked: boolean;
}

/**
 * Kinds that roles are assigned at and that tests read and write. Any other kind is known to exist and answers 501: what
 * is only stored must not look as if it worked.
 */
export const resourceKinds: readonly ResourceKind[] = [
  { type: "Microsoft.ContainerRegistry/registries", isTracked: true },
  { type: "Microsoft.KeyVault/vaults", isTracked: true },
  { type: "Microsoft.Storage/storageAccounts", isTracked: true },
  { type: "Microsoft.Storage/storageAccounts/blobServices", isTracked: false },
  { type: "Microsoft.Storage/storageAccounts/blobServices/containers", isTracked: false },
  { type: "Microsoft.Web/serverFarms", isTracked: true },
  { type: "Microsoft.Web/sites", isTracked: true },
];
