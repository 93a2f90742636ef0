import type * as pulumi from "@pulumi/pulumi";

/** An application with a service principal in Microsoft Entra: an identity that needs no Azure subscription. */
export interface ServicePrincipalArgs {
  /**
   * The name that people see in Microsoft Entra, 1 to 256 characters. It need not be unique.
   *
   * Default: the name of the component.
   */
  displayName?: pulumi.Input<string>;

  /** What the application is for, up to 1024 characters. */
  description?: pulumi.Input<string>;

  /**
   * Object IDs (GUIDs) of users or service principals that own the application and the service principal, at most 99.
   *
   * Whoever runs the deployment always stays an owner too: with the least right that suffices,
   * `Application.ReadWrite.OwnedBy`, it could not change or delete them otherwise. Where several identities run deployments,
   * list them all here, so that the owners do not depend on who ran the last one.
   *
   * An owner can add credentials to the application: list as few as possible, and no persons.
   */
  owners?: pulumi.Input<pulumi.Input<string>[]>;

  /**
   * Reference into a service or asset management database, which some tenants demand of every application.
   * See https://learn.microsoft.com/graph/api/resources/application.
   */
  serviceManagementReference?: pulumi.Input<string>;
}

/** A user-assigned managed identity in Azure: nobody can add a secret to it, and no right in Microsoft Entra is needed. */
export interface ManagedIdentityArgs {
  /**
   * Name of the resource group that holds the identity. Changing it replaces the identity.
   *
   * Whoever may write in this group may become the identity: keep it apart from the groups that the identity deploys to.
   */
  resourceGroupName: pulumi.Input<string>;

  /**
   * Name of the identity: 3 to 128 letters, digits, hyphens or underscores, beginning with a letter or digit. Changing it
   * replaces the identity.
   *
   * Default: made by the azure-native provider from the name of the component, with a random end.
   */
  name?: pulumi.Input<string>;

  /**
   * Azure region, such as `westeurope`. Changing it replaces the identity.
   *
   * Default: that of the azure-native provider, or of the resource group.
   */
  location?: pulumi.Input<string>;

  /** Tags of the identity. */
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}

/**
 * An identity that exists already. A WorkloadIdentity can stand here as it is, which is how connections share one.
 *
 * Exactly one of `applicationObjectId` and `managedIdentityId` says where the federated identity credential is written.
 */
export interface ExistingIdentityArgs {
  /** Client ID (GUID) of the application or the managed identity. */
  clientId: pulumi.Input<string>;

  /** Object ID (GUID) of the service principal that belongs to it: `objectId` in @pulumi/azuread, not `id`. */
  principalId: pulumi.Input<string>;

  /** ID (GUID) of the Microsoft Entra tenant that the identity lives in. */
  tenantId: pulumi.Input<string>;

  /**
   * Object ID (GUID) of the application: `objectId` in @pulumi/azuread. It must be single-tenant: Microsoft Entra refuses
   * pipelines' tokens for any other (AADSTS70052).
   */
  applicationObjectId?: pulumi.Input<string>;

  /**
   * Resource ID of the user-assigned managed identity. Its subscription must be that of the azure-native provider in use.
   */
  managedIdentityId?: pulumi.Input<string>;
}

/** What a pipeline signs in as. At most one kind can be chosen; without a choice it is a service principal. */
export interface WorkloadIdentityArgs {
  /** A new application with a service principal. This is the default, with all of its defaults. */
  servicePrincipal?: ServicePrincipalArgs;

  /** A new user-assigned managed identity. */
  managedIdentity?: ManagedIdentityArgs;

  /** An identity that exists already, or a WorkloadIdentity. */
  existing?: ExistingIdentityArgs;

  /**
   * Lets a change put another identity in the place of this one. Without it such a change is refused before anything is touched:
   * another kind, another existing identity, another name, resource group or region of a managed identity.
   *
   * Another identity has other IDs: roles, group memberships and trusts that were given to this one elsewhere are lost. Service
   * connections that share a WorkloadIdentity follow it. Set it for one deployment.
   *
   * Default: `false`.
   */
  allowReplacement?: boolean;
}
