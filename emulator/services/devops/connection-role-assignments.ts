import { z } from "zod";
import type { AccessEntry, OrganizationIdentity } from "../../state/entities";
import type { RouteAnswer } from "../../wire/route";
import { createUnbuiltError } from "../../wire/unbuilt";
import { collectionOf, createCollection } from "./collection-answer";
import { type AccessTarget, createRoleEntry, readAccess, setInheritance, writeAccess } from "./connection-access";
import { findAccessTarget } from "./connection-access-target";
import {
  type ConnectionRole,
  connectionRoles,
  connectionRoleScope,
  findConnectionRole,
} from "./connection-roles-table";
import { createInvalid } from "./devops-errors";
import { addDevopsRoute, type DevopsCall, type DevopsRoutes } from "./devops-route";
import type { DevopsState } from "./devops-state";
import { formatPrincipalName } from "./identity-names";
import { findIdentity } from "./organization-identities";
import { checkAccessAdministrator } from "./rights";

const roleAnswer = z.strictObject({
  name: z.string(),
  displayName: z.string(),
  description: z.string(),
  scope: z.string(),
  identifier: z.string(),
  allowPermissions: z.number().int(),
  denyPermissions: z.literal(0),
});

const assignmentAnswer = z.strictObject({
  identity: z.strictObject({ id: z.guid(), displayName: z.string(), uniqueName: z.string() }),
  role: roleAnswer,
  access: z.enum(["assigned", "inherited"]),
  accessDisplayName: z.string(),
});

type AssignmentAnswer = z.infer<typeof assignmentAnswer>;

const assignments = z.array(z.looseObject({ roleName: z.string(), userId: z.guid() })).min(1);

const changeQuery = z.looseObject({ inheritPermissions: z.enum(["true", "false"]).optional() });

const removals = z.array(z.guid()).nullish();

/** Roles on service connections: on one in one project (`{project}_{connection}`), or on all of a project (`{project}`). */
export function addConnectionRoleAssignmentRoutes(routes: DevopsRoutes): void {
  const scope = "/_apis/securityroles/scopes/:scope";
  const definitions = { path: `${scope}/roledefinitions`, location: "f4cc9a86-453c-48d2-b44d-d3bd5c105f4f" };
  addDevopsRoute(
    routes,
    { ...definitions, method: "GET", responses: { 200: collectionOf(roleAnswer) } },
    (_, { params }) => {
      checkScope(params["scope"]);
      return createCollection(connectionRoles.map(formatRole));
    },
  );
  const place = {
    path: `${scope}/roleassignments/resources/:resource`,
    location: "9461c234-c84c-4ed2-b918-2f0f92ad0a35",
  };
  const listed = { 200: collectionOf(assignmentAnswer) };
  addDevopsRoute(routes, { ...place, method: "GET", responses: listed }, (_, call) =>
    createCollection(listAssignments(call, openTarget(call))),
  );
  addDevopsRoute(routes, { ...place, method: "PUT", body: assignments, responses: listed }, setAssignments);
  addDevopsRoute(
    routes,
    { ...place, method: "PATCH", query: changeQuery, body: removals, responses: { 204: null } },
    changeAssignments,
  );
}

/** An identity that is not known makes the whole request do nothing; the answer is then empty. Observed in the provider. */
function setAssignments({ store }: DevopsState, call: DevopsCall<z.infer<typeof assignments>>): RouteAnswer {
  const target = openTarget(call);
  checkAccessAdministrator(call, target);
  const entries = call.body.map(({ roleName, userId }) => {
    if (findConnectionRole(roleName) === undefined) throw createInvalid(`There is no role ${roleName}.`);
    return createRoleEntry(userId.toLowerCase(), roleName);
  });
  const isKnown = ({ identityId }: AccessEntry): boolean =>
    findIdentity(store, call.organization.organizationId, identityId) !== undefined;
  if (!entries.every(isKnown)) return createCollection([]);
  writeAccess(store, target, entries);
  const ids = entries.map(({ identityId }) => identityId);
  return createCollection(listAssignments(call, openTarget(call)).filter(({ identity }) => ids.includes(identity.id)));
}

/** Takes roles away, and says whether roles on all connections of the project count for this one. */
function changeAssignments(
  { store }: DevopsState,
  call: DevopsCall<z.infer<typeof removals>, z.infer<typeof changeQuery>>,
): RouteAnswer {
  const { project, connection } = openTarget(call);
  checkAccessAdministrator(call, { project, ...(connection && { connection }) });
  const { inheritPermissions } = call.query;
  if (inheritPermissions !== undefined) {
    if (connection === undefined) throw createInvalid("The roles of a project are inherited from nowhere.");
    setInheritance(store, { project, connection }, inheritPermissions === "true");
  }
  const nothing = (call.body ?? []).map((id) => ({ identityId: id.toLowerCase(), allow: 0, deny: 0 }));
  if (nothing.length > 0) writeAccess(store, openTarget(call), nothing);
  return { status: 204 };
}

function openTarget(call: DevopsCall<unknown, unknown>): AccessTarget {
  checkScope(call.params["scope"]);
  const [projectId = "", connectionId, ...rest] = (call.params["resource"] ?? "").split("_");
  if (rest.length > 0) throw createInvalid(`${call.params["resource"] ?? ""} is no project or service connection.`);
  return findAccessTarget(call, { projectId, ...(connectionId === undefined ? {} : { connectionId }) });
}

function checkScope(scope: string | undefined): void {
  if (scope !== connectionRoleScope) throw createUnbuiltError(`roles of ${scope ?? ""}`);
}

/** One assignment an identity; the connection's own stands before an inherited one. Access that is no role is left out. */
function listAssignments(call: DevopsCall<unknown, unknown>, target: AccessTarget): readonly AssignmentAnswer[] {
  const { own, inherited } = readAccess(target);
  const isOwn = (id: string): boolean => own.some(({ identityId }) => identityId === id);
  return [
    ...own.flatMap((entry) => formatAssignment(call, entry, "assigned")),
    ...inherited
      .filter(({ identityId }) => !isOwn(identityId))
      .flatMap((entry) => formatAssignment(call, entry, "inherited")),
  ];
}

function formatAssignment(
  call: DevopsCall<unknown, unknown>,
  { identityId, allow, deny }: AccessEntry,
  access: AssignmentAnswer["access"],
): AssignmentAnswer[] {
  const identity = findIdentity(call.store, call.organization.organizationId, identityId);
  const role = connectionRoles.find((candidate) => candidate.allow === allow && deny === 0);
  return identity === undefined || role === undefined
    ? []
    : [
        {
          identity: describeIdentity(call, identity),
          role: formatRole(role),
          access,
          accessDisplayName: access === "assigned" ? "Assigned" : "Inherited",
        },
      ];
}

function describeIdentity(
  call: DevopsCall<unknown, unknown>,
  identity: OrganizationIdentity,
): AssignmentAnswer["identity"] {
  const uniqueName = formatPrincipalName(call, identity);
  return { id: identity.identityId, displayName: identity.displayName, uniqueName };
}

function formatRole({ name, allow, description }: ConnectionRole): z.infer<typeof roleAnswer> {
  return {
    name,
    displayName: name,
    description,
    scope: connectionRoleScope,
    identifier: `${connectionRoleScope}.${name}`,
    allowPermissions: allow,
    denyPermissions: 0,
  };
}
