import * as azuredevops from "@pulumi/azuredevops";
import type * as pulumi from "@pulumi/pulumi";
import { checkWhenKnown } from "../arguments/check-when-known";
import type { Component } from "../component";
import type { Identity } from "../identity/identity";
import { retryHooks } from "../retry/retry-hooks";
import { AzureEnvironment } from "./azure-environment";
import type {
  AzureServiceConnectionArgs,
  ManagementGroupArgs,
  SubscriptionArgs,
} from "./azure-service-connection-args";
import { connectionChecks } from "./check-azure-service-connection-args";

/** What the connection itself is made of. */
export interface ServiceConnectionArgs extends Pick<
  AzureServiceConnectionArgs,
  "connectionName" | "description" | "environment" | "managementGroup" | "subscription"
> {
  /** Whom pipelines sign in as. It does not trust the connection yet. */
  readonly identity: Identity;
  readonly projectId: pulumi.Output<string>;
}

/** Creates the service connection in Azure DevOps. */
export function createServiceConnection(
  component: Component,
  args: ServiceConnectionArgs,
): azuredevops.ServiceEndpointAzureRM {
  const { name, title, resource: parent } = component;
  const connectionName = checkWhenKnown(args.connectionName ?? name, {
    component: title,
    path: "connectionName",
    check: connectionChecks.connectionName,
  });
  return new azuredevops.ServiceEndpointAzureRM(
    `${name}-connection`,
    {
      projectId: args.projectId,
      serviceEndpointName: connectionName,
      description: args.description ?? "Managed by Pulumi",
      environment: args.environment ?? AzureEnvironment.AzureCloud,
      serviceEndpointAuthenticationScheme: "WorkloadIdentityFederation",
      // Credentials make the creation mode Manual. Automatic would have Azure DevOps make an identity of its own.
      credentials: { serviceprincipalid: args.identity.clientId },
      azurermSpnTenantid: args.identity.tenantId,
      ...formatTarget(component, args),
      // The connection cannot sign in before there are a credential and a role, and a failed validation deletes it.
      features: { validate: false },
    },
    {
      parent,
      // Its name is unique in the project.
      deleteBeforeReplace: true,
      ...retryHooks("service-connection"),
    },
  );
}

/** What the connection stands for. The names are only shown, but the provider or the service wants some. */
function formatTarget(
  { title }: Component,
  { subscription, managementGroup }: ServiceConnectionArgs,
): Partial<azuredevops.ServiceEndpointAzureRMArgs> {
  if (subscription !== undefined) {
    const id = checkTargetId(title, "subscription", subscription);
    return { azurermSubscriptionId: id, azurermSubscriptionName: subscription.name ?? id };
  }
  if (managementGroup !== undefined) {
    const id = checkTargetId(title, "managementGroup", managementGroup);
    return { azurermManagementGroupId: id, azurermManagementGroupName: managementGroup.name ?? id };
  }
  return {};
}

function checkTargetId(
  component: string,
  target: "subscription" | "managementGroup",
  { id }: SubscriptionArgs | ManagementGroupArgs,
): pulumi.Output<string> {
  return checkWhenKnown(id, { component, path: `${target}.id`, check: connectionChecks[target] });
}
