import * as azuredevops from "@pulumi/azuredevops";
import type { RestApiCheckArgs } from "./checks-args";
import { CompletionEvent } from "./completion-event";
import { HttpMethod } from "./http-method";
import { createCheckOptions, formatTarget, type ProtectedConnection } from "./protected-connection";
import { shortTimeout } from "./timeout";

/** Creates the check that another service is asked. */
export function createRestApi(
  protectedConnection: ProtectedConnection,
  args: RestApiCheckArgs,
): azuredevops.CheckRestApi {
  return new azuredevops.CheckRestApi(
    `${protectedConnection.component.name}-check-rest-api`,
    {
      ...formatTarget(protectedConnection),
      ...formatCaller(args),
      displayName: args.displayName ?? "Invoke REST API",
      method: args.method ?? HttpMethod.Post,
      urlSuffix: args.urlSuffix,
      headers: args.headers === undefined ? undefined : JSON.stringify(args.headers),
      body: args.body,
      completionEvent: args.completionEvent ?? CompletionEvent.Callback,
      successCriteria: args.successCriteria,
      retryInterval: args.retryIntervalMinutes,
      variableGroupName: args.variableGroup,
      timeout: args.timeoutMinutes ?? shortTimeout,
    },
    createCheckOptions(protectedConnection),
  );
}

/** The service connection that the call goes through, and its kind by the names of the task that makes the call. */
function formatCaller({
  azureConnection,
  genericConnection = "",
}: RestApiCheckArgs): Pick<azuredevops.CheckRestApiArgs, "connectedServiceName" | "connectedServiceNameSelector"> {
  return azureConnection === undefined
    ? { connectedServiceNameSelector: "connectedServiceName", connectedServiceName: genericConnection }
    : { connectedServiceNameSelector: "connectedServiceNameARM", connectedServiceName: azureConnection };
}
