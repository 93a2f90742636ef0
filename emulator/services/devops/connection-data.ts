import { z } from "zod";
import type { RouteAnswer } from "../../wire/route";
import { readCallerIdentity } from "./caller-identity";
import { addDevopsRoute, type DevopsCall, type DevopsRoutes } from "./devops-route";
import type { DevopsState } from "./devops-state";

const location = "00d9565f-ed9c-4a06-9a50-00e7896ccab4";

const identity = z.strictObject({
  id: z.string(),
  providerDisplayName: z.string(),
  isActive: z.boolean(),
  properties: z.strictObject({ Account: z.strictObject({ $type: z.string(), $value: z.string() }) }),
});

const connectionData = z.strictObject({
  authenticatedUser: identity,
  authorizedUser: identity,
  instanceId: z.guid(),
  deploymentId: z.guid(),
  deploymentType: z.literal("hosted"),
});

/** Who the caller is: how clients find out which comments are their own. */
export function addConnectionDataRoutes(routes: DevopsRoutes): void {
  const route = { path: "/_apis/connectiondata", location, responses: { 200: connectionData } };
  addDevopsRoute(routes, { ...route, method: "GET" }, readConnectionData);
}

function readConnectionData(_state: DevopsState, call: DevopsCall): RouteAnswer {
  const { id, displayName, uniqueName } = readCallerIdentity(call);
  const user = {
    id,
    providerDisplayName: displayName,
    isActive: true,
    properties: { Account: { $type: "System.String", $value: uniqueName } },
  };
  const { organizationId } = call.organization;
  const body = {
    authenticatedUser: user,
    authorizedUser: user,
    instanceId: organizationId,
    deploymentId: organizationId,
    deploymentType: "hosted",
  };
  return { status: 200, body };
}
