const authorization = "/providers/Microsoft.Authorization";
const identity =
  "/subscriptions/:subscription/resourceGroups/:group/providers/Microsoft.ManagedIdentity/userAssignedIdentities/:identity";

/** Operations that Azure Resource Manager has near the built ones and the emulator has not. */
export const unbuiltArmOperations: readonly { path: string; operation: string }[] = [
  { path: `/:scope{.+}${authorization}/locks`, operation: "management locks" },
  { path: `/:scope{.+}${authorization}/locks/:name`, operation: "management locks" },
  { path: `/:scope{.+}${authorization}/denyAssignments`, operation: "deny assignments" },
  { path: `/:scope{.+}${authorization}/denyAssignments/:name`, operation: "deny assignments" },
  { path: `/:scope{.+}${authorization}/permissions`, operation: "the caller's permissions at a scope" },
  { path: `/:scope{.+}${authorization}/policyAssignments/*`, operation: "policy assignments" },
  { path: `${authorization}/roleAssignments/*`, operation: "role assignments at the tenant root" },
  { path: `${authorization}/roleAssignments`, operation: "role assignments at the tenant root" },
  { path: `${authorization}/elevateAccess`, operation: "elevated access" },
  { path: `${authorization}/providerOperations/*`, operation: "operations of resource providers" },
  { path: `${authorization}/providerOperations`, operation: "operations of resource providers" },
  { path: "/providers/Microsoft.Management/managementGroups", operation: "a list of management groups" },
  { path: "/providers/Microsoft.Management/managementGroups/:group", operation: "management groups themselves" },
  { path: `${identity}/flexibleFederatedIdentityCredentials/*`, operation: "flexible federated identity credentials" },
  { path: `${identity}/listAssociatedResources`, operation: "resources that use a managed identity" },
  { path: `${identity}/revokeTokens`, operation: "revoking the tokens of a managed identity" },
  { path: "/subscriptions/:subscription/providers", operation: "resource providers of a subscription" },
  { path: "/subscriptions/:subscription/providers/:namespace", operation: "a resource provider of a subscription" },
  { path: "/subscriptions/:subscription/providers/:namespace/register", operation: "registering a resource provider" },
  { path: "/subscriptions/:subscription/locations", operation: "locations of a subscription" },
  { path: "/subscriptions/:subscription/tagNames", operation: "tag names of a subscription" },
  { path: "/:scope{.+}/providers/Microsoft.Resources/deployments/*", operation: "template deployments" },
  {
    path: "/subscriptions/:subscription/resourceGroups/:group/exportTemplate",
    operation: "exporting a resource group as a template",
  },
];
