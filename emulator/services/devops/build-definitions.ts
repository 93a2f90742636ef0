import type { Pipeline, PipelinePermission, Project } from "../../state/entities";
import type { RouteAnswer } from "../../wire/route";
import { WireError } from "../../wire/wire-error";
import type { z } from "zod";
import { formatDefinition, formatReference, readDefinition, readPath } from "./build-definition-answer";
import {
  buildDefinitionAnswer,
  type BuildDefinitionBody,
  buildDefinitionBody,
  buildDefinitionReference,
  listQuery,
} from "./build-definition-schema";
import { collectionOf, createPage } from "./collection-answer";
import { createInvalid } from "./devops-errors";
import { addDevopsRoute, type DevopsCall, type DevopsRoutes } from "./devops-route";
import type { DevopsState } from "./devops-state";
import { createPipeline } from "./pipelines";
import { checkProjectAdministrator, findProject } from "./rights";

const location = "dbeaf647-6167-421a-bda9-c9327b25e2e6";

export function addBuildDefinitionRoutes(routes: DevopsRoutes): void {
  const all = { path: "/:project/_apis/build/definitions", location };
  const one = { path: "/:project/_apis/build/definitions/:definitionid", location };
  const written = { body: buildDefinitionBody, responses: { 200: buildDefinitionAnswer } };
  addDevopsRoute(
    routes,
    { ...all, method: "GET", query: listQuery, responses: { 200: collectionOf(buildDefinitionReference) } },
    listDefinitions,
  );
  addDevopsRoute(routes, { ...all, ...written, method: "POST" }, createDefinition);
  addDevopsRoute(routes, { ...one, method: "GET", responses: { 200: buildDefinitionAnswer } }, readOneDefinition);
  addDevopsRoute(routes, { ...one, ...written, method: "PUT" }, updateDefinition);
  addDevopsRoute(routes, { ...one, method: "DELETE", responses: { 204: null } }, deleteDefinition);
}

function listDefinitions(state: DevopsState, call: DevopsCall<undefined, z.infer<typeof listQuery>>): RouteAnswer {
  const project = findProject(call, call.params["project"] ?? "");
  const { name, path, definitionIds } = call.query;
  const ids = definitionIds?.split(",").map(Number);
  const found = state.store.pipelines
    .list(({ projectId }) => projectId === project.projectId)
    .map((pipeline) => formatDefinition(pipeline, project, call.baseUrl))
    .filter(
      (definition) =>
        (name === undefined || matchesName(definition.name, name)) &&
        (path === undefined || definition.path.toLowerCase() === path.toLowerCase()) &&
        (ids === undefined || ids.includes(definition.id)),
    )
    .sort((one, other) => one.id - other.id);
  return createPage(found.map(formatReference), call.query);
}

function createDefinition(state: DevopsState, call: DevopsCall<BuildDefinitionBody>): RouteAnswer {
  const project = findProject(call, call.params["project"] ?? "");
  checkProjectAdministrator(call, project, "Create build pipeline");
  checkNameIsFree(state, project, { name: call.body.name, path: readPath(call.body) });
  const pipeline = createPipeline(state.store, {
    projectId: project.projectId,
    name: call.body.name,
    definition: readDefinition(call.body),
  });
  return { status: 200, body: formatDefinition(pipeline, project, call.baseUrl) };
}

function readOneDefinition(state: DevopsState, call: DevopsCall): RouteAnswer {
  const project = findProject(call, call.params["project"] ?? "");
  const pipeline = findPipeline(state, project, call.params["definitionid"]);
  return { status: 200, body: formatDefinition(pipeline, project, call.baseUrl) };
}

function updateDefinition(state: DevopsState, call: DevopsCall<BuildDefinitionBody>): RouteAnswer {
  const project = findProject(call, call.params["project"] ?? "");
  const pipeline = findPipeline(state, project, call.params["definitionid"]);
  checkProjectAdministrator(call, project, "Edit build pipeline");
  const { id, name, revision } = call.body;
  if (id != null && id !== pipeline.pipelineId) throw createInvalid(`The definition ${id} is not the one in the URL.`);
  // Guessed: status and text. That a definition is written as a change of the revision read is documented.
  const current = pipeline.revision ?? 1;
  if (revision !== current) {
    throw new WireError(
      409,
      "InvalidDefinitionRevisionException",
      `The definition ${pipeline.name} is at revision ${current} and was written as a change of revision ` +
        `${revision ?? "(none)"}. Read it again.`,
    );
  }
  checkNameIsFree(state, project, { name, path: readPath(call.body), ownId: pipeline.pipelineId });
  const updated = { ...pipeline, name, revision: current + 1, definition: readDefinition(call.body) };
  state.store.pipelines.update(updated);
  return { status: 200, body: formatDefinition(updated, project, call.baseUrl) };
}

function deleteDefinition(state: DevopsState, call: DevopsCall): RouteAnswer {
  const project = findProject(call, call.params["project"] ?? "");
  const { pipelineId, projectId } = findPipeline(state, project, call.params["definitionid"]);
  checkProjectAdministrator(call, project, "Delete build pipeline");
  const names = (one: PipelinePermission): boolean =>
    one.projectId === projectId && one.pipelineIds.includes(pipelineId);
  for (const permission of state.store.pipelinePermissions.list(names)) {
    const pipelineIds = permission.pipelineIds.filter((id) => id !== pipelineId);
    state.store.pipelinePermissions.update({ ...permission, pipelineIds });
  }
  state.store.pipelines.remove(`${projectId}/${pipelineId}`);
  return { status: 204 };
}

// Guessed: status and text.
function findPipeline(state: DevopsState, project: Project, id: string | undefined): Pipeline {
  const pipeline = state.store.pipelines.get(`${project.projectId}/${id ?? ""}`);
  if (pipeline !== undefined) return pipeline;
  throw new WireError(
    404,
    "DefinitionNotFoundException",
    `The definition ${id ?? ""} does not exist in ${project.name}.`,
  );
}

// Guessed: status and text.
function checkNameIsFree(
  state: DevopsState,
  project: Project,
  { name, path, ownId }: { name: string; path: string; ownId?: number },
): void {
  const [same] = state.store.pipelines.list(
    (pipeline) =>
      pipeline.projectId === project.projectId &&
      pipeline.pipelineId !== ownId &&
      pipeline.name.toLowerCase() === name.toLowerCase() &&
      readPath({ path: readStoredPath(pipeline) }).toLowerCase() === path.toLowerCase(),
  );
  if (same === undefined) return;
  throw new WireError(
    409,
    "DefinitionExistsException",
    `A pipeline with name ${name} already exists in the folder ${path}.`,
  );
}

function readStoredPath({ definition }: Pipeline): string | undefined {
  const path = definition?.["path"];
  return typeof path === "string" ? path : undefined;
}

// The filter may end in an asterisk. Documented with the list operation of build definitions.
function matchesName(name: string, filter: string): boolean {
  const wanted = filter.toLowerCase();
  if (wanted.endsWith("*")) return name.toLowerCase().startsWith(wanted.slice(0, -1));
  return name.toLowerCase() === wanted;
}
