import { z } from "zod";
import type { OrganizationIdentity, Project } from "../../state/entities";
import type { RouteAnswer } from "../../wire/route";
import { WireError } from "../../wire/wire-error";
import { collectionOf, createPage, pageQuery } from "./collection-answer";
import { addDevopsRoute, type DevopsCall, type DevopsRoutes } from "./devops-route";
import { formatSubjectDescriptor } from "./identity-descriptors";
import { findIdentity, listIdentities, listMembers } from "./organization-identities";
import { formatPrincipalName } from "./identity-names";
import { findProject } from "./rights";

const teamAnswer = z.strictObject({
  id: z.guid(),
  name: z.string(),
  description: z.string(),
  url: z.url(),
  identityUrl: z.url(),
  projectId: z.guid(),
  projectName: z.string(),
});

const memberAnswer = z.strictObject({
  isTeamAdmin: z.literal(false),
  identity: z.strictObject({
    id: z.guid(),
    displayName: z.string(),
    uniqueName: z.string(),
    descriptor: z.string(),
  }),
});

/** Teams of a project, and who is in them. Nobody administers a team here. */
export function addTeamRoutes(routes: DevopsRoutes): void {
  const all = { path: "/_apis/projects/:project/teams", location: "d30a3dd1-f8ba-442a-b86a-bd0c0c383e59" };
  const listed = { query: pageQuery, responses: { 200: collectionOf(teamAnswer) } };
  addDevopsRoute(routes, { ...all, ...listed, method: "GET" }, (_, call) => listTeams(call));
  const one = { ...all, path: `${all.path}/:team` };
  addDevopsRoute(routes, { ...one, method: "GET", responses: { 200: teamAnswer } }, (_, call) => readTeam(call));
  const members = { path: `${one.path}/members`, location: "294c494c-2600-4d7e-b76c-3dd50c3c95be" };
  addDevopsRoute(
    routes,
    { ...members, query: pageQuery, method: "GET", responses: { 200: collectionOf(memberAnswer) } },
    (_, call) => createPage(listTeamMembers(call), call.query),
  );
}

function listTeams(call: DevopsCall<undefined, z.infer<typeof pageQuery>>): RouteAnswer {
  const project = findProject(call, call.params["project"] ?? "");
  const teams = findTeams(call, project).map((team) => formatTeam(call, project, team));
  return createPage(teams, call.query);
}

function readTeam(call: DevopsCall): RouteAnswer {
  const project = findProject(call, call.params["project"] ?? "");
  return { status: 200, body: formatTeam(call, project, findTeam(call, project)) };
}

function listTeamMembers(call: DevopsCall<unknown, unknown>): z.infer<typeof memberAnswer>[] {
  const { identityId } = findTeam(call, findProject(call, call.params["project"] ?? ""));
  return listMembers(call.store, identityId).flatMap((memberId) => {
    const member = findIdentity(call.store, call.organization.organizationId, memberId);
    if (member === undefined) return [];
    const identity = {
      id: member.identityId,
      displayName: member.displayName,
      uniqueName: formatPrincipalName(call, member),
      descriptor: formatSubjectDescriptor(member),
    };
    return [{ isTeamAdmin: false, identity }];
  });
}

function findTeams(
  { store, organization }: DevopsCall<unknown, unknown>,
  { projectId }: Project,
): OrganizationIdentity[] {
  return listIdentities(store, organization.organizationId).filter(
    (identity) => identity.kind === "team" && identity.projectId === projectId,
  );
}

/** Finds a team by id or name. @throws WireError 404; the words are guessed */
function findTeam(call: DevopsCall<unknown, unknown>, project: Project): OrganizationIdentity {
  const wanted = call.params["team"] ?? "";
  const team = findTeams(call, project).find(
    ({ identityId, displayName }) => identityId === wanted || displayName.toLowerCase() === wanted,
  );
  if (team !== undefined) return team;
  throw new WireError(404, "TeamNotFoundException", `The team ${wanted} does not exist in ${project.name}.`);
}

function formatTeam(
  { baseUrl }: DevopsCall<unknown, unknown>,
  { projectId, name: projectName }: Project,
  { identityId, displayName, description }: OrganizationIdentity,
): z.infer<typeof teamAnswer> {
  return {
    id: identityId,
    name: displayName,
    description,
    url: `${baseUrl}/_apis/projects/${projectId}/teams/${identityId}`,
    identityUrl: `${baseUrl}/_apis/Identities/${identityId}`,
    projectId,
    projectName,
  };
}
