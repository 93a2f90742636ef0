/**
 * Application ID of Azure DevOps in every Microsoft Entra tenant. It is the resource of a token for the Azure DevOps API
 * and the application that an Entra subject of a service connection names.
 *
 * Documented at https://learn.microsoft.com/azure/devops/integrate/get-started/authentication/service-principal-managed-identity
 */
export const azureDevOpsApplicationId = "499b84ac-1321-427f-aa17-267ca6975798";

/**
 * Application ID of Microsoft Graph in every Microsoft Entra tenant, the resource of application permissions.
 *
 * Documented at https://learn.microsoft.com/graph/permissions-reference
 */
export const microsoftGraphApplicationId = "00000003-0000-0000-c000-000000000000";

/**
 * Application ID of Microsoft Entra's token exchange in the public cloud.
 *
 * Observed as the `aud` of tokens that Entra signs for service connections; not documented.
 */
export const tokenExchangeApplicationId = "fb60f99c-7a34-4190-8149-302f77469936";
