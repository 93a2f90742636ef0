import { z } from "zod";
import { formatContext, listAnswer } from "./answers";
import { readApplication, readChangeableApplication } from "./applications";
import { directoryObjectAnswer, readReferencedPrincipal, renderPrincipalReference } from "./directory-objects";
import { checkMayRead } from "./graph-caller";
import { createBadRequest, createNotFound } from "./graph-error";
import type { GraphObject } from "./graph-object";
import { defineGraphRoute, type GraphCall, type GraphRoute } from "./graph-route";
import { answerList } from "./list-query";

import { readChangeablePrincipal, readServicePrincipal } from "./service-principals";

/** Body of POST …/owners/$ref. */
const reference = z.strictObject({ "@odata.type": z.string().optional(), "@odata.id": z.url() });

const mostOwners = 100;

/** An object that has owners, and how its list of them is written back. */
interface Owned {
  ownerIds: readonly string[];
  save: (ownerIds: string[]) => void;
}

/** The two kinds of objects with owners: how each is read and changed. */
const kinds = {
  applications: {
    read: (call: GraphCall) => readApplication(call, call.caller, call.key),
    readChangeable: (call: GraphCall): Owned => {
      const application = readChangeableApplication(call, call.caller, call.key);
      const save = (ownerIds: string[]): void => void call.store.applications.update({ ...application, ownerIds });
      return { ownerIds: application.ownerIds, save };
    },
  },
  servicePrincipals: {
    read: (call: GraphCall) => readServicePrincipal(call, call.caller, call.key),
    readChangeable: (call: GraphCall): Owned => {
      const principal = readChangeablePrincipal(call, call.caller, call.key);
      const save = (ownerIds: string[]): void => void call.store.servicePrincipals.update({ ...principal, ownerIds });
      return { ownerIds: principal.ownerIds, save };
    },
  },
};

// An owner that was deleted since is no longer listed: the directory drops the link with the object.
function listOwners(call: GraphCall, ownerIds: readonly string[]): GraphObject {
  const owners = ownerIds.flatMap((id) => call.store.servicePrincipals.get(id) ?? []);
  return answerList(call.url, formatContext(call, "directoryObjects"), owners.map(renderPrincipalReference));
}

function addOwner(call: GraphCall, owned: Owned, referenceUrl: string): void {
  const { objectId } = readReferencedPrincipal(call, call.caller.tenantId, referenceUrl);
  if (owned.ownerIds.includes(objectId)) {
    throw createBadRequest(
      "One or more added object references already exist for the following modified properties: 'owners'.",
    );
  }
  if (owned.ownerIds.length >= mostOwners) throw createBadRequest(`An object has at most ${mostOwners} owners.`);
  owned.save([...owned.ownerIds, objectId]);
}

function removeOwner(owned: Owned, ownerId: string): void {
  const kept = owned.ownerIds.filter((id) => id.toLowerCase() !== ownerId.toLowerCase());
  if (kept.length === owned.ownerIds.length) throw createNotFound(ownerId);
  owned.save(kept);
}

function createOwnerRoutes(kind: keyof typeof kinds): readonly GraphRoute[] {
  const { read, readChangeable } = kinds[kind];
  return [
    defineGraphRoute({
      method: "GET",
      path: `/${kind}/:key/owners`,
      status: 200,
      response: listAnswer(directoryObjectAnswer.partial()),
      run: (call) => {
        checkMayRead(call.caller);
        return listOwners(call, read(call).ownerIds);
      },
    }),
    defineGraphRoute({
      method: "POST",
      path: `/${kind}/:key/owners/$ref`,
      status: 204,
      request: reference,
      response: null,
      run: (call) => {
        addOwner(call, readChangeable(call), call.body["@odata.id"]);
      },
    }),
    defineGraphRoute({
      method: "DELETE",
      path: `/${kind}/:key/owners/:owner/$ref`,
      status: 204,
      response: null,
      run: (call) => {
        removeOwner(readChangeable(call), call.params["owner"] ?? "");
      },
    }),
  ];
}

export const ownerRoutes: readonly GraphRoute[] = [
  ...createOwnerRoutes("applications"),
  ...createOwnerRoutes("servicePrincipals"),
];
