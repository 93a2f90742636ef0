import * as pulumi from "@pulumi/pulumi";
import type { Component } from "../component";
import { assertNoProblems } from "../errors/arguments-error";
import { checkWorkloadIdentityArgs } from "./check-workload-identity-args";
import { allowToBeReplaced } from "../replacement/replaceable-components";
import { refuseReplacement } from "../replacement/refuse-replacement";
import { referToExistingIdentity } from "./existing-identity";
import { listIdentityInputs } from "./guarded-inputs";
import type { Identity } from "./identity";
import { createManagedIdentity } from "./managed-identity";
import { createServicePrincipal } from "./service-principal";
import type { WorkloadIdentityArgs } from "./workload-identity-args";

/**
 * What a pipeline signs in as: an application with a service principal, a user-assigned managed identity, or an identity that
 * exists already. It holds no secret and trusts nobody yet.
 *
 * A service connection makes one of its own. Declare one apart to share it between connections, or to use its IDs elsewhere:
 *
 * ```ts
 * const release = new keyless.WorkloadIdentity("release", { managedIdentity: { resourceGroupName: identities.name } });
 *
 * new keyless.AzureServiceConnection("payments-prod", {
 *   project: "payments",
 *   subscription: { id: subscriptionId },
 *   identity: { existing: release },
 * });
 * ```
 */
export class WorkloadIdentity extends pulumi.ComponentResource {
  /** Client ID (GUID) of the application or the managed identity: what a client signs in with. */
  readonly clientId: pulumi.Output<string>;

  /** Object ID (GUID) of the service principal: what roles are assigned to. */
  readonly principalId: pulumi.Output<string>;

  /** ID (GUID) of the Microsoft Entra tenant. */
  readonly tenantId: pulumi.Output<string>;

  /** Object ID (GUID) of the application; absent for a managed identity. */
  readonly applicationObjectId?: pulumi.Output<string>;

  /** Resource ID of the managed identity; absent for an application. */
  readonly managedIdentityId?: pulumi.Output<string>;

  /**
   * @param name the name of the component in the stack.
   * @param args what kind of identity. Default: a service principal.
   * @throws ArgumentsError when the arguments cannot work; nothing is created then.
   */
  constructor(name: string, args: WorkloadIdentityArgs = {}, opts?: pulumi.ComponentResourceOptions) {
    const title = `WorkloadIdentity "${name}"`;
    assertNoProblems(title, checkWorkloadIdentityArgs(name)("", args));
    // No more is passed on: children wait for it, also for what they do not use.
    const options = refuseReplacement(opts, args.allowReplacement);
    super("keyless:index:WorkloadIdentity", name, listIdentityInputs(args), options);
    if (args.allowReplacement === true) {
      allowToBeReplaced(this);
    }

    const identity = createIdentity({ name, title, resource: this }, args);

    this.clientId = identity.clientId;
    this.principalId = identity.principalId;
    this.tenantId = identity.tenantId;
    if (identity.applicationObjectId !== undefined) {
      this.applicationObjectId = identity.applicationObjectId;
    }
    if (identity.managedIdentityId !== undefined) {
      this.managedIdentityId = identity.managedIdentityId;
    }
    this.registerOutputs({ ...identity });
  }
}

function createIdentity(
  component: Component,
  { servicePrincipal, managedIdentity, existing }: WorkloadIdentityArgs,
): Identity {
  if (existing !== undefined) {
    return referToExistingIdentity({ component: component.title, path: "existing" }, existing);
  }
  return managedIdentity === undefined
    ? createServicePrincipal(component, servicePrincipal ?? {})
    : createManagedIdentity(component, managedIdentity);
}
