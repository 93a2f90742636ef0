import { isGuid } from "../../facts/guid";
import type { EngineResource } from "../engine/engine-resource";
import type { ConnectionRole } from "../model/connection-role";
import type { Entity } from "../model/model";
import type { PipelinePermission } from "../model/pipeline-permission";
import type { Reference } from "../model/reference";
import type { Value } from "../model/value";
import { checkRecognizers } from "./azuredevops-checks";
import { connectionRecognizers } from "./azuredevops-connections";
import { isOnConnection } from "./is-on-connection";
import { readDeclared } from "./read-declared";
import { joinItems, mapKnown, readEntries, readFlag, readId, readNumber, readText, withDefault } from "./read-value";
import type { RecognizerContext, Recognizers } from "./recognizer";

const absent = { state: "absent" } as const;

// Documented at https://learn.microsoft.com/azure/devops/organizations/security/namespace-reference
const connectionNamespace = "49b48001-ca20-4adc-8111-5b60c903a50c";
const connectionRoleScope = "distributedtask.serviceendpointrole";

/** Recognizers of what the provider `azuredevops` makes. */
export const azuredevopsRecognizers: Recognizers = {
  ...connectionRecognizers,
  ...checkRecognizers,
  "azuredevops:index:PipelineAuthorization": recognizePipelineAuthorization,
  "azuredevops:Security:ResourceAuthorization": recognizeResourceAuthorization,
  "azuredevops:index:ResourceAuthorization": recognizeResourceAuthorization,
  "azuredevops:index:ServiceendpointPermissions": recognizeConnectionPermissions,
  "azuredevops:index:SecurityPermissions": recognizeSecurityPermissions,
  "azuredevops:index:SecurityroleAssignment": recognizeRoleAssignment,
};

function recognizePipelineAuthorization(resource: EngineResource, context: RecognizerContext): readonly Entity[] {
  const pipelineProject = readId(resource, "pipelineProjectId");
  return isOnConnection(readText(resource, "type"))
    ? [
        createPipelinePermission(resource, context, {
          project: pipelineProject.state === "absent" ? readId(resource, "projectId") : pipelineProject,
          pipeline: readPipeline(resource, "pipelineId"),
        }),
      ]
    : [];
}

/** The older form of the same. It can also say that a pipeline has no permission. */
function recognizeResourceAuthorization(resource: EngineResource, context: RecognizerContext): readonly Entity[] {
  const authorized = readFlag(resource, "authorized");
  const isDenied = authorized.state === "known" && !authorized.value;
  return isOnConnection(withDefault(readText(resource, "type"), "endpoint")) && !isDenied
    ? [
        createPipelinePermission(resource, context, {
          project: readId(resource, "projectId"),
          pipeline: readPipeline(resource, "definitionId"),
        }),
      ]
    : [];
}

function readPipeline(resource: EngineResource, path: string): Value {
  return mapKnown(readNumber(resource, path), String);
}

function createPipelinePermission(
  resource: EngineResource,
  { graph, references }: RecognizerContext,
  { project, pipeline }: Pick<PipelinePermission, "project" | "pipeline">,
): PipelinePermission {
  return {
    ...readDeclared(resource, graph),
    class: "pipelinePermission",
    connection: references.findConnection(readId(resource, "resourceId")),
    project,
    pipeline,
    allPipelines: pipeline.state === "absent",
  };
}

function recognizeConnectionPermissions(
  resource: EngineResource,
  { graph, references }: RecognizerContext,
): readonly Entity[] {
  return [
    {
      ...readDeclared(resource, graph),
      class: "connectionRole",
      connection: references.findConnection(readId(resource, "serviceendpointId")),
      project: readId(resource, "projectId"),
      principal: readId(resource, "principal"),
      roles: readAllowed(resource),
    },
  ];
}

/** Permissions of any kind; those on service connections name a project and perhaps a connection in their token. */
function recognizeSecurityPermissions(resource: EngineResource, context: RecognizerContext): readonly Entity[] {
  const declared = readDeclared(resource, context.graph);
  const namespace = readId(resource, "namespaceId");
  const token = readText(resource, "token");
  const place = token.state === "known" ? parseConnectionToken(token.value) : undefined;
  if (namespace.state !== "known" || namespace.value !== connectionNamespace || place === undefined) {
    return [{ ...declared, class: "unrecognized" }];
  }
  return [
    {
      ...declared,
      class: "connectionRole",
      connection: findConnectionOf(place, context),
      project: { state: "known", value: place.project },
      principal: readId(resource, "principal"),
      roles: readAllowed(resource),
    },
  ];
}

function recognizeRoleAssignment(resource: EngineResource, context: RecognizerContext): readonly Entity[] {
  const declared = readDeclared(resource, context.graph);
  const scope = readText(resource, "scope");
  if (scope.state !== "known" || scope.value.toLowerCase() !== connectionRoleScope) {
    return [{ ...declared, class: "unrecognized" }];
  }
  return [
    {
      ...declared,
      class: "connectionRole",
      ...readRolePlace(resource, context),
      principal: readId(resource, "identityId"),
      roles: mapKnown(readText(resource, "roleName"), (name) => [name]),
    },
  ];
}

/** The project and, behind an underscore, the connection. */
function readRolePlace(
  resource: EngineResource,
  context: RecognizerContext,
): Pick<ConnectionRole, "connection" | "project"> {
  const id = readText(resource, "resourceId");
  if (id.state !== "known") {
    return { connection: context.references.findConnection(id), project: id };
  }
  const [project = "", connection, ...rest] = id.value.toLowerCase().split("_");
  return isGuid(project) && (connection === undefined || isGuid(connection)) && rest.length === 0
    ? {
        connection: findConnectionOf({ project, ...(connection === undefined ? {} : { connection }) }, context),
        project: { state: "known", value: project },
      }
    : { connection: { to: "unreadable" }, project: { state: "unreadable" } };
}

/** A project, and one of its connections or all of them. */
interface ConnectionPlace {
  readonly project: string;
  readonly connection?: string;
}

function parseConnectionToken(token: string): ConnectionPlace | undefined {
  const [root = "", project = "", connection, ...rest] = token.toLowerCase().split("/");
  const isKnown = root === "endpoints" && isGuid(project) && (connection === undefined || isGuid(connection));
  return isKnown && rest.length === 0 ? { project, ...(connection === undefined ? {} : { connection }) } : undefined;
}

function findConnectionOf({ connection }: ConnectionPlace, { references }: RecognizerContext): Reference {
  return references.findConnection(connection === undefined ? absent : { state: "known", value: connection });
}

/** Reads the names of the permissions that are allowed; those that are denied or left open give nothing. */
function readAllowed(resource: EngineResource): Value<readonly string[]> {
  return joinItems(
    mapKnown(readEntries(resource, "permissions"), (entries) =>
      entries.map(({ name, value }) =>
        value.state === "known"
          ? value.value.toLowerCase() === "allow"
            ? { state: "known", value: name }
            : absent
          : value,
      ),
    ),
  );
}
