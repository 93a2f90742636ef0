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
export { AzureServiceConnectionPair } from "./pair/azure-service-connection-pair";
export type { AzureServiceConnectionPairArgs, PairedConnectionArgs } from "./pair/azure-service-connection-pair-args";
export { WorkloadIdentity } from "./identity/workload-identity";
export type {
  ExistingIdentityArgs,
  ManagedIdentityArgs,
  ServicePrincipalArgs,
  WorkloadIdentityArgs,
} from "./identity/workload-identity-args";
export type {
  ApprovalCheckArgs,
  ApproverArgs,
  BranchControlCheckArgs,
  BusinessHoursCheckArgs,
  ChecksArgs,
  ExclusiveLockCheckArgs,
  RequiredTemplateArgs,
  RequiredTemplateCheckArgs,
  RestApiCheckArgs,
} from "./checks/checks-args";
export { CompletionEvent } from "./checks/completion-event";
export { ConnectionRole } from "./checks/connection-role";
export type { ConnectionRoleArgs } from "./checks/connection-role-args";
export { DayOfWeek } from "./checks/day-of-week";
export { HttpMethod } from "./checks/http-method";
export { RepositoryType } from "./checks/repository-type";
export type { MemberArgs } from "./members/member-args";
export { RolePreset } from "./access/role-preset";
export type { RoleAssignmentArgs } from "./access/role-assignment-args";
export { ArgumentsError } from "./errors/arguments-error";
export type { Problem } from "./errors/problem";
export type { RuleName } from "./errors/problem-texts-table";
