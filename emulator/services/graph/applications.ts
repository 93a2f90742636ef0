import type { z } from "zod";
import type { Application } from "../../state/entities";
import { formatContext, listAnswer, selectedAnswer, withContext } from "./answers";
import { applicationAnswer, applicationChanges, applicationToCreate } from "./application-schemas";
import { readReferencedPrincipal } from "./directory-objects";
import { checkMayChange, checkMayCreate, checkMayRead, type GraphCaller } from "./graph-caller";
import { createBadRequest, createNotFound } from "./graph-error";
import { formatObjectKey, isNamedBy, type ObjectKey } from "./graph-path";
import { type GraphObject, omitProperties, selectProperties } from "./graph-object";
import { defineGraphRoute, type GraphCall, type GraphRoute, type GraphState } from "./graph-route";
import { answerList } from "./list-query";

/**
 * Finds an application as Graph's own replicas show it.
 *
 * @throws WireError 404 when this caller's tenant has none by that key, or does not show it yet.
 */
export function readApplication({ store }: GraphState, caller: GraphCaller, key: ObjectKey): Application {
  const { tenantId } = caller;
  const [application] = store.applications.seenBy("graph", (row) => row.tenantId === tenantId && isNamedBy(key, row));
  if (application === undefined) throw createNotFound(formatObjectKey(key));
  return application;
}

/**
 * Finds an application that the caller may change.
 *
 * @throws WireError 404 when there is none, 403 when the caller may not change it.
 */
export function readChangeableApplication(state: GraphState, caller: GraphCaller, key: ObjectKey): Application {
  const application = readApplication(state, caller, key);
  // A replica may still show what is deleted; nothing can be written there.
  if (state.store.applications.get(application.objectId) === undefined) throw createNotFound(application.objectId);
  checkMayChange(caller, application);
  return application;
}

function createApplication(
  state: GraphState,
  caller: GraphCaller,
  body: z.infer<typeof applicationToCreate>,
): Application {
  checkMayCreate(caller);
  const { "owners@odata.bind": references = [], displayName, signInAudience, ...properties } = body;
  const owners = references.map((reference) => readReferencedPrincipal(state, caller.tenantId, reference).objectId);
  return state.store.applications.insert({
    objectId: state.newId(),
    clientId: state.newId(),
    tenantId: caller.tenantId,
    displayName,
    signInAudience: signInAudience ?? "AzureADMyOrg",
    ownerIds: [...new Set([caller.principalId, ...owners])],
    properties: {
      ...omitProperties(properties, "@odata.type"),
      createdDateTime: new Date(state.store.clock.now()).toISOString(),
    },
  });
}

function updateApplication(
  state: GraphState,
  application: Application,
  body: z.infer<typeof applicationChanges>,
): void {
  const { id, appId, displayName, signInAudience, ...properties } = body;
  checkUnchanged("id", id, application.objectId);
  checkUnchanged("appId", appId, application.clientId);
  state.store.applications.update({
    ...application,
    displayName: displayName ?? application.displayName,
    signInAudience: signInAudience ?? application.signInAudience,
    properties: { ...application.properties, ...omitProperties(properties, "@odata.type") },
  });
}

/** Refuses to change a property that an object keeps for life; sending it as it is is fine. */
export function checkUnchanged(property: string, wanted: string | null | undefined, actual: string): void {
  if (wanted != null && wanted.toLowerCase() !== actual.toLowerCase()) {
    throw createBadRequest(`Property '${property}' is read-only and cannot be set.`);
  }
}

/** Deletes an application with what hangs on it: its service principal and its federated identity credentials. */
function deleteApplication({ store }: GraphState, application: Application): void {
  store.applications.remove(application.objectId);
  for (const { objectId } of store.servicePrincipals.list((row) => row.clientId === application.clientId)) {
    store.servicePrincipals.remove(objectId);
  }
  for (const { credentialId } of store.federatedIdentityCredentials.list(
    (row) => row.parentKind === "application" && row.parentId === application.objectId,
  )) {
    store.federatedIdentityCredentials.remove(credentialId);
  }
}

function renderApplication(application: Application): GraphObject {
  return {
    id: application.objectId,
    appId: application.clientId,
    displayName: application.displayName,
    signInAudience: application.signInAudience,
    publisherDomain: `${application.tenantId}.onmicrosoft.com`,
    ...application.properties,
    // Collections are never null in an answer.
    ...Object.fromEntries(emptyCollections.map((name) => [name, application.properties[name] ?? []])),
  };
}

const emptyCollections = [
  "addIns",
  "appRoles",
  "identifierUris",
  "keyCredentials",
  "passwordCredentials",
  "requiredResourceAccess",
  "tags",
];

function readOne(call: GraphCall): GraphObject {
  checkMayRead(call.caller);
  const application = renderApplication(readApplication(call, call.caller, call.key));
  return selectProperties(call.url, withContext(call, "applications", application));
}

function listAll(call: GraphCall): GraphObject {
  checkMayRead(call.caller);
  const applications = call.store.applications.list((row) => row.tenantId === call.caller.tenantId);
  return answerList(call.url, formatContext(call, "applications"), applications.map(renderApplication));
}

export const applicationRoutes: readonly GraphRoute[] = [
  defineGraphRoute({
    method: "POST",
    path: "/applications",
    status: 201,
    request: applicationToCreate,
    response: applicationAnswer,
    run: (call) =>
      withContext(call, "applications", renderApplication(createApplication(call, call.caller, call.body))),
  }),
  defineGraphRoute({
    method: "GET",
    path: "/applications",
    status: 200,
    response: listAnswer(selectedAnswer(applicationAnswer)),
    run: listAll,
  }),
  defineGraphRoute({
    method: "GET",
    path: "/applications/:key",
    status: 200,
    response: selectedAnswer(applicationAnswer),
    run: readOne,
  }),
  defineGraphRoute({
    method: "PATCH",
    path: "/applications/:key",
    status: 204,
    request: applicationChanges,
    response: null,
    run: (call) => {
      updateApplication(call, readChangeableApplication(call, call.caller, call.key), call.body);
    },
  }),
  defineGraphRoute({
    method: "DELETE",
    path: "/applications/:key",
    status: 204,
    response: null,
    run: (call) => {
      deleteApplication(call, readChangeableApplication(call, call.caller, call.key));
    },
  }),
];
