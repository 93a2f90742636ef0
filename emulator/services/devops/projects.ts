import { z } from "zod";
import type { Project } from "../../state/entities";
import type { RouteAnswer } from "../../wire/route";
import { createUnbuiltError } from "../../wire/unbuilt";
import { projectAdministrators } from "./built-in-groups-table";
import { collectionOf, createPage, pageQuery } from "./collection-answer";
import { createDenied, createInvalid } from "./devops-errors";
import { addDevopsRoute, type DevopsCall, type DevopsRoutes } from "./devops-route";
import type { DevopsState } from "./devops-state";
import { deriveGroupId } from "./identity-ids";
import { addMember } from "./members";
import { createOperation, operationReference } from "./operations";
import { defaultProcessId, processes } from "./processes-table";
import { checkProjectName } from "./project-name";
import { removeProject } from "./remove-project";
import { checkProjectAdministrator, findProject, isOrganizationAdministrator, isProjectReader } from "./rights";

const location = "603fe2ac-9723-48b9-88ad-09305aa6c6e1";

const visibility = z.enum(["private", "public"]);

const createBody = z.looseObject({
  name: z.string(),
  description: z.string().nullish(),
  visibility: visibility.nullish(),
  capabilities: z.looseObject({
    versioncontrol: z.looseObject({ sourceControlType: z.string() }),
    processTemplate: z.looseObject({ templateTypeId: z.guid() }),
  }),
});

const updateBody = z.looseObject({
  name: z.string().nullish(),
  description: z.string().nullish(),
  visibility: visibility.nullish(),
});

const projectAnswer = z.strictObject({
  id: z.guid(),
  name: z.string(),
  description: z.string(),
  url: z.url(),
  state: z.literal("wellFormed"),
  revision: z.number().int(),
  visibility,
  capabilities: z
    .strictObject({
      processTemplate: z.strictObject({ templateName: z.string(), templateTypeId: z.guid() }),
      versioncontrol: z.strictObject({ sourceControlType: z.string() }),
    })
    .optional(),
});

const readQuery = z.looseObject({ includeCapabilities: z.string().optional() });

export function addProjectRoutes(routes: DevopsRoutes): void {
  const list = { path: "/_apis/projects", location };
  const one = { path: "/_apis/projects/:projectid", location };
  const queued = { 202: operationReference };
  addDevopsRoute(
    routes,
    { ...list, method: "GET", query: pageQuery, responses: { 200: collectionOf(projectAnswer) } },
    listProjects,
  );
  addDevopsRoute(routes, { ...list, method: "POST", body: createBody, responses: queued }, createProject);
  addDevopsRoute(routes, { ...one, method: "GET", query: readQuery, responses: { 200: projectAnswer } }, readProject);
  addDevopsRoute(routes, { ...one, method: "PATCH", body: updateBody, responses: queued }, updateProject);
  addDevopsRoute(routes, { ...one, method: "DELETE", responses: queued }, deleteProject);
}

function listProjects(state: DevopsState, call: DevopsCall<undefined, z.infer<typeof pageQuery>>): RouteAnswer {
  const visible = state.store.projects.list(
    ({ organizationId, projectId }) =>
      organizationId === call.organization.organizationId && isProjectReader(call, projectId),
  );
  const named = visible.sort((one, other) => one.name.localeCompare(other.name, "en"));
  return createPage(
    named.map((project) => formatProject(project, call.baseUrl)),
    call.query,
  );
}

function createProject(state: DevopsState, call: DevopsCall<z.infer<typeof createBody>>): RouteAnswer {
  if (!isOrganizationAdministrator(call)) throw createDenied("Create new projects");
  const { name, description, visibility, capabilities } = call.body;
  if (capabilities.versioncontrol.sourceControlType.toLowerCase() !== "git") {
    throw createUnbuiltError("a project with Team Foundation version control");
  }
  const processId = capabilities.processTemplate.templateTypeId.toLowerCase();
  if (!processes.some(({ id }) => id === processId)) throw createInvalid(`There is no process ${processId}.`);
  checkProjectName(call, name);
  const project = state.store.projects.insert({
    projectId: state.newId(),
    organizationId: call.organization.organizationId,
    name,
    description: description ?? "",
    visibility: visibility ?? "private",
    processTemplateId: processId,
  });
  if (call.caller.kind === "principal") {
    const containerId = deriveGroupId(project.projectId, projectAdministrators);
    addMember(state.store, { containerId, memberId: call.caller.identityId });
  }
  return createOperation(state, call);
}

function readProject(_state: DevopsState, call: DevopsCall<undefined, z.infer<typeof readQuery>>): RouteAnswer {
  const project = findProject(call, call.params["projectid"] ?? "");
  const withCapabilities = call.query.includeCapabilities?.toLowerCase() === "true";
  const body = formatProject(project, call.baseUrl);
  return { status: 200, body: withCapabilities ? { ...body, capabilities: formatCapabilities(project) } : body };
}

function updateProject(state: DevopsState, call: DevopsCall<z.infer<typeof updateBody>>): RouteAnswer {
  const project = findProject(call, call.params["projectid"] ?? "");
  checkProjectAdministrator(call, project, "Edit project-level information");
  const { name, description, visibility } = call.body;
  if (name != null && name !== project.name) checkProjectName(call, name, project.projectId);
  state.store.projects.update({
    ...project,
    name: name ?? project.name,
    description: description ?? project.description,
    visibility: visibility ?? project.visibility,
  });
  return createOperation(state, call);
}

function deleteProject(state: DevopsState, call: DevopsCall): RouteAnswer {
  const project = findProject(call, call.params["projectid"] ?? "");
  checkProjectAdministrator(call, project, "Delete team project");
  removeProject(state.store, project.projectId);
  return createOperation(state, call);
}

function formatProject(project: Project, baseUrl: string): z.infer<typeof projectAnswer> {
  return {
    id: project.projectId,
    name: project.name,
    description: project.description,
    url: `${baseUrl}/_apis/projects/${project.projectId}`,
    state: "wellFormed",
    revision: 1,
    visibility: visibility.parse(project.visibility),
  };
}

function formatCapabilities(project: Project): z.infer<typeof projectAnswer>["capabilities"] {
  const processId = project.processTemplateId ?? defaultProcessId;
  const templateName = processes.find(({ id }) => id === processId)?.name ?? processId;
  return {
    processTemplate: { templateName, templateTypeId: processId },
    versioncontrol: { sourceControlType: "Git" },
  };
}
