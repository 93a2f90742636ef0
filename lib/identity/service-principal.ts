import * as azuread from "@pulumi/azuread";
import * as pulumi from "@pulumi/pulumi";
import { checkWhenKnown } from "../arguments/check-when-known";
import type { Component } from "../component";
import { retryHooks } from "../retry/retry-hooks";
import { identityChecks } from "./check-workload-identity-args";
import type { Identity } from "./identity";
import type { ServicePrincipalArgs } from "./workload-identity-args";

/** Creates an application and its service principal. */
export function createServicePrincipal(component: Component, args: ServicePrincipalArgs): Identity {
  const { name, resource: parent } = component;
  const caller = azuread.getClientConfigOutput({ parent });
  const owners = listOwners(component, caller.objectId, args.owners);

  const application = new azuread.Application(
    `${name}-application`,
    {
      displayName: args.displayName ?? name,
      // Microsoft Entra refuses the tokens of service connections for applications of any other kind (AADSTS70052).
      signInAudience: "AzureADMyOrg",
      owners,
      description: args.description,
      serviceManagementReference: args.serviceManagementReference,
    },
    { parent, ...retryHooks("application") },
  );

  const servicePrincipal = new azuread.ServicePrincipal(
    `${name}-service-principal`,
    { clientId: application.clientId, owners },
    // Microsoft Entra deletes the service principal with its application; a second deletion would cost another 20 s.
    { parent, deletedWith: application, ...retryHooks("service-principal") },
  );

  return {
    clientId: application.clientId,
    principalId: servicePrincipal.objectId,
    tenantId: caller.tenantId,
    applicationObjectId: application.objectId,
  };
}

/** The provider takes away whoever deploys unless it is listed, and would then lack the right to go on. */
function listOwners(
  component: Component,
  caller: pulumi.Output<string>,
  owners: ServicePrincipalArgs["owners"] = [],
): pulumi.Output<string[]> {
  const checked = pulumi.output(owners).apply((ids) =>
    pulumi.all(
      ids.map((id, index) =>
        checkWhenKnown(id, {
          component: component.title,
          path: `servicePrincipal.owners[${index}]`,
          check: identityChecks.owner,
        }),
      ),
    ),
  );
  return pulumi
    .all([caller, checked])
    .apply(([first, others]) => [...new Set([first, ...others].map((id) => id.toLowerCase()))]);
}
