import { RolePreset } from "./role-preset";

/** What a preset stands for. */
export interface RolePresetFacts {
  /** Name of the built-in role. */
  readonly role: string;
  /**
   * The kinds of scopes that it is for: `subscription`, `resource-group`, `resource` for any resource, or a type of resources
   * such as `Microsoft.ContainerRegistry/registries`.
   */
  readonly scopes: readonly string[];
  /** What the scope is, to end a sentence. */
  readonly at: string;
  /** What it allows: the description of the role assignment in Azure. */
  readonly summary: string;
}

/** What each preset stands for. The table of docs/role-presets.md is this one. */
export const rolePresets: Readonly<Record<RolePreset, RolePresetFacts>> = {
  AssignRoles: {
    role: "Role Based Access Control Administrator",
    scopes: ["resource-group", "resource"],
    at: "a resource group or a resource",
    summary: "Assigns listed roles to service principals, and takes them away",
  },
  DeployToResourceGroup: {
    role: "Contributor",
    scopes: ["resource-group"],
    at: "a resource group",
    summary: "Deploys into this resource group, and gives nobody access",
  },
  DeployWebApp: {
    role: "Website Contributor",
    scopes: ["Microsoft.Web/sites", "Microsoft.Web/sites/slots"],
    at: "a web app, a function app or a slot of one",
    summary: "Deploys this app, its settings included",
  },
  PullFromRegistry: {
    role: "AcrPull",
    scopes: ["Microsoft.ContainerRegistry/registries"],
    at: "a container registry",
    summary: "Pulls images from this registry",
  },
  PushToRegistry: {
    role: "AcrPush",
    scopes: ["Microsoft.ContainerRegistry/registries"],
    at: "a container registry",
    summary: "Pulls images from this registry and pushes them",
  },
  ReadBlobs: {
    role: "Storage Blob Data Reader",
    scopes: ["Microsoft.Storage/storageAccounts", "Microsoft.Storage/storageAccounts/blobServices/containers"],
    at: "a storage account or a blob container",
    summary: "Reads the blobs in here",
  },
  ReadForPreview: {
    role: "Reader",
    scopes: ["subscription", "resource-group", "resource"],
    at: "a subscription, a resource group or a resource",
    summary: "Reads settings, but no secrets and no data",
  },
  ReadSecrets: {
    role: "Key Vault Secrets User",
    scopes: ["Microsoft.KeyVault/vaults"],
    at: "a key vault",
    summary: "Reads the secrets of this vault",
  },
  WriteBlobs: {
    role: "Storage Blob Data Contributor",
    scopes: ["Microsoft.Storage/storageAccounts", "Microsoft.Storage/storageAccounts/blobServices/containers"],
    at: "a storage account or a blob container",
    summary: "Reads, writes and deletes the blobs in here",
  },
};
