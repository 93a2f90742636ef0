import { z } from "zod";
import type { Project, ServiceConnection } from "../../state/entities";
import type { RouteAnswer } from "../../wire/route";
import { createUnbuiltError } from "../../wire/unbuilt";
import { WireError } from "../../wire/wire-error";
import { collectionOf, createCollection } from "./collection-answer";
import { createRoleEntry } from "./connection-access";
import { readCallerId } from "./devops-caller";
import { createInvalid } from "./devops-errors";
import { addDevopsRoute, type DevopsCall, type DevopsRoutes } from "./devops-route";
import type { DevopsState } from "./devops-state";
import { chooseIssuerGeneration } from "./federation";
import { deleteConnection, deleteQuery } from "./delete-service-connection";
import {
  type Asker,
  checkConnectionAdministrator,
  checkConnectionCreator,
  findProject,
  isConnectionAdministrator,
} from "./rights";
import { formatConnection } from "./service-connection-answer";
import { checkServiceConnection, serverParameters } from "./service-connection-checks";
import {
  connectionForReaders,
  connectionOrNull,
  projectReference,
  type ProjectReferenceBody,
  type ServiceConnectionBody,
  serviceConnectionBody,
  wholeConnection,
} from "./service-connection-schema";

const writeLocation = "14e48fdc-2c8b-41ce-a0c3-e26f6cc55bd0";
const readLocation = "e85f1c62-adfc-4b74-b618-11a150fb195e";

const listQuery = z.looseObject({
  type: z.string().optional(),
  authSchemes: z.string().optional(),
  endpointIds: z.string().optional(),
  endpointNames: z.string().optional(),
  owner: z.string().optional(),
  actionFilter: z.string().optional(),
});

const updateQuery = z.looseObject({ operation: z.string().optional() });

export function addServiceConnectionRoutes(routes: DevopsRoutes): void {
  const all = { path: "/_apis/serviceendpoint/endpoints", location: writeLocation };
  const one = { path: "/_apis/serviceendpoint/endpoints/:endpointid", location: writeLocation };
  const inProject = "/:project/_apis/serviceendpoint/endpoints";
  const written = { body: serviceConnectionBody, responses: { 200: wholeConnection } };
  const listed = collectionOf(z.union([wholeConnection, connectionForReaders]));
  addDevopsRoute(routes, { ...all, ...written, method: "POST" }, createConnection);
  addDevopsRoute(routes, { ...one, ...written, method: "PUT", query: updateQuery }, updateConnection);
  addDevopsRoute(
    routes,
    { ...one, method: "PATCH", body: z.array(projectReference).min(1), responses: { 204: null } },
    shareConnection,
  );
  addDevopsRoute(routes, { ...one, method: "DELETE", query: deleteQuery, responses: { 204: null } }, (state, call) =>
    deleteConnection(state, call, findConnection(call, call.params["endpointid"])),
  );
  addDevopsRoute(
    routes,
    { method: "GET", path: inProject, location: readLocation, query: listQuery, responses: { 200: listed } },
    listConnections,
  );
  addDevopsRoute(
    routes,
    { method: "GET", path: `${inProject}/:endpointid`, location: readLocation, responses: { 200: connectionOrNull } },
    readConnection,
  );
}

function createConnection(state: DevopsState, call: DevopsCall<ServiceConnectionBody>): RouteAnswer {
  const { body, organization, caller } = call;
  checkServiceConnection(body);
  const projects = body.serviceEndpointProjectReferences.map((reference) => openProject(call, reference));
  const issuerGeneration = chooseIssuerGeneration(organization, body.data);
  checkIssuerType(body, issuerGeneration);
  const connection = state.store.serviceConnections.insert({
    connectionId: state.newId(),
    organizationId: organization.organizationId,
    ...readWritten(body),
    issuerGeneration,
    projects: projects.map(({ project, reference }) => ({
      ...readReference(project, reference, body),
      // Documented: who makes a connection gets this role on it.
      access: [createRoleEntry(readCallerId(caller), "Administrator")],
    })),
    createdBy: readCallerId(caller),
  });
  return { status: 200, body: formatConnection(call, connection, firstProjectId(connection)) };
}

/** Finds the project of a reference, and checks that the caller may put a connection with this name there. */
function openProject(
  call: DevopsCall<ServiceConnectionBody>,
  reference: ProjectReferenceBody,
): { project: Project; reference: ProjectReferenceBody } {
  const project = findProject(call, reference.projectReference.id);
  checkConnectionCreator(call, project);
  checkNameIsFree(call, { projectId: project.projectId, name: reference.name ?? call.body.name });
  return { project, reference };
}

function updateConnection(
  state: DevopsState,
  call: DevopsCall<ServiceConnectionBody, z.infer<typeof updateQuery>>,
): RouteAnswer {
  const { body, query } = call;
  if (query.operation !== undefined)
    throw createUnbuiltError(`the operation ${query.operation} of a service connection`);
  const connection = findConnection(call, call.params["endpointid"]);
  checkServiceConnection(body);
  checkIssuerType(body, connection.issuerGeneration);
  if (body.id != null && body.id.toLowerCase() !== connection.connectionId.toLowerCase()) {
    throw createInvalid(`The service connection ${body.id} is not the one in the URL.`);
  }
  if (chooseIssuerGeneration({ ...call.organization, issuerGeneration: "entra" }, body.data) === "azure-devops") {
    if (connection.issuerGeneration === "entra")
      throw createUnbuiltError("moving a service connection to another cloud");
  }
  const updated = { ...connection, ...readWritten(body), projects: updateReferences(call, connection) };
  state.store.serviceConnections.update(updated);
  return { status: 200, body: formatConnection(call, updated, firstProjectId(updated)) };
}

function updateReferences(
  call: DevopsCall<ServiceConnectionBody, unknown>,
  connection: ServiceConnection,
): ServiceConnection["projects"] {
  const { body } = call;
  const written = body.serviceEndpointProjectReferences;
  const foreign = written.find(({ projectReference: { id } }) => !isIn(connection, id));
  if (foreign !== undefined) throw createUnbuiltError("sharing a service connection by PUT; PATCH shares it");
  return connection.projects.map((current) => {
    const reference = written.find(({ projectReference: { id } }) => equals(id, current.projectId));
    if (reference === undefined) return current;
    checkConnectionAdministrator(call, connection, current.projectId);
    const name = reference.name ?? body.name;
    checkNameIsFree(call, { projectId: current.projectId, name, ownId: connection.connectionId });
    return { ...current, name, description: reference.description ?? body.description ?? "" };
  });
}

function shareConnection(state: DevopsState, call: DevopsCall<ProjectReferenceBody[]>): RouteAnswer {
  const connection = findConnection(call, call.params["endpointid"]);
  checkConnectionAdministrator(call, connection, firstProjectId(connection));
  const added = call.body
    .filter(({ projectReference: { id } }) => !isIn(connection, id))
    .map((reference) => {
      const project = findProject(call, reference.projectReference.id);
      checkConnectionCreator(call, project);
      checkNameIsFree(call, { projectId: project.projectId, name: reference.name ?? connection.name });
      return readReference(project, reference, connection);
    });
  state.store.serviceConnections.update({ ...connection, projects: [...connection.projects, ...added] });
  return { status: 204 };
}

function listConnections(state: DevopsState, call: DevopsCall<undefined, z.infer<typeof listQuery>>): RouteAnswer {
  const { projectId } = findProject(call, call.params["project"] ?? "");
  const { type, authSchemes, endpointIds, endpointNames, owner, actionFilter } = call.query;
  const managed = ["manage", "use", "2", "16"].includes(actionFilter?.toLowerCase() ?? "");
  const found = state.store.serviceConnections
    .list((connection) => isIn(connection, projectId))
    .filter(
      (connection) =>
        isListed(type, connection.type) &&
        isListed(authSchemes, connection.scheme) &&
        isListed(endpointIds, connection.connectionId) &&
        isListed(owner, connection.owner) &&
        isListed(endpointNames, connection.projects.find((one) => one.projectId === projectId)?.name ?? "") &&
        (!managed || isConnectionAdministrator(call, connection, projectId)),
    );
  return createCollection(found.map((connection) => formatConnection(call, connection, projectId)));
}

function readConnection(state: DevopsState, call: DevopsCall): RouteAnswer {
  const { projectId } = findProject(call, call.params["project"] ?? "");
  const connection = state.store.serviceConnections.get(call.params["endpointid"] ?? "");
  if (connection === undefined || !isIn(connection, projectId)) return { status: 200, body: null };
  return { status: 200, body: formatConnection(call, connection, projectId) };
}

/** @throws WireError 404; the status of a write to an unknown id is guessed (deletes were seen to answer 500 years ago). */
function findConnection({ store, organization }: Asker, id: string | undefined): ServiceConnection {
  const connection = store.serviceConnections.get(id ?? "");
  if (connection?.organizationId === organization.organizationId) return connection;
  throw new WireError(404, "ServiceEndpointNotFoundException", `The service connection ${id ?? ""} does not exist.`);
}

// Observed: public clients look for this exception's name, one of them together with the status 500.
function checkNameIsFree(
  { store }: Asker,
  { projectId, name, ownId }: { projectId: string; name: string; ownId?: string },
): void {
  const [same] = store.serviceConnections.list(
    (connection) =>
      connection.connectionId !== ownId &&
      connection.projects.some((one) => one.projectId === projectId && equals(one.name, name)),
  );
  if (same === undefined) return;
  throw new WireError(
    500,
    "DuplicateServiceConnectionException",
    `Service connection with name ${name} already exists. Only a user having Administrator/User role permissions on ` +
      `service connection ${name} can see it.`,
  );
}

/** Where the request names a generation of the issuer, it must be the one that the connection has. */
function checkIssuerType(
  { authorization }: ServiceConnectionBody,
  generation: ServiceConnection["issuerGeneration"],
): void {
  const entry = Object.entries(authorization.parameters).find(([key]) =>
    equals(key, "workloadIdentityFederationIssuerType"),
  );
  if (entry === undefined || (generation === "entra" && equals(entry[1], "EntraID"))) return;
  throw createUnbuiltError(`choosing the issuer ${entry[1]} of a service connection`);
}

function readWritten(
  body: ServiceConnectionBody,
): Pick<ServiceConnection, "name" | "type" | "url" | "description" | "owner" | "data" | "scheme" | "parameters"> {
  const parameters = Object.entries(body.authorization.parameters).filter(
    ([key]) => !serverParameters.some((name) => equals(name, key)),
  );
  return {
    name: body.name,
    type: body.type.toLowerCase(),
    url: body.url,
    description: body.description ?? "",
    owner: body.owner ?? "library",
    data: body.data,
    scheme: "WorkloadIdentityFederation",
    parameters: Object.fromEntries(parameters.map(([key, value]) => [key.toLowerCase(), value])),
  };
}

function readReference(
  { projectId }: Project,
  reference: ProjectReferenceBody,
  { name, description }: { name: string; description?: string | null | undefined },
): ServiceConnection["projects"][number] {
  return { projectId, name: reference.name ?? name, description: reference.description ?? description ?? "" };
}

function firstProjectId({ connectionId, projects: [first] }: ServiceConnection): string {
  if (first === undefined) throw new Error(`the connection ${connectionId} is in no project`);
  return first.projectId;
}

function isIn({ projects }: ServiceConnection, projectId: string): boolean {
  return projects.some((reference) => equals(reference.projectId, projectId));
}

function isListed(list: string | undefined, value: string): boolean {
  return list === undefined || list.split(",").some((one) => equals(one.trim(), value));
}

function equals(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
