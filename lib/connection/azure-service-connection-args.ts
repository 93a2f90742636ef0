import type * as pulumi from "@pulumi/pulumi";
import type { RoleAssignmentArgs } from "../access/role-assignment-args";
import type { ChecksArgs } from "../checks/checks-args";
import type { ConnectionRoleArgs } from "../checks/connection-role-args";
import type { WorkloadIdentityArgs } from "../identity/workload-identity-args";
import type { AzureEnvironment } from "./azure-environment";

/** The subscription that tasks select when they use the connection. It grants nothing: rights come from role assignments. */
export interface SubscriptionArgs {
  /** ID (GUID) of the subscription. */
  id: pulumi.Input<string>;

  /**
   * Name that Azure DevOps shows for the subscription; nothing is looked up by it.
   *
   * Default: the ID, since Azure DevOps wants some text here.
   */
  name?: pulumi.Input<string>;
}

/** The management group that the connection stands for. It grants nothing: rights come from role assignments. */
export interface ManagementGroupArgs {
  /**
   * ID of the management group: its own, such as `platform`, not the whole resource ID.
   *
   * Where the environment of the deployment holds `ARM_SUBSCRIPTION_ID`, the azuredevops provider puts that subscription into
   * the connection as well (microsoft/terraform-provider-azuredevops#1004): unset it.
   */
  id: pulumi.Input<string>;

  /** Name that Azure DevOps shows for the management group; nothing is looked up by it. Default: the ID. */
  name?: pulumi.Input<string>;
}

/** Arguments of AzureServiceConnection. */
export interface AzureServiceConnectionArgs {
  /**
   * The Azure DevOps project: its name, or its ID (GUID). A name costs one look-up. Changing the project replaces the
   * connection.
   */
  project: pulumi.Input<string>;

  /**
   * Name of the connection, by which pipelines call it; unique in the project, without a slash. Changing it renames the
   * connection in place.
   *
   * Where Azure DevOps itself signs the tokens (all clouds but the public one), their subject holds the names of the
   * organization, the project and the connection. The credential follows a new `connectionName` in the same `pulumi up`. After
   * a rename of the project or the organization run `pulumi refresh` first, so that the new subject is read.
   *
   * Default: the name of the component.
   */
  connectionName?: pulumi.Input<string>;

  /** What the connection is for, up to 1024 characters. Default: `Managed by Pulumi`. */
  description?: pulumi.Input<string>;

  /**
   * The Azure cloud that the connection goes into. Changing it replaces the connection.
   *
   * Default: `AzureCloud`, the public one. The providers of azuread and azure-native must be set to the same cloud.
   */
  environment?: AzureEnvironment;

  /** The subscription that the connection stands for. Exactly one of `subscription` and `managementGroup` is needed. */
  subscription?: SubscriptionArgs;

  /** The management group that the connection stands for, instead of a subscription. */
  managementGroup?: ManagementGroupArgs;

  /**
   * What a pipeline signs in as. Default: a service principal of the connection's own.
   *
   * Give every purpose an identity of its own. Connections that must share one take a WorkloadIdentity as `existing`.
   */
  identity?: WorkloadIdentityArgs;

  /**
   * The audience that the federated identity credential accepts, up to 600 characters.
   *
   * Default: the one that Microsoft Entra documents for the cloud, such as `api://AzureADTokenExchange`. Set it only if sign-in
   * fails with AADSTS700212 because Azure DevOps presents another: that was reported, but is not documented, for Azure operated
   * by 21Vianet.
   */
  audience?: pulumi.Input<string>;

  /**
   * Name of the federated identity credential: 3 to 120 letters, digits, hyphens or underscores, beginning with a letter or
   * digit; unique on the identity. Changing it replaces the credential.
   *
   * Default: made from the name of the component, so that a rename of the connection keeps it. Set it where stacks with equally
   * named components share an identity.
   */
  federatedIdentityCredentialName?: pulumi.Input<string>;

  /** What the identity may do in Azure. Default: nothing. */
  roleAssignments?: RoleAssignmentArgs[];

  /**
   * Approvals and checks: what must be true before a run of a pipeline may use the connection. They stand before any pipeline is
   * authorized. Default: none; an authorized pipeline may then use the connection in every run.
   */
  checks?: ChecksArgs;

  /**
   * Who may do what with the connection itself, beside the roles that it inherits from its project. Default: those that it
   * inherits, and no others.
   */
  connectionRoles?: ConnectionRoleArgs[];

  /**
   * The pipelines of the project that may use the connection: their IDs (numbers, as text), each under a key of your choice, such
   * as `{ deploy: deployPipeline.id }`. They are authorized last, when everything else is in place. Default: none; a pipeline
   * that uses the connection then waits until a person permits it.
   *
   * It is a map and not a list because an ID may be an output: the key tells which permission belongs to which pipeline, so
   * that taking one out leaves the others untouched. Changing a key renews the permission.
   */
  authorizedPipelines?: Record<string, pulumi.Input<string>>;

  /**
   * Lets a change replace the connection, its federated identity credential or an identity of its own. Without it such a change is
   * refused before anything is touched: another project or environment, another identity, another name of the credential.
   *
   * A replaced connection has another ID, and so another subject. Pipeline permissions, approvals and checks and roles on it that
   * this program does not declare are lost, and trusts that name the subject elsewhere fail. Set it for one deployment.
   *
   * Default: `false`.
   */
  allowReplacement?: boolean;
}
