import { z } from "zod";
import type { PipelinePermission, Project, ServiceConnection } from "../../state/entities";
import { pipelinePermissionKey, type Store } from "../../state/store";
import type { RouteAnswer } from "../../wire/route";
import { WireError } from "../../wire/wire-error";
import { createInvalid } from "./devops-errors";
import { addDevopsRoute, type DevopsCall, type DevopsRoutes } from "./devops-route";
import type { DevopsState } from "./devops-state";
import { findProjectConnection } from "./project-connection";
import { checkConnectionAdministrator, checkProjectAdministrator, findProject } from "./rights";

const location = "b5b9a4a4-e6cd-4096-853c-ab7d8b0c4eb2";

/** The kinds of resources that pipelines need a permission for. */
const resourceTypes = ["endpoint", "queue", "variablegroup", "environment", "repository", "securefile"];

const permissionBody = z.looseObject({
  pipelines: z.array(z.looseObject({ id: z.number().int(), authorized: z.boolean() })).nullish(),
  allPipelines: z.looseObject({ authorized: z.boolean() }).nullish(),
});

const permissionAnswer = z.strictObject({
  resource: z.strictObject({ id: z.string(), type: z.string() }),
  pipelines: z.array(z.strictObject({ id: z.number().int(), authorized: z.literal(true) })),
  allPipelines: z.strictObject({ authorized: z.literal(true) }).optional(),
});

export function addPipelinePermissionRoutes(routes: DevopsRoutes): void {
  const path = "/:project/_apis/pipelines/pipelinepermissions/:resourcetype/:resourceid";
  const responses = { 200: permissionAnswer };
  addDevopsRoute(routes, { method: "GET", path, location, responses }, readPermission);
  addDevopsRoute(routes, { method: "PATCH", path, location, body: permissionBody, responses }, updatePermission);
}

/** Whether a pipeline may use a service connection: it is named, or the connection is open to all pipelines. */
export function isPipelineAuthorized(
  store: Store,
  { projectId, connectionId, pipelineId }: { projectId: string; connectionId: string; pipelineId: number },
): boolean {
  const key = pipelinePermissionKey({ projectId, resourceType: "endpoint", resourceId: connectionId });
  const permission = store.pipelinePermissions.get(key);
  return permission !== undefined && (permission.allPipelines || permission.pipelineIds.includes(pipelineId));
}

function readPermission(state: DevopsState, call: DevopsCall): RouteAnswer {
  const project = findProject(call, call.params["project"] ?? "");
  const permission = openPermission(call, project);
  findResource(call, permission);
  return {
    status: 200,
    body: formatPermission(state.store.pipelinePermissions.get(pipelinePermissionKey(permission)) ?? permission),
  };
}

function updatePermission(state: DevopsState, call: DevopsCall<z.infer<typeof permissionBody>>): RouteAnswer {
  const project = findProject(call, call.params["project"] ?? "");
  const empty = openPermission(call, project);
  checkMayAuthorize(call, project, empty);
  const { pipelines, allPipelines } = call.body;
  for (const { id } of pipelines ?? []) checkPipelineExists(state.store, project, id);
  const current = state.store.pipelinePermissions.get(pipelinePermissionKey(empty));
  const updated = {
    ...(current ?? empty),
    pipelineIds: applyChanges(current?.pipelineIds ?? [], pipelines ?? []),
    allPipelines: allPipelines?.authorized ?? current?.allPipelines ?? false,
  };
  if (current === undefined) state.store.pipelinePermissions.insert(updated);
  else state.store.pipelinePermissions.update(updated);
  return { status: 200, body: formatPermission(updated) };
}

/** The permission as it is before anybody gave one. */
function openPermission({ params }: DevopsCall<unknown>, { projectId }: Project): PipelinePermission {
  const resourceType = params["resourcetype"] ?? "";
  if (!resourceTypes.includes(resourceType)) throw createInvalid(`There is no resource type ${resourceType}.`);
  return { projectId, resourceType, resourceId: params["resourceid"] ?? "", allPipelines: false, pipelineIds: [] };
}

// Only service connections are modelled; the other kinds are taken as they are named.
function findResource(
  { store }: DevopsCall<unknown>,
  { projectId, resourceType, resourceId }: PipelinePermission,
): ServiceConnection | undefined {
  return resourceType === "endpoint"
    ? findProjectConnection(store, { projectId, connectionId: resourceId })
    : undefined;
}

function checkMayAuthorize(call: DevopsCall<unknown>, project: Project, permission: PipelinePermission): void {
  const connection = findResource(call, permission);
  if (connection === undefined) checkProjectAdministrator(call, project, "Administer the protected resource");
  else checkConnectionAdministrator(call, connection, project.projectId);
}

function checkPipelineExists(store: Store, { projectId, name }: Project, pipelineId: number): void {
  if (store.pipelines.get(`${projectId}/${pipelineId}`) !== undefined) return;
  throw new WireError(404, "DefinitionNotFoundException", `The pipeline ${pipelineId} does not exist in ${name}.`);
}

function applyChanges(current: readonly number[], changes: readonly { id: number; authorized: boolean }[]): number[] {
  const ids = new Set(current);
  for (const { id, authorized } of changes) {
    if (authorized) ids.add(id);
    else ids.delete(id);
  }
  return [...ids].sort((one, other) => one - other);
}

function formatPermission(permission: PipelinePermission): z.infer<typeof permissionAnswer> {
  const { resourceId, resourceType, pipelineIds, allPipelines } = permission;
  return {
    resource: { id: resourceId, type: resourceType },
    pipelines: pipelineIds.map((id) => ({ id, authorized: true })),
    ...(allPipelines ? { allPipelines: { authorized: true } } : {}),
  };
}
