import { z } from "zod";
import type { ServicePrincipal } from "../../state/entities";
import { formatContext } from "./answers";
import { checkMayRead } from "./graph-caller";
import { createNotFound } from "./graph-error";
import { defineGraphRoute, type GraphCall, type GraphRoute, type GraphState } from "./graph-route";
import type { GraphObject } from "./graph-object";

/** A reference answer: type and id, as lists of owners hold them. */
export const directoryObjectAnswer = z.looseObject({
  "@odata.type": z.enum(["#microsoft.graph.servicePrincipal", "#microsoft.graph.application"]),
  id: z.guid(),
});

/**
 * Reads the object that a reference URL names. Users and groups are not modelled, so that a reference to one is a
 * reference to nothing.
 *
 * @throws WireError 404 when no service principal of this tenant has the id.
 */
export function readReferencedPrincipal(
  { store }: Pick<GraphState, "store">,
  tenantId: string,
  reference: string,
): ServicePrincipal {
  const id = /\/(?:directoryObjects|servicePrincipals)\/([^/]+)$/.exec(reference)?.[1] ?? reference;
  const principal = store.servicePrincipals.get(id);
  if (principal?.tenantId !== tenantId) throw createNotFound(id);
  return principal;
}

/** A service principal as an item of a list of directory objects. */
export function renderPrincipalReference(principal: ServicePrincipal): GraphObject {
  return {
    "@odata.type": "#microsoft.graph.servicePrincipal",
    id: principal.objectId,
    appId: principal.clientId,
    displayName: principal.displayName,
    servicePrincipalType: principal.kind,
  };
}

function readDirectoryObject({ store, caller, params }: GraphCall): GraphObject {
  const id = params["object"] ?? "";
  const application = store.applications.get(id);
  if (application?.tenantId === caller.tenantId) {
    const { objectId, clientId, displayName } = application;
    return { "@odata.type": "#microsoft.graph.application", id: objectId, appId: clientId, displayName };
  }
  return renderPrincipalReference(readReferencedPrincipal({ store }, caller.tenantId, id));
}

export const directoryObjectRoutes: readonly GraphRoute[] = [
  defineGraphRoute({
    method: "GET",
    path: "/directoryObjects/:object",
    status: 200,
    response: directoryObjectAnswer,
    run: (call) => {
      checkMayRead(call.caller);
      const context = formatContext(call, "directoryObjects/$entity");
      return { "@odata.context": context, ...readDirectoryObject(call) };
    },
  }),
];
