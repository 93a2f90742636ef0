import { z } from "zod";
import type { OrganizationIdentity } from "../../state/entities";
import type { RouteAnswer } from "../../wire/route";
import { createUnbuiltError } from "../../wire/unbuilt";
import { WireError } from "../../wire/wire-error";
import { collectionOf, createCollection } from "./collection-answer";
import { addDevopsRoute, type DevopsCall, type DevopsRoutes } from "./devops-route";
import { formatIdentityDescriptor, formatSubjectDescriptor } from "./identity-descriptors";
import { formatPrincipalName, isGroup } from "./identity-names";
import { findIdentity, listIdentities, listMembers } from "./organization-identities";

const text = z.strictObject({ $type: z.literal("System.String"), $value: z.string() });

const identityAnswer = z.strictObject({
  id: z.guid(),
  descriptor: z.string(),
  subjectDescriptor: z.string(),
  providerDisplayName: z.string(),
  isActive: z.boolean(),
  isContainer: z.boolean(),
  members: z.array(z.string()),
  memberOf: z.array(z.string()),
  properties: z.strictObject({ SchemaClassName: text, Account: text }),
});

/** The form of an identity in the older service. */
export type IdentityAnswer = z.infer<typeof identityAnswer>;

const listQuery = z.looseObject({
  descriptors: z.string().optional(),
  subjectDescriptors: z.string().optional(),
  identityIds: z.string().optional(),
});

/** Identities as the older identity service shows them, under the ids and descriptors that access control lists use. */
export function addIdentityRoutes(routes: DevopsRoutes): void {
  const place = { path: "/_apis/identities", location: "28010c54-d0c0-4c89-a5b0-1c9e188b9fb7" };
  const list = { ...place, query: listQuery, responses: { 200: collectionOf(identityAnswer.nullable()) } };
  addDevopsRoute(routes, { ...list, method: "GET" }, (_, call) => listWanted(call));
  const one = { ...place, path: `${place.path}/:identityid`, responses: { 200: identityAnswer } };
  addDevopsRoute(routes, { ...one, method: "GET" }, (_, call) => ({
    status: 200,
    body: formatIdentity(call, findWanted(call)),
  }));
  const members = { path: `${one.path}/members`, location: "8ba35978-138e-41f8-8963-7b1ea2c5f775" };
  addDevopsRoute(routes, { ...members, method: "GET", responses: { 200: collectionOf(z.string()) } }, (_, call) =>
    createCollection(listMemberDescriptors(call, findWanted(call))),
  );
}

/** Whoever is in a group or team, by descriptor. */
function listMemberDescriptors(call: DevopsCall<unknown, unknown>, { identityId }: OrganizationIdentity): string[] {
  const { store, organization } = call;
  return listMembers(store, identityId).flatMap((memberId) => {
    const member = findIdentity(store, organization.organizationId, memberId);
    return member === undefined ? [] : [formatIdentityDescriptor(member, organization)];
  });
}

/** One entry for each that was asked for, and `null` where there is none. Observed in what clients make of it. */
function listWanted(call: DevopsCall<undefined, z.infer<typeof listQuery>>): RouteAnswer {
  const { descriptors, subjectDescriptors, identityIds } = call.query;
  const lists: [string | undefined, (identity: OrganizationIdentity) => string][] = [
    [descriptors, (identity) => formatIdentityDescriptor(identity, call.organization)],
    [subjectDescriptors, formatSubjectDescriptor],
    [identityIds, ({ identityId }) => identityId],
  ];
  const [wanted, format] = lists.find(([list]) => list !== undefined) ?? [undefined, String];
  if (wanted === undefined) throw createUnbuiltError("finding identities by anything but descriptors and ids");
  const known = listIdentities(call.store, call.organization.organizationId);
  return createCollection(
    wanted.split(",").map((one) => {
      const identity = known.find((candidate) => format(candidate).toLowerCase() === one.trim().toLowerCase());
      return identity === undefined ? null : formatIdentity(call, identity);
    }),
  );
}

/** Finds the identity of a path. @throws WireError 404 */
function findWanted({ store, organization, params }: DevopsCall): OrganizationIdentity {
  const id = params["identityid"] ?? "";
  const identity = findIdentity(store, organization.organizationId, id);
  if (identity !== undefined) return identity;
  throw new WireError(404, "IdentityNotFoundException", `The identity ${id} could not be found.`);
}

function formatIdentity(call: DevopsCall<unknown, unknown>, identity: OrganizationIdentity): IdentityAnswer {
  const isContainer = isGroup(identity);
  return {
    id: identity.identityId,
    descriptor: formatIdentityDescriptor(identity, call.organization),
    subjectDescriptor: formatSubjectDescriptor(identity),
    providerDisplayName: isContainer ? formatPrincipalName(call, identity) : identity.displayName,
    isActive: true,
    isContainer,
    // Filled only where the client asks for memberships, which is not built.
    members: [],
    memberOf: [],
    properties: {
      SchemaClassName: { $type: "System.String", $value: isContainer ? "Group" : "User" },
      Account: { $type: "System.String", $value: identity.accountName ?? identity.displayName },
    },
  };
}
