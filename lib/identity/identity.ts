import type * as pulumi from "@pulumi/pulumi";

/**
 * What the rest of a service connection has to know of its identity. A WorkloadIdentity is one.
 *
 * It has an `applicationObjectId` or a `managedIdentityId`, never both.
 */
export interface Identity {
  readonly clientId: pulumi.Output<string>;
  readonly principalId: pulumi.Output<string>;
  readonly tenantId: pulumi.Output<string>;
  readonly applicationObjectId?: pulumi.Output<string>;
  readonly managedIdentityId?: pulumi.Output<string>;
  /** Azure region of a managed identity that is made here. */
  readonly location?: pulumi.Output<string>;
}
