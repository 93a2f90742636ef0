import { z } from "zod";
import type { RouteAnswer } from "../../wire/route";
import { WireError } from "../../wire/wire-error";
import { addDevopsRoute, type DevopsCall, type DevopsRoutes } from "./devops-route";
import type { DevopsState } from "./devops-state";

/** What a request answers that the vendor works on later: where to ask how far it is. */
export const operationReference = z.strictObject({
  id: z.guid(),
  status: z.enum(["notSet", "queued", "inProgress", "cancelled", "succeeded", "failed"]),
  url: z.url(),
});

export function addOperationRoutes(routes: DevopsRoutes): void {
  addDevopsRoute(
    routes,
    {
      method: "GET",
      path: "/_apis/operations/:operationid",
      location: "9a1b74b4-2ca8-4a9f-8470-c2f2e6fdc949",
      responses: { 200: operationReference },
    },
    readOperation,
  );
}

/** The answer to a request whose work is done already, in the form of one whose work has been queued. */
export function createOperation(
  state: DevopsState,
  { organization, baseUrl }: Pick<DevopsCall, "organization" | "baseUrl">,
): RouteAnswer {
  const operationId = state.newId();
  state.operations.set(operationId, { operationId, organizationId: organization.organizationId });
  return { status: 202, body: { id: operationId, status: "queued", url: formatUrl(baseUrl, operationId) } };
}

function readOperation(state: DevopsState, { organization, baseUrl, params }: DevopsCall): RouteAnswer {
  const id = params["operationid"] ?? "";
  const operation = state.operations.get(id);
  if (operation?.organizationId !== organization.organizationId) {
    throw new WireError(404, "OperationNotFoundException", `The operation ${id} does not exist.`);
  }
  return { status: 200, body: { id, status: "succeeded", url: formatUrl(baseUrl, id) } };
}

function formatUrl(baseUrl: string, operationId: string): string {
  return `${baseUrl}/_apis/operations/${operationId}`;
}
