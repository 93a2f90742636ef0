/**
 * Service connections from Azure DevOps to Azure that hold no secret.
 *
 * @module
 */
export { AzureServiceConnection } from "./connection/azure-service-connection";
export type {
  AzureServiceConnectionArgs,
  ManagementGroupArgs,
  SubscriptionArgs,
} from "./connection/azure-service-connection-args";
export { AzureEnvironment } from "./connection/azure-environment";
export { WorkloadIdentity } from "./identity/workload-identity";
export type {
  ExistingIdentityArgs,
  ManagedIdentityArgs,
  ServicePrincipalArgs,
  WorkloadIdentityArgs,
} from "./identity/workload-identity-args";
export type { RoleAssignmentArgs } from "./access/role-assignment-args";
export { ArgumentsError } from "./errors/arguments-error";
export type { Problem } from "./errors/problem";
export type { RuleName } from "./errors/problem-texts-table";
