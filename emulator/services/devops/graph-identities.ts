import { z } from "zod";
import type { Organization, OrganizationIdentity } from "../../state/entities";
import type { RouteAnswer } from "../../wire/route";
import { WireError } from "../../wire/wire-error";
import { collectionOf, createPage, pageQuery } from "./collection-answer";
import { addDevopsRoute, type DevopsCall, type DevopsRoutes } from "./devops-route";
import { formatIdentityDescriptor, formatScopeDescriptor, formatSubjectDescriptor } from "./identity-descriptors";
import { listIdentities } from "./organization-identities";
import { formatPrincipalName, isGroup } from "./identity-names";
import type { Asker } from "./rights";

const subjectAnswer = z.strictObject({
  subjectKind: z.enum(["user", "group"]),
  metaType: z.literal("member").optional(),
  domain: z.string(),
  principalName: z.string(),
  mailAddress: z.string().nullable(),
  origin: z.enum(["aad", "vsts"]),
  originId: z.string(),
  displayName: z.string(),
  description: z.string().optional(),
  descriptor: z.string(),
  legacyDescriptor: z.string(),
  url: z.url(),
});

const listQuery = pageQuery.extend({
  scopeDescriptor: z.string().optional(),
  /** The provider writes it always, and nothing into it where it wants all. */
  subjectTypes: z.string().default(""),
});

type ListCall = DevopsCall<undefined, z.infer<typeof listQuery>>;

const valueAnswer = z.strictObject({ value: z.string() });

/** People, groups and teams as Graph shows them, and the two ways between its descriptors and the organization's ids. */
export function addGraphIdentityRoutes(routes: DevopsRoutes): void {
  const listed = { method: "GET", query: listQuery, responses: { 200: collectionOf(subjectAnswer) } } as const;
  const groups = { path: "/_apis/graph/groups", location: "ebbe6af8-0b91-4c13-8cf1-777c14858188" };
  addDevopsRoute(routes, { ...groups, ...listed }, (_, call) => createPage(listSubjects(call, isGroup), call.query));
  const users = { path: "/_apis/graph/users", location: "005e26ec-6b77-4e4f-a986-b3827bf241f5" };
  addDevopsRoute(routes, { ...users, ...listed }, (_, call) =>
    createPage(
      listSubjects(call, ({ kind }) => kind === "user"),
      call.query,
    ),
  );
  const read = { method: "GET", responses: { 200: valueAnswer } } as const;
  const keys = { path: "/_apis/graph/storagekeys/:descriptor", location: "eb85f8cc-f0f6-4264-a5b1-ffe2e4d4801f" };
  addDevopsRoute(routes, { ...keys, ...read }, (_, call) => readStorageKey(call));
  const descriptors = { path: "/_apis/graph/descriptors/:key", location: "048aee0a-7072-4cde-ab73-7af77b1e0b4e" };
  addDevopsRoute(routes, { ...descriptors, ...read }, (_, call) => readDescriptor(call));
}

function listSubjects(call: ListCall, isWanted: (identity: OrganizationIdentity) => boolean): readonly unknown[] {
  const { scopeDescriptor, subjectTypes } = call.query;
  // The provider writes the parameter always, and nothing into it where it wants all.
  const types = subjectTypes.split(",").map((type) => type.trim());
  return listIdentities(call.store, call.organization.organizationId)
    .filter((identity) => isWanted(identity) && isInScope(identity, scopeDescriptor))
    .map((identity) => formatSubject(call, identity))
    .filter(({ descriptor }) => subjectTypes === "" || types.includes(descriptor.split(".")[0] ?? ""));
}

/** Without a place, all of the organization: its own groups and those of all projects. */
function isInScope({ projectId }: OrganizationIdentity, scopeDescriptor: string | undefined): boolean {
  return (
    scopeDescriptor === undefined || (projectId !== undefined && formatScopeDescriptor(projectId) === scopeDescriptor)
  );
}

function formatSubject(
  call: DevopsCall<unknown, unknown>,
  identity: OrganizationIdentity,
): z.infer<typeof subjectAnswer> {
  const { displayName, origin, originId, accountName, description } = identity;
  const descriptor = formatSubjectDescriptor(identity);
  const common = {
    domain: findDomain(identity, call.organization),
    principalName: formatPrincipalName(call, identity),
    origin,
    originId,
    displayName,
    descriptor,
    legacyDescriptor: formatIdentityDescriptor(identity, call.organization),
  };
  return isGroup(identity)
    ? {
        subjectKind: "group",
        description,
        mailAddress: null,
        ...common,
        url: `${call.baseUrl}/_apis/Graph/Groups/${descriptor}`,
      }
    : {
        subjectKind: "user",
        metaType: "member",
        mailAddress: accountName ?? null,
        ...common,
        url: `${call.baseUrl}/_apis/Graph/Users/${descriptor}`,
      };
}

/** Where an identity belongs: observed, because clients tell groups of projects and of the organization apart by it. */
function findDomain({ origin, projectId }: OrganizationIdentity, { tenantId, organizationId }: Organization): string {
  if (origin === "aad") return tenantId;
  return projectId === undefined
    ? `vstfs:///Framework/IdentityDomain/${organizationId}`
    : `vstfs:///Classification/TeamProject/${projectId}`;
}

// Paths are read without letter case, descriptors in them too.
function readStorageKey(call: DevopsCall): RouteAnswer {
  const wanted = call.params["descriptor"] ?? "";
  const known = [
    ...listIdentities(call.store, call.organization.organizationId).map((identity) => ({
      value: identity.identityId,
      descriptor: formatSubjectDescriptor(identity),
    })),
    ...listProjectIds(call).map((value) => ({ value, descriptor: formatScopeDescriptor(value) })),
  ];
  const found = known.find(({ descriptor }) => descriptor.toLowerCase() === wanted);
  if (found === undefined) throw createNotFound(wanted);
  return { status: 200, body: { value: found.value } };
}

function readDescriptor(call: DevopsCall): RouteAnswer {
  const wanted = call.params["key"] ?? "";
  const identity = listIdentities(call.store, call.organization.organizationId).find(
    ({ identityId }) => identityId === wanted,
  );
  if (identity !== undefined) return { status: 200, body: { value: formatSubjectDescriptor(identity) } };
  if (!listProjectIds(call).some((id) => id.toLowerCase() === wanted)) throw createNotFound(wanted);
  return { status: 200, body: { value: formatScopeDescriptor(wanted) } };
}

function listProjectIds({ store, organization }: Asker): string[] {
  return store.projects
    .list(({ organizationId }) => organizationId === organization.organizationId)
    .map(({ projectId }) => projectId);
}

// Guessed: the words.
function createNotFound(wanted: string): WireError {
  return new WireError(404, "VS860016", `There is no subject ${wanted}.`, { typeKey: "GraphSubjectNotFoundException" });
}
