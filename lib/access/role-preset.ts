/** Roles that platform teams give to pipelines, each with the place that it is for, and with a condition where it needs one. */
export const RolePreset = {
  /**
   * May assign the roles of `assignableRoles`, and take them away, to service principals only. At a resource group or a
   * resource.
   */
  AssignRoles: "AssignRoles",

  /** May deploy whatever there is into one resource group, and may not give anyone access. */
  DeployToResourceGroup: "DeployToResourceGroup",

  /** May deploy one web app or function app, its settings included. */
  DeployWebApp: "DeployWebApp",

  /** May pull images from one container registry. */
  PullFromRegistry: "PullFromRegistry",

  /** May pull images from one container registry and push them. */
  PushToRegistry: "PushToRegistry",

  /** May read the blobs of one storage account, or of one container. */
  ReadBlobs: "ReadBlobs",

  /** May read the settings of a subscription, a resource group or a resource, but no secrets and no data: for previews. */
  ReadForPreview: "ReadForPreview",

  /** May read the secrets of one key vault. */
  ReadSecrets: "ReadSecrets",

  /** May read, write and delete the blobs of one storage account, or of one container. */
  WriteBlobs: "WriteBlobs",
} as const;

/** One of the presets of RolePreset. */
export type RolePreset = (typeof RolePreset)[keyof typeof RolePreset];
