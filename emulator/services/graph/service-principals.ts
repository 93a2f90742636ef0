import type { z } from "zod";
import type { Application, ServicePrincipal } from "../../state/entities";
import { WireError } from "../../wire/wire-error";
import { formatContext, listAnswer, selectedAnswer, withContext } from "./answers";
import { servicePrincipalAnswer, servicePrincipalChanges, servicePrincipalToCreate } from "./application-schemas";
import { checkUnchanged } from "./applications";
import { readReferencedPrincipal } from "./directory-objects";
import { checkMayChange, checkMayCreate, checkMayRead, type GraphCaller } from "./graph-caller";
import { createBadRequest, createDenied, createNotFound } from "./graph-error";
import { formatObjectKey, isNamedBy, type ObjectKey } from "./graph-path";
import { type GraphObject, omitProperties, selectProperties } from "./graph-object";
import { defineGraphRoute, type GraphCall, type GraphRoute, type GraphState } from "./graph-route";
import { answerList } from "./list-query";

/**
 * Finds a service principal as Graph's own replicas show it.
 *
 * @throws WireError 404 when this caller's tenant has none by that key, or does not show it yet.
 */
export function readServicePrincipal({ store }: GraphState, caller: GraphCaller, key: ObjectKey): ServicePrincipal {
  const { tenantId } = caller;
  const [principal] = store.servicePrincipals.seenBy(
    "graph",
    (row) => row.tenantId === tenantId && isNamedBy(key, row),
  );
  if (principal === undefined) throw createNotFound(formatObjectKey(key));
  return principal;
}

/**
 * Finds a service principal that the caller may change.
 *
 * @throws WireError 404 when there is none, 403 when the caller may not change it.
 */
export function readChangeablePrincipal(state: GraphState, caller: GraphCaller, key: ObjectKey): ServicePrincipal {
  const principal = readServicePrincipal(state, caller, key);
  // A replica may still show what is deleted; nothing can be written there.
  if (state.store.servicePrincipals.get(principal.objectId) === undefined) throw createNotFound(principal.objectId);
  checkMayChange(caller, principal);
  // Guessed: the code. A managed identity's service principal comes and goes with the identity, in Azure Resource Manager.
  if (principal.kind === "ManagedIdentity") throw createDenied();
  return principal;
}

function createServicePrincipal(
  state: GraphState,
  caller: GraphCaller,
  body: z.infer<typeof servicePrincipalToCreate>,
): ServicePrincipal {
  checkMayCreate(caller);
  const { "owners@odata.bind": references = [], appId, ...properties } = body;
  const application = readBackingApplication(state, caller, appId);
  const { tenantId } = caller;
  if (state.store.servicePrincipals.list((row) => row.tenantId === tenantId && isNamedBy({ appId }, row)).length > 0) {
    throw new WireError(
      409,
      "Request_MultipleObjectsWithSameKeyValue",
      `The service principal cannot be created, updated, or restored because the service principal name ${appId} is already in use.`,
    );
  }
  const owners = references.map((reference) => readReferencedPrincipal(state, caller.tenantId, reference).objectId);
  return state.store.servicePrincipals.insert({
    objectId: state.newId(),
    clientId: application.clientId,
    tenantId: caller.tenantId,
    displayName: application.displayName,
    kind: "Application",
    ownerIds: [...new Set([caller.principalId, ...owners])],
    properties: {
      ...omitProperties(properties, "@odata.type", "displayName", "servicePrincipalType", "appRoles"),
      createdDateTime: new Date(state.store.clock.now()).toISOString(),
    },
  });
}

/** The application of a new service principal; with the right to owned objects alone it must be the caller's own. */
function readBackingApplication({ store }: GraphState, caller: GraphCaller, appId: string): Application {
  const { tenantId } = caller;
  const [application] = store.applications.seenBy(
    "graph",
    (row) => row.tenantId === tenantId && isNamedBy({ appId }, row),
  );
  if (application === undefined) {
    throw createBadRequest(
      `The appId '${appId}' of the service principal does not reference a valid application object.`,
    );
  }
  checkMayChange(caller, application);
  return application;
}

function updateServicePrincipal(
  state: GraphState,
  principal: ServicePrincipal,
  body: z.infer<typeof servicePrincipalChanges>,
): void {
  // The roles in the store are grants to this principal: no request about the principal itself may change them.
  const { id, appId, displayName, servicePrincipalType, ...properties } = body;
  checkUnchanged("id", id, principal.objectId);
  checkUnchanged("appId", appId, principal.clientId);
  checkUnchanged("servicePrincipalType", servicePrincipalType, principal.kind);
  state.store.servicePrincipals.update({
    ...principal,
    displayName: displayName ?? principal.displayName,
    properties: { ...principal.properties, ...omitProperties(properties, "@odata.type", "appRoles") },
  });
}

function renderServicePrincipal(principal: ServicePrincipal): GraphObject {
  const properties = omitProperties(principal.properties, "appRoles");
  return {
    id: principal.objectId,
    appId: principal.clientId,
    displayName: principal.displayName,
    appDisplayName: principal.displayName,
    appOwnerOrganizationId: principal.tenantId,
    servicePrincipalType: principal.kind,
    accountEnabled: true,
    appRoleAssignmentRequired: false,
    ...properties,
    servicePrincipalNames: [principal.clientId],
    alternativeNames: listAlternativeNames(principal),
    appRoles: [],
    tags: properties["tags"] ?? [],
  };
}

// A managed identity is found by its resource id, which Graph lists among its alternative names.
function listAlternativeNames({ managedIdentityId, properties }: ServicePrincipal): unknown {
  return managedIdentityId === undefined
    ? (properties["alternativeNames"] ?? [])
    : ["isExplicit=True", managedIdentityId];
}

function readOne(call: GraphCall): GraphObject {
  checkMayRead(call.caller);
  const principal = renderServicePrincipal(readServicePrincipal(call, call.caller, call.key));
  return selectProperties(call.url, withContext(call, "servicePrincipals", principal));
}

function listAll(call: GraphCall): GraphObject {
  checkMayRead(call.caller);
  const principals = call.store.servicePrincipals.list((row) => row.tenantId === call.caller.tenantId);
  return answerList(call.url, formatContext(call, "servicePrincipals"), principals.map(renderServicePrincipal));
}

export const servicePrincipalRoutes: readonly GraphRoute[] = [
  defineGraphRoute({
    method: "POST",
    path: "/servicePrincipals",
    status: 201,
    request: servicePrincipalToCreate,
    response: servicePrincipalAnswer,
    run: (call) => {
      const principal = createServicePrincipal(call, call.caller, call.body);
      return withContext(call, "servicePrincipals", renderServicePrincipal(principal));
    },
  }),
  defineGraphRoute({
    method: "GET",
    path: "/servicePrincipals",
    status: 200,
    response: listAnswer(selectedAnswer(servicePrincipalAnswer)),
    run: listAll,
  }),
  defineGraphRoute({
    method: "GET",
    path: "/servicePrincipals/:key",
    status: 200,
    response: selectedAnswer(servicePrincipalAnswer),
    run: readOne,
  }),
  defineGraphRoute({
    method: "PATCH",
    path: "/servicePrincipals/:key",
    status: 204,
    request: servicePrincipalChanges,
    response: null,
    run: (call) => {
      updateServicePrincipal(call, readChangeablePrincipal(call, call.caller, call.key), call.body);
    },
  }),
  defineGraphRoute({
    method: "DELETE",
    path: "/servicePrincipals/:key",
    status: 204,
    response: null,
    run: (call) => {
      call.store.servicePrincipals.remove(readChangeablePrincipal(call, call.caller, call.key).objectId);
    },
  }),
];
