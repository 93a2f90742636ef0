import type * as pulumi from "@pulumi/pulumi";
import type { RoleAssignmentArgs } from "../access/role-assignment-args";
import type { ChecksArgs } from "../checks/checks-args";
import type { ConnectionRoleArgs } from "../checks/connection-role-args";
import type { AzureEnvironment } from "../connection/azure-environment";
import type { ManagementGroupArgs, SubscriptionArgs } from "../connection/azure-service-connection-args";
import type { WorkloadIdentityArgs } from "../identity/workload-identity-args";

/** What one connection of a pair has for itself alone. */
export interface PairedConnectionArgs {
  /**
   * Name of the connection, by which pipelines call it.
   *
   * Default: the name of the pair with the ending `-plan` or `-apply`.
   */
  connectionName?: pulumi.Input<string>;

  /** What the identity may do in Azure. Default: nothing. */
  roleAssignments?: RoleAssignmentArgs[];

  /**
   * The pipelines that may use the connection: their IDs (numbers, as text), each under a key of your choice. A pipeline that both
   * plans and applies stands in both. Default: none.
   */
  authorizedPipelines?: Record<string, pulumi.Input<string>>;

  /** What must be true before a run may use the connection. */
  checks?: ChecksArgs;

  /** Who may do what with the connection itself. Default: nobody beside those whom the project names. */
  connectionRoles?: ConnectionRoleArgs[];
}

/**
 * Arguments of AzureServiceConnectionPair. What stands beside `plan` and `apply` holds for both connections; each has an identity,
 * a credential, roles, pipelines and checks of its own.
 */
export interface AzureServiceConnectionPairArgs {
  /** The Azure DevOps project: its name, or its ID (GUID). */
  project: pulumi.Input<string>;

  /** The Azure cloud that the connections go into. Default: `AzureCloud`, the public one. */
  environment?: AzureEnvironment;

  /** The subscription that both stand for. Exactly one of `subscription` and `managementGroup` is needed. */
  subscription?: SubscriptionArgs;

  /** The management group that both stand for, instead of a subscription. */
  managementGroup?: ManagementGroupArgs;

  /** What the connections are for, up to 1024 characters. Default: `Managed by Pulumi`. */
  description?: pulumi.Input<string>;

  /**
   * The kind of the two identities, and what they have in common: a resource group, owners, tags. A name that is given here gets
   * the ending `-plan` or `-apply`. `existing` is refused: whoever plans would be whoever applies. Default: service principals.
   */
  identity?: WorkloadIdentityArgs;

  /** The connection that plans: for previews of pull requests, whose code nobody has reviewed. Default: one without any role. */
  plan?: PairedConnectionArgs;

  /** The connection that applies. Its `checks` hold at least an approval, branch control or a required template. */
  apply: PairedConnectionArgs;

  /**
   * Lets `plan` have roles that do more than read settings: that write, read secrets, keys or data, or are not known here, as
   * custom roles. Whoever can open a pull request can then use them. Default: `false`.
   */
  allowAnyRoleForPlan?: boolean;

  /**
   * Lets `apply` go without an approval, branch control and required template. Every run of an authorized pipeline, of whatever
   * branch, can then do what it may do. Default: `false`.
   */
  allowApplyWithoutChecks?: boolean;

  /** Lets a change replace the connections, their credentials or identities, as in an AzureServiceConnection. Default: `false`. */
  allowReplacement?: boolean;
}
