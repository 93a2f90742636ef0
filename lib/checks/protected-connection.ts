import type * as azuredevops from "@pulumi/azuredevops";
import type * as pulumi from "@pulumi/pulumi";
import type { Component } from "../component";
import { retryHooks } from "../retry/retry-hooks";

/** The service connection that something stands before, and whose it is. */
export interface ProtectedConnection {
  readonly component: Component;
  readonly connection: azuredevops.ServiceEndpointAzureRM;
  /** The project, known before the connection is made. */
  readonly projectId: pulumi.Output<string>;
}

/** The inputs by which every check says what it protects. */
export function formatTarget({ connection }: ProtectedConnection): {
  projectId: pulumi.Output<string>;
  targetResourceId: pulumi.Output<string>;
  targetResourceType: string;
} {
  return { projectId: connection.projectId, targetResourceId: connection.id, targetResourceType: "endpoint" };
}

/** The options of every check. */
export function createCheckOptions({ component, connection }: ProtectedConnection): pulumi.CustomResourceOptions {
  return {
    parent: component.resource,
    // It stands until the connection is gone, and costs no request of its own then.
    deletedWith: connection,
    ...retryHooks("check"),
  };
}
