import type { RoleTier } from "../../facts/roles-table";

/** An operation of Azure Resource Manager that decides the tier of a custom role. */
export interface DangerousAction {
  /** The operation, or a pattern of operations. */
  readonly operation: string;
  readonly tier: RoleTier;
  /** Why: the rest of a sentence that begins with "It". */
  readonly reason: string;
}

/**
 * What makes a custom role dangerous, the worst first. Operations are documented at
 * https://learn.microsoft.com/azure/role-based-access-control/resource-provider-operations; tiers are this project's judgement.
 */
export const dangerousActions: readonly DangerousAction[] = [
  {
    operation: "Microsoft.Authorization/roleAssignments/write",
    tier: "critical",
    reason: "can assign roles, also to itself",
  },
  {
    operation: "Microsoft.Authorization/roleDefinitions/write",
    tier: "critical",
    reason: "can change what custom roles allow, also its own",
  },
  {
    operation: "Microsoft.Authorization/elevateAccess/action",
    tier: "critical",
    reason: "can take access to the whole tenant",
  },
  {
    operation: "Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials/write",
    tier: "high",
    reason: "can add ways in to managed identities",
  },
  {
    operation: "Microsoft.ManagedIdentity/userAssignedIdentities/assign/action",
    tier: "high",
    reason: "can run code as any managed identity",
  },
  {
    operation: "Microsoft.Resources/deploymentScripts/write",
    tier: "high",
    reason: "can run scripts in deployments, as another identity",
  },
  {
    operation: "Microsoft.Compute/virtualMachines/runCommand/action",
    tier: "high",
    reason: "can run commands on virtual machines, as their identity",
  },
  {
    operation: "Microsoft.Compute/virtualMachines/runCommands/write",
    tier: "high",
    reason: "can run commands on virtual machines, as their identity",
  },
  {
    operation: "Microsoft.Compute/virtualMachines/extensions/write",
    tier: "high",
    reason: "can run code on virtual machines through extensions",
  },
  {
    operation: "Microsoft.Compute/virtualMachineScaleSets/extensions/write",
    tier: "high",
    reason: "can run code on virtual machines through extensions",
  },
  {
    operation: "Microsoft.ContainerService/managedClusters/listClusterAdminCredential/action",
    tier: "high",
    reason: "can become administrator of Kubernetes clusters",
  },
  {
    operation: "Microsoft.ContainerService/managedClusters/runCommand/action",
    tier: "high",
    reason: "can run commands in Kubernetes clusters",
  },
  {
    operation: "Microsoft.Automation/automationAccounts/jobs/write",
    tier: "high",
    reason: "can run scripts as the identity of an automation account",
  },
  {
    operation: "Microsoft.Web/sites/publish/action",
    tier: "high",
    reason: "can deploy code that runs as an app's identity",
  },
  { operation: "Microsoft.Web/sites/write", tier: "high", reason: "can deploy code that runs as an app's identity" },
  {
    operation: "Microsoft.ContainerRegistry/registries/scheduleRun/action",
    tier: "high",
    reason: "can run builds in container registries",
  },
  {
    operation: "Microsoft.KeyVault/vaults/write",
    tier: "high",
    reason: "can open key vaults by changing how they give access",
  },
  {
    operation: "Microsoft.KeyVault/vaults/accessPolicies/write",
    tier: "high",
    reason: "can give itself access to what key vaults hold",
  },
  {
    operation: "Microsoft.Authorization/policyAssignments/write",
    tier: "high",
    reason: "can change policies, and what they do as another identity",
  },
  { operation: "Microsoft.Authorization/locks/delete", tier: "high", reason: "can take locks away" },
  {
    operation: "Microsoft.Management/managementGroups/subscriptions/write",
    tier: "high",
    reason: "can move subscriptions under other rules",
  },
  { operation: "*/listKeys/action", tier: "secrets", reason: "reads keys that open all data of a service" },
  { operation: "*/listSecrets/action", tier: "secrets", reason: "reads secrets" },
  { operation: "*/listCredentials/action", tier: "secrets", reason: "reads credentials" },
  {
    operation: "Microsoft.Web/sites/config/list/action",
    tier: "secrets",
    reason: "reads the settings of apps, which often hold secrets",
  },
];

/** The same for operations on data. */
export const dangerousDataActions: readonly DangerousAction[] = [
  { operation: "Microsoft.KeyVault/vaults/secrets/getSecret/action", tier: "secrets", reason: "reads secrets" },
  {
    operation: "Microsoft.KeyVault/vaults/secrets/setSecret/action",
    tier: "secrets",
    reason: "replaces secrets that others use",
  },
  {
    operation: "Microsoft.KeyVault/vaults/keys/sign/action",
    tier: "secrets",
    reason: "signs with keys, as if it were their owner",
  },
  {
    operation: "Microsoft.KeyVault/vaults/keys/decrypt/action",
    tier: "secrets",
    reason: "decrypts what keys protect",
  },
  {
    operation: "Microsoft.Compute/virtualMachines/loginAsAdmin/action",
    tier: "high",
    reason: "signs in to virtual machines as administrator",
  },
];
