import * as azuredevops from "@pulumi/azuredevops";
import type * as pulumi from "@pulumi/pulumi";
import { checkWhenKnown } from "../arguments/check-when-known";
import type { Component } from "../component";
import { retryHooks } from "../retry/retry-hooks";
import { checkPipelineId } from "./check-authorized-pipelines";

/** Which pipelines may use a service connection, and after what. */
export interface PipelinePermissionsArgs {
  readonly connection: azuredevops.ServiceEndpointAzureRM;
  /** Pipeline IDs by key. */
  readonly pipelines: Readonly<Record<string, pulumi.Input<string>>> | undefined;
  /** What must be in place before a pipeline may use the connection, and may only be taken away after it no longer may. */
  readonly after: readonly pulumi.Resource[];
}

/** Permits pipelines to use the service connection, each with a permission of its own. */
export function createPipelinePermissions(
  { name, title, resource: parent }: Component,
  { connection, pipelines = {}, after }: PipelinePermissionsArgs,
): readonly azuredevops.PipelineAuthorization[] {
  return Object.entries(pipelines).map(
    ([key, pipelineId]) =>
      new azuredevops.PipelineAuthorization(
        `${name}-pipeline-${key}`,
        {
          projectId: connection.projectId,
          type: "endpoint",
          resourceId: connection.id,
          pipelineId: checkWhenKnown(pipelineId, {
            component: title,
            path: `authorizedPipelines.${key}`,
            check: checkPipelineId,
          }).apply(Number),
        },
        { parent, dependsOn: [...after], ...retryHooks("pipeline-permission") },
      ),
  );
}
