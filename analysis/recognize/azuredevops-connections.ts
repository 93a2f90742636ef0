import type { EngineResource } from "../engine/engine-resource";
import type { Entity } from "../model/model";
import type { Reference } from "../model/reference";
import type { ServiceConnection } from "../model/service-connection";
import type { Value } from "../model/value";
import { readDeclared } from "./read-declared";
import { isList, type Property, readProperty, readLiveProperty } from "./read-property";
import {
  type Entry,
  mapKnown,
  normalizeGuid,
  readEntries,
  readId,
  readText,
  withDefault,
  readComputedId,
} from "./read-value";
import type { Recognizer, RecognizerContext, Recognizers } from "./recognizer";
import { serviceConnectionKinds } from "./service-connection-kinds-table";

const absent = { state: "absent" } as const;

// Schemes by which Azure DevOps signs in to Azure without a secret that it keeps.
const schemesWithoutSecret: readonly string[] = ["WorkloadIdentityFederation", "ManagedServiceIdentity", "None"];

/** Recognizers of service connections. */
export const connectionRecognizers: Recognizers = {
  ...Object.fromEntries(
    Object.entries(serviceConnectionKinds).map(([key, { kind, secrets }]) => [key, recognizeConnection(kind, secrets)]),
  ),
  "azuredevops:ServiceEndpoint:AzureRM": recognizeAzure,
  "azuredevops:ServiceEndpoint:Kubernetes": recognizeKubernetes,
  "azuredevops:index:ServiceEndpointAzureRM": recognizeAzure,
  "azuredevops:index:ServiceEndpointAzureEcr": recognizeContainerRegistry,
  "azuredevops:index:ServiceEndpointKubernetes": recognizeKubernetes,
  "azuredevops:index:ServiceendpointGenericV2": recognizeGeneric,
};

/** Recognizes a service connection of a kind that no table knows: it is there, and what it keeps cannot be read. */
export function recognizeUnknownConnection(resource: EngineResource, { graph }: RecognizerContext): readonly Entity[] {
  const [, kind = ""] = /^service_?endpoint(.*)$/i.exec(resource.type.split(":").at(-1) ?? "") ?? [];
  return [{ ...readBase(resource, kind), ...readDeclared(resource, graph), storesSecret: { state: "unreadable" } }];
}

function recognizeConnection(kind: string, secrets: readonly string[]): Recognizer {
  return (resource, { graph }) => [
    {
      ...readBase(resource, kind),
      ...readDeclared(resource, graph),
      storesSecret: { state: "known", value: secrets.some((path) => isGiven(readProperty(resource, path))) },
    },
  ];
}

function recognizeAzure(resource: EngineResource, context: RecognizerContext): readonly Entity[] {
  const { graph } = context;
  return [
    {
      ...readBase(resource, "azurerm"),
      ...readDeclared(resource, graph),
      ...readSignIn(resource, context),
      tenantId: readId(resource, "azurermSpnTenantid"),
      scope: readAzureScope(resource),
      environment: withDefault(readText(resource, "environment"), "AzureCloud"),
    },
  ];
}

function recognizeContainerRegistry(resource: EngineResource, context: RecognizerContext): readonly Entity[] {
  return [
    {
      ...readBase(resource, "dockerregistry"),
      ...readDeclared(resource, context.graph),
      ...readSignIn(resource, context),
      tenantId: readId(resource, "azurecrSpnTenantid"),
      scope: formatSubscription(readId(resource, "azurecrSubscriptionId")),
    },
  ];
}

function recognizeKubernetes(resource: EngineResource, { graph }: RecognizerContext): readonly Entity[] {
  return [
    {
      ...readBase(resource, "kubernetes"),
      ...readDeclared(resource, graph),
      scheme: readText(resource, "authorizationType"),
      // Also of an Azure subscription: Azure DevOps makes a service account in the cluster and keeps its token.
      storesSecret: { state: "known", value: true },
    },
  ];
}

/** A connection whose kind and way to sign in are texts. */
function recognizeGeneric(resource: EngineResource, { graph, references }: RecognizerContext): readonly Entity[] {
  const type = readText(resource, "type");
  const kind = type.state === "known" ? type.value : "of a kind that cannot be seen";
  const scheme = readText(resource, "authorizationScheme");
  const isAzure = kind.toLowerCase() === "azurerm";
  const parameters = readEntries(resource, "authorizationParameters");
  return [
    {
      ...readBase(resource, kind),
      ...readDeclared(resource, graph),
      connectionName: readText(resource, "name"),
      scheme,
      storesSecret: isOneOf(scheme, schemesWithoutSecret)
        ? { state: "known", value: false }
        : storesSecretParameter(parameters),
      identity: isAzure
        ? references.findIdentity(findParameter(parameters, "serviceprincipalid"), "client")
        : absentReference,
      tenantId: isAzure ? findParameter(parameters, "tenantid") : absent,
    },
  ];
}

const absentReference: Reference = { to: "absent" };

function readBase(resource: EngineResource, kind: string): ConnectionBase {
  const { id, urn } = resource;
  return {
    class: "serviceConnection",
    kind,
    connectionName: readText(resource, "serviceEndpointName"),
    project: readId(resource, "projectId"),
    scheme: absent,
    identity: absentReference,
    tenantId: absent,
    scope: absent,
    environment: absent,
    connectionId: id === undefined ? { state: "unknown", from: [urn] } : { state: "known", value: normalizeGuid(id) },
    description: readText(resource, "description"),
  };
}

type ConnectionBase = Omit<ServiceConnection, "storesSecret" | keyof ReturnType<typeof readDeclared>>;

function readSignIn(
  resource: EngineResource,
  { references }: RecognizerContext,
): Pick<ServiceConnection, "scheme" | "storesSecret" | "identity"> {
  // The default of the provider, for the sake of old programs.
  const scheme = withDefault(readText(resource, "serviceEndpointAuthenticationScheme"), "ServicePrincipal");
  const usesMachine = scheme.state === "known" && scheme.value === "ManagedServiceIdentity";
  return {
    scheme,
    storesSecret: mapKnown(scheme, (name) => !schemesWithoutSecret.includes(name)),
    identity: usesMachine ? absentReference : references.findIdentity(readClientId(resource), "client"),
  };
}

/** Without credentials Azure DevOps makes an application of its own, and tells it afterwards. */
function readClientId(resource: EngineResource): Value {
  const given = readId(resource, "credentials.serviceprincipalid");
  if (given.state !== "absent") {
    return given;
  }
  // Credentials in the answer alone are those that the program has just dropped: whose client ID that is says nothing any more.
  const isDropped = readLiveProperty(resource, "credentials").state !== "absent";
  return isDropped ? { state: "unknown", from: [resource.urn] } : readComputedId(resource, "servicePrincipalId");
}

function readAzureScope(resource: EngineResource): Value {
  const subscription = formatSubscription(readId(resource, "azurermSubscriptionId"));
  return subscription.state === "absent"
    ? mapKnown(
        readText(resource, "azurermManagementGroupId"),
        (id) => `/providers/Microsoft.Management/managementGroups/${id}`,
      )
    : subscription;
}

function formatSubscription(id: Value): Value {
  return mapKnown(id, (known) => `/subscriptions/${known}`);
}

function isGiven(property: Value<Property>): boolean {
  if (property.state !== "known") {
    return property.state !== "absent";
  }
  const { value } = property;
  return value !== "" && value !== false && !(isList(value) && value.length === 0);
}

function isOneOf(value: Value, names: readonly string[]): boolean {
  return value.state === "known" && names.includes(value.value);
}

// Which of the parameters are secret is known to Azure DevOps alone; these, by which one signs in to Azure and elsewhere, are not.
const openParameters: readonly string[] = ["tenantid", "serviceprincipalid", "username"];

/** Parameters that are marked secret as a whole are there to keep one. */
function storesSecretParameter(parameters: Value<readonly Entry[]>): Value<boolean> {
  switch (parameters.state) {
    case "known":
      return {
        state: "known",
        value: parameters.value.some(
          ({ name, value }) => value.state !== "absent" && !openParameters.includes(name.toLowerCase()),
        ),
      };
    case "absent":
      return { state: "known", value: false };
    default:
      return { state: "known", value: true };
  }
}

/** Finds a parameter; Azure DevOps takes its name in any letter case. */
function findParameter(parameters: Value<readonly Entry[]>, wanted: string): Value {
  return parameters.state === "known"
    ? mapKnown(parameters.value.find(({ name }) => name.toLowerCase() === wanted)?.value ?? absent, normalizeGuid)
    : parameters;
}
