// A managed identity with its trust and its roles in Azure, written by hand.
import * as authorization from "@pulumi/azure-native/authorization";
import * as managedidentity from "@pulumi/azure-native/managedidentity";
import * as pulumi from "@pulumi/pulumi";

const config = new pulumi.Config();
const subscription = `/subscriptions/${config.require("subscriptionId")}`;
const group = config.require("applicationGroupId");
const roles = `${subscription}/providers/Microsoft.Authorization/roleDefinitions`;
const resourceGroupName = config.require("identityGroupName");

const identity = new managedidentity.UserAssignedIdentity("builder", {
  resourceGroupName,
  resourceName: "builder",
  tags: { team: "payments" },
});

new managedidentity.FederatedIdentityCredential("builder", {
  resourceGroupName,
  resourceName: identity.name,
  federatedIdentityCredentialResourceName: "builder",
  issuer: `https://vstoken.dev.azure.com/${config.require("organizationId")}`,
  subject: "sc://contoso/payments/builder",
  audiences: ["api://AzureADTokenExchange"],
});

const restart = new authorization.RoleDefinition("restart", {
  scope: group,
  roleName: "Payments Restart",
  description: "Restarts the payments service",
  roleType: "CustomRole",
  assignableScopes: [group],
  permissions: [{ actions: ["Microsoft.Web/sites/read", "Microsoft.Web/sites/restart/action"], notActions: [] }],
});

const principal = { principalId: identity.principalId, principalType: "ServicePrincipal" };

new authorization.RoleAssignment("restart", { ...principal, scope: group, roleDefinitionId: restart.id });

const onlyReader =
  "((!(ActionMatches{'Microsoft.Authorization/roleAssignments/write'})) OR (@Request[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {acdd72a7-3385-48ef-bd42-f606fba81ae7})) AND ((!(ActionMatches{'Microsoft.Authorization/roleAssignments/delete'})) OR (@Resource[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {acdd72a7-3385-48ef-bd42-f606fba81ae7}))";

new authorization.RoleAssignment("delegate", {
  ...principal,
  scope: group,
  roleDefinitionId: `${roles}/f58310d9-a9f6-439a-9e8d-f62e7b41a168`,
  condition: onlyReader,
  conditionVersion: "2.0",
});

new authorization.RoleAssignment(
  "watch",
  { ...principal, scope: group, roleDefinitionId: `${roles}/43d0d8ad-25c7-4714-9337-8ba259a9fe05` },
  { retainOnDelete: true },
);

export const clientId = identity.clientId;
