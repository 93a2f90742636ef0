/**
 * The Azure clouds into which a service connection can go without a secret, by the names that Azure DevOps uses.
 */
export const AzureEnvironment = {
  /** Azure, the public cloud. */
  AzureCloud: "AzureCloud",
  /** Azure Government, for the United States. */
  AzureUSGovernment: "AzureUSGovernment",
  /** Azure operated by 21Vianet, in China. */
  AzureChinaCloud: "AzureChinaCloud",
} as const;

/** One of the clouds of AzureEnvironment. */
export type AzureEnvironment = (typeof AzureEnvironment)[keyof typeof AzureEnvironment];
