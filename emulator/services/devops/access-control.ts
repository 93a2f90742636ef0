import { z } from "zod";
import type { AccessEntry, OrganizationIdentity } from "../../state/entities";
import type { RouteAnswer } from "../../wire/route";
import { createUnbuiltError } from "../../wire/unbuilt";
import { collectionOf, createCollection } from "./collection-answer";
import { type AccessTarget, readAccess, writeAccess } from "./connection-access";
import { findAccessTarget } from "./connection-access-target";
import { connectionNamespaceId } from "./connection-roles-table";
import { createInvalid } from "./devops-errors";
import { addDevopsRoute, type DevopsCall, type DevopsRoutes } from "./devops-route";
import type { DevopsState } from "./devops-state";
import { formatIdentityDescriptor } from "./identity-descriptors";
import { findIdentity, listIdentities } from "./organization-identities";
import { checkAccessAdministrator } from "./rights";
import { type SecurityNamespace, securityNamespaces } from "./security-namespaces-table";

const entryAnswer = z.strictObject({ descriptor: z.string(), allow: z.number().int(), deny: z.number().int() });

const listAnswer = z.strictObject({
  token: z.string(),
  inheritPermissions: z.boolean(),
  includeExtendedInfo: z.literal(false),
  acesDictionary: z.record(z.string(), entryAnswer),
});

const namespaceAnswer = z.strictObject({
  namespaceId: z.guid(),
  name: z.string(),
  displayName: z.string(),
  actions: z.array(
    z.strictObject({ bit: z.number().int(), name: z.string(), displayName: z.string(), namespaceId: z.guid() }),
  ),
});

const listQuery = z.looseObject({ token: z.string(), descriptors: z.string().optional() });

const writeBody = z.looseObject({
  token: z.string(),
  merge: z.boolean().nullish(),
  accessControlEntries: z
    .array(
      z.looseObject({ descriptor: z.string(), allow: z.number().int().nullish(), deny: z.number().int().nullish() }),
    )
    .min(1),
});

/** Access control lists of service connections and, always empty, of who administers a team. */
export function addAccessControlRoutes(routes: DevopsRoutes): void {
  const namespaces = {
    path: "/_apis/securitynamespaces/:namespace",
    location: "ce7b9f95-fde9-4be8-a86d-83b366f0b87a",
    responses: { 200: collectionOf(namespaceAnswer) },
  };
  addDevopsRoute(routes, { ...namespaces, method: "GET" }, (_, call) =>
    createCollection([formatNamespace(findNamespace(call))]),
  );
  const lists = {
    path: "/_apis/accesscontrollists/:namespace",
    location: "18a2ad18-7571-46ae-bec7-0c7da1495885",
    query: listQuery,
    responses: { 200: collectionOf(listAnswer) },
  };
  addDevopsRoute(routes, { ...lists, method: "GET" }, (_, call) => readList(call));
  const entries = {
    path: "/_apis/accesscontrolentries/:namespace",
    location: "ac08c8ff-4323-4b08-af90-bcd018d380ce",
    body: writeBody,
    responses: { 200: collectionOf(entryAnswer) },
  };
  addDevopsRoute(routes, { ...entries, method: "POST" }, writeEntries);
}

/** One list, with an entry for each that was asked for, be it of nothing: without one the provider comes to a sudden end. */
function readList(call: DevopsCall<undefined, z.infer<typeof listQuery>>): RouteAnswer {
  const { token, descriptors } = call.query;
  const isOfTeam = findNamespace(call).id !== connectionNamespaceId;
  const { own, inherits } = isOfTeam ? { own: [], inherits: true } : readAccess(findTarget(call, token));
  const wanted =
    descriptors === undefined
      ? own.map(({ identityId }) => findIdentity(call.store, call.organization.organizationId, identityId))
      : descriptors.split(",").map((descriptor) => findDescribed(call, descriptor));
  const entries = wanted
    .filter((identity) => identity !== undefined)
    .map((identity) => {
      const { allow, deny } = findEntry(own, identity.identityId);
      return { descriptor: formatIdentityDescriptor(identity, call.organization), allow, deny };
    });
  const acesDictionary = Object.fromEntries(entries.map((entry) => [entry.descriptor, entry]));
  return createCollection([{ token, inheritPermissions: inherits, includeExtendedInfo: false, acesDictionary }]);
}

function writeEntries({ store }: DevopsState, call: DevopsCall<z.infer<typeof writeBody>>): RouteAnswer {
  if (findNamespace(call).id !== connectionNamespaceId) throw createUnbuiltError("saying who administers a team");
  const { token, merge, accessControlEntries } = call.body;
  const target = findTarget(call, token);
  checkAccessAdministrator(call, target);
  const { own } = readAccess(target);
  const entries = accessControlEntries.map(({ descriptor, allow, deny }): AccessEntry => {
    const identityId = findDescribed(call, descriptor)?.identityId;
    if (identityId === undefined) throw createInvalid(`The identity ${descriptor} could not be found.`);
    const written = { identityId, allow: allow ?? 0, deny: deny ?? 0 };
    return merge === true ? mergeEntry(findEntry(own, identityId), written) : written;
  });
  writeAccess(store, target, entries);
  return createCollection(
    accessControlEntries.map(({ descriptor }, index) => ({
      descriptor,
      allow: entries[index]?.allow ?? 0,
      deny: entries[index]?.deny ?? 0,
    })),
  );
}

/** What is newly allowed is denied no longer, and the other way round. */
function mergeEntry(current: AccessEntry, { identityId, allow, deny }: AccessEntry): AccessEntry {
  return { identityId, allow: (current.allow & ~deny) | allow, deny: (current.deny & ~allow) | deny };
}

function findEntry(entries: readonly AccessEntry[], identityId: string): AccessEntry {
  return entries.find((entry) => entry.identityId === identityId) ?? { identityId, allow: 0, deny: 0 };
}

/** Reads `endpoints/{project}/{connection}`, or without the connection for all of the project. */
function findTarget(call: DevopsCall<unknown, unknown>, token: string): AccessTarget {
  const [root, projectId = "", connectionId, ...rest] = token.split("/");
  if (root?.toLowerCase() !== "endpoints" || projectId === "" || rest.length > 0) {
    throw createUnbuiltError(`access to ${token}`);
  }
  return findAccessTarget(call, { projectId, ...(connectionId === undefined ? {} : { connectionId }) });
}

function findNamespace({ params }: DevopsCall<unknown, unknown>): SecurityNamespace {
  const namespace = securityNamespaces.find(({ id }) => id === params["namespace"]);
  if (namespace === undefined) throw createUnbuiltError(`the security namespace ${params["namespace"] ?? ""}`);
  return namespace;
}

function findDescribed(
  { store, organization }: DevopsCall<unknown, unknown>,
  descriptor: string,
): OrganizationIdentity | undefined {
  return listIdentities(store, organization.organizationId).find(
    (identity) => formatIdentityDescriptor(identity, organization).toLowerCase() === descriptor.trim().toLowerCase(),
  );
}

function formatNamespace({ id, name, actions }: SecurityNamespace): z.infer<typeof namespaceAnswer> {
  return {
    namespaceId: id,
    name,
    displayName: name,
    actions: Object.entries(actions).map(([action, bit]) => ({
      bit,
      name: action,
      displayName: action,
      namespaceId: id,
    })),
  };
}
