import { z } from "zod";
import type { CheckConfiguration, Project } from "../../state/entities";
import { checkConfigurationKey, type Store } from "../../state/store";
import type { RouteAnswer } from "../../wire/route";
import { WireError } from "../../wire/wire-error";
import { checkKinds, type CheckKind } from "./check-kinds-table";
import { readCallerId } from "./devops-caller";
import { checkApproversAreKnown } from "./check-approvers";
import { createInvalid } from "./devops-errors";
import { addDevopsRoute, type DevopsCall, type DevopsRoutes } from "./devops-route";
import type { DevopsState } from "./devops-state";
import { findProjectConnection } from "./project-connection";
import { checkConnectionAdministrator, checkProjectAdministrator, findProject } from "./rights";

const location = "86c8381e-5aee-4cde-8ae4-25c0c7f5eaea";

const checkBody = z.looseObject({
  id: z.number().int().nullish(),
  resource: z.looseObject({ id: z.string().min(1), type: z.string().min(1) }),
  type: z.looseObject({ id: z.guid(), name: z.string().nullish() }),
  settings: z.record(z.string(), z.unknown()).nullish(),
  timeout: z.number().int().nonnegative().nullish(),
});

type CheckBody = z.infer<typeof checkBody>;

const checkAnswer = z.strictObject({
  id: z.number().int(),
  version: z.number().int(),
  type: z.strictObject({ id: z.guid(), name: z.string() }),
  resource: z.strictObject({ id: z.string(), type: z.string() }),
  settings: z.record(z.string(), z.unknown()).optional(),
  timeout: z.number().int(),
  createdBy: z.strictObject({ id: z.string() }),
  createdOn: z.iso.datetime(),
  modifiedOn: z.iso.datetime(),
  url: z.url(),
});

const checkQuery = z.looseObject({ $expand: z.string().optional() });

const listQuery = checkQuery.extend({ resourceType: z.string().optional(), resourceId: z.string().optional() });

const listAnswer = z.strictObject({ count: z.number().int(), value: z.array(checkAnswer) });

type ProtectedResource = Pick<CheckConfiguration, "projectId" | "resourceType" | "resourceId">;

/** Approvals and checks, one configuration a check. Whoever may administer the resource may write them. */
export function addCheckConfigurationRoutes(routes: DevopsRoutes): void {
  const collection = { path: "/:project/_apis/pipelines/checks/configurations", location };
  const one = { path: `${collection.path}/:checkid`, location };
  const responses = { 200: checkAnswer };
  addDevopsRoute(routes, { ...collection, method: "POST", body: checkBody, responses }, createCheck);
  addDevopsRoute(
    routes,
    { ...collection, method: "GET", query: listQuery, responses: { 200: listAnswer } },
    listConfigurations,
  );
  addDevopsRoute(routes, { ...one, method: "GET", query: checkQuery, responses }, readCheck);
  addDevopsRoute(routes, { ...one, method: "PATCH", body: checkBody, responses }, updateCheck);
  addDevopsRoute(routes, { ...one, method: "DELETE", responses: { 204: null } }, deleteCheck);
}

/** The checks on a resource in one project, in the order they were made. */
export function listChecks(store: Store, resource: ProtectedResource): readonly CheckConfiguration[] {
  return store.checkConfigurations
    .list(
      ({ projectId, resourceType, resourceId }) =>
        projectId === resource.projectId &&
        resourceType === resource.resourceType &&
        resourceId.toLowerCase() === resource.resourceId.toLowerCase(),
    )
    .sort((one, other) => one.checkId - other.checkId);
}

function createCheck(state: DevopsState, call: DevopsCall<CheckBody>): RouteAnswer {
  const project = findProject(call, call.params["project"] ?? "");
  const resource = readResource(call.body, project);
  checkMayProtect(call, project, resource);
  const written = readSettings(call.body);
  checkApproversAreKnown(call, written);
  const now = state.store.clock.now();
  const check: CheckConfiguration = {
    ...resource,
    ...written,
    checkId: takeNumber(state, call),
    version: 1,
    createdBy: readCallerId(call.caller),
    createdAt: now,
    modifiedAt: now,
  };
  state.store.checkConfigurations.insert(check);
  return { status: 200, body: formatCheck(check, call, true) };
}

function listConfigurations(
  { store }: DevopsState,
  call: DevopsCall<undefined, z.infer<typeof listQuery>>,
): RouteAnswer {
  const { projectId } = findProject(call, call.params["project"] ?? "");
  const { resourceType, resourceId } = call.query;
  if (resourceType === undefined || resourceId === undefined) {
    throw createInvalid("The query parameters resourceType and resourceId are needed.");
  }
  const value = listChecks(store, { projectId, resourceType, resourceId }).map((check) =>
    formatCheck(check, call, wantsSettings(call.query)),
  );
  return { status: 200, body: { count: value.length, value } };
}

function readCheck(_: DevopsState, call: DevopsCall<undefined, z.infer<typeof checkQuery>>): RouteAnswer {
  return { status: 200, body: formatCheck(findCheck(call).check, call, wantsSettings(call.query)) };
}

function updateCheck({ store }: DevopsState, call: DevopsCall<CheckBody>): RouteAnswer {
  const { check, project } = findCheck(call);
  checkMayProtect(call, project, check);
  const written = readSettings(call.body);
  if (written.typeId !== check.typeId) throw createInvalid("The type of a check cannot be changed.");
  checkApproversAreKnown(call, written);
  const updated = { ...check, ...written, version: check.version + 1, modifiedAt: store.clock.now() };
  store.checkConfigurations.update(updated);
  return { status: 200, body: formatCheck(updated, call, true) };
}

function deleteCheck({ store }: DevopsState, call: DevopsCall): RouteAnswer {
  const { check, project } = findCheck(call);
  checkMayProtect(call, project, check);
  store.checkConfigurations.remove(checkConfigurationKey(check));
  return { status: 204 };
}

function findCheck(call: DevopsCall<unknown, unknown>): { check: CheckConfiguration; project: Project } {
  const project = findProject(call, call.params["project"] ?? "");
  const checkId = Number(call.params["checkid"]);
  const check = call.store.checkConfigurations.get(checkConfigurationKey({ projectId: project.projectId, checkId }));
  if (check !== undefined) return { check, project };
  throw new WireError(
    404,
    "CheckConfigurationNotFoundException",
    `The check configuration ${call.params["checkid"] ?? ""} does not exist.`,
  );
}

function readResource({ resource }: CheckBody, { projectId }: Project): ProtectedResource {
  return { projectId, resourceType: resource.type, resourceId: resource.id };
}

function readSettings({
  type,
  settings,
  timeout,
}: CheckBody): Pick<CheckConfiguration, "typeId" | "settings" | "timeout"> {
  const kind = findKind(type.id);
  if (kind === undefined) throw createInvalid(`There is no check type ${type.id}.`);
  const result = kind.settings.safeParse(settings ?? {});
  if (!result.success) throw createInvalid(`The settings of the check are not valid: ${z.prettifyError(result.error)}`);
  return { typeId: kind.typeId, settings: result.data, timeout: timeout ?? kind.timeout };
}

function findKind(typeId: string): CheckKind | undefined {
  return checkKinds.find((kind) => kind.typeId === typeId.toLowerCase());
}

/** Only service connections are modelled; the other kinds are taken as they are named, for a project's administrators. */
function checkMayProtect(call: DevopsCall<unknown, unknown>, project: Project, resource: ProtectedResource): void {
  if (resource.resourceType !== "endpoint") {
    checkProjectAdministrator(call, project, "Administer the protected resource");
    return;
  }
  const { projectId } = project;
  const connection = findProjectConnection(call.store, { projectId, connectionId: resource.resourceId });
  checkConnectionAdministrator(call, connection, projectId);
}

function takeNumber({ store }: DevopsState, { organization }: DevopsCall<unknown, unknown>): number {
  const current = store.organizations.get(organization.organizationId) ?? organization;
  const checkId = (current.lastCheckId ?? 0) + 1;
  store.organizations.update({ ...current, lastCheckId: checkId });
  return checkId;
}

function wantsSettings(query: z.infer<typeof checkQuery>): boolean {
  return query.$expand?.toLowerCase() === "settings";
}

function formatCheck(
  check: CheckConfiguration,
  { baseUrl }: Pick<DevopsCall, "baseUrl">,
  expanded: boolean,
): z.infer<typeof checkAnswer> {
  const { checkId, projectId, resourceId, resourceType, settings, timeout, typeId, version } = check;
  return {
    id: checkId,
    version,
    type: { id: typeId, name: findKind(typeId)?.name ?? "" },
    resource: { id: resourceId, type: resourceType },
    ...(expanded ? { settings } : {}),
    timeout,
    createdBy: { id: check.createdBy },
    createdOn: new Date(check.createdAt).toISOString(),
    modifiedOn: new Date(check.modifiedAt).toISOString(),
    url: `${baseUrl}/${projectId}/_apis/pipelines/checks/configurations/${checkId}`,
  };
}
