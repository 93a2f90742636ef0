import type { EngineResource } from "../engine/engine-resource";
import type { Entity, Model } from "../model/model";
import { compareTexts } from "../compare-texts";
import { azureCustomRoles, azureIdentities, azureRecognizers } from "./azure";
import { azureNativeCustomRoles, azureNativeIdentities, azureNativeRecognizers } from "./azure-native";
import { azureadIdentities, azureadRecognizers } from "./azuread";
import { azuredevopsRecognizers } from "./azuredevops";
import { recognizeUnknownCheck } from "./azuredevops-checks";
import { connectionRecognizers, recognizeUnknownConnection } from "./azuredevops-connections";
import { findIdentities } from "./find-identities";
import { harmlessTypes } from "./harmless-types-table";
import type { IdentityReaders } from "./identity-part";
import { isProvider, recognizeProvider } from "./providers";
import type { FoundRole } from "./read-custom-role";
import { readDeclared } from "./read-declared";
import type { Recognizer, RecognizerContext, Recognizers } from "./recognizer";
import { createReferences } from "./resolve-references";
import { createResourceGraph, type ResourceGraph } from "./resource-graph";
import { formatTypeKey } from "./type-key";
import { isWatched } from "./watched-types";
import type { TypedResource } from "./typed-resource";

const identityReaders: IdentityReaders = { ...azureadIdentities, ...azureNativeIdentities, ...azureIdentities };
const customRoleReaders = { ...azureNativeCustomRoles, ...azureCustomRoles };
const recognizers: Recognizers = {
  ...azureadRecognizers,
  ...azureNativeRecognizers,
  ...azureRecognizers,
  ...azuredevopsRecognizers,
};

// Groups and people of Entra: like an identity they have the ID of a principal.
const otherPrincipals: ReadonlySet<string> = new Set([
  "azuread:index:Group",
  "azuread:index:GroupWithoutMembers",
  "azuread:index:Invitation",
  "azuread:index:User",
]);

/**
 * Builds the model of the resources of one moment: recognizes what gives access, and finds out what points at what.
 *
 * The order of the resources does not matter, and none makes it fail. A resource of a watched package that is neither recognized nor
 * known to be harmless is in the model as `unrecognized`.
 */
export function buildModel(resources: readonly EngineResource[]): Model {
  const sorted = [...resources].sort(compareResources);
  const graph = createResourceGraph(sorted);
  // A component gives nothing: what it stands for is made in it.
  const made = sorted
    .filter(({ custom }) => custom)
    .map((resource) => ({ resource, key: formatTypeKey(resource.type) }));
  const identities = findIdentities(made, identityReaders, graph);
  const customRoles = findCustomRoles(made, graph);
  const references = createReferences(
    {
      identities,
      customRoles,
      connections: made.filter(({ key }) => isConnection(key)).map(({ resource }) => resource),
      mayBePrincipal,
    },
    graph,
  );
  const context = { graph, references };
  const entities = [
    ...identities.map(({ identity }) => identity),
    ...customRoles.map(({ role }) => role),
    ...made.flatMap((typed) => recognize(typed, context)),
  ];
  return { entities: entities.sort(compareEntities) };
}

function recognize(typed: TypedResource, context: RecognizerContext): readonly Entity[] {
  const { resource, key } = typed;
  if (isProvider(resource.type)) {
    return recognizeProvider(resource, context);
  }
  const recognizer = findRecognizer(key);
  if (recognizer !== undefined) {
    return recognizer(resource, context);
  }
  const isKnown = Object.hasOwn(identityReaders, key) || Object.hasOwn(customRoleReaders, key);
  return isKnown || !isWatched(typed) ? [] : [{ ...readDeclared(resource, context.graph), class: "unrecognized" }];
}

// Kinds that a newer version of the provider may have.
const anyConnection = /^azuredevops:index:Service_?[Ee]ndpoint/;
const anyCheck = /^azuredevops:index:Check[A-Z]/;

function findRecognizer(key: string): Recognizer | undefined {
  if (Object.hasOwn(recognizers, key)) {
    return recognizers[key];
  }
  if (anyConnection.test(key)) {
    return recognizeUnknownConnection;
  }
  return anyCheck.test(key) ? recognizeUnknownCheck : undefined;
}

function isConnection(key: string): boolean {
  return Object.hasOwn(connectionRecognizers, key) || findRecognizer(key) === recognizeUnknownConnection;
}

function findCustomRoles(resources: readonly TypedResource[], graph: ResourceGraph): readonly FoundRole[] {
  return resources.flatMap(({ resource, key }) => {
    const read = Object.hasOwn(customRoleReaders, key) ? customRoleReaders[key] : undefined;
    return read === undefined ? [] : [read(resource, graph)];
  });
}

function mayBePrincipal({ type }: EngineResource): boolean {
  const key = formatTypeKey(type);
  const isKnown =
    Object.hasOwn(recognizers, key) || Object.hasOwn(customRoleReaders, key) || Object.hasOwn(harmlessTypes, key);
  return otherPrincipals.has(key) || !isKnown;
}

function compareResources(a: EngineResource, b: EngineResource): number {
  return (
    compareTexts(a.urn, b.urn) || compareTexts(a.type, b.type) || compareTexts(formatResource(a), formatResource(b))
  );
}

// Only to put resources of one URN in a fixed order: what is unknown or secret has to differ from what is not there.
function formatResource(resource: EngineResource): string {
  return JSON.stringify(resource, (_, value: unknown) => (typeof value === "symbol" ? value.toString() : value));
}

function compareEntities(a: Entity, b: Entity): number {
  return (
    compareTexts(a.class, b.class) ||
    compareTexts(a.urn, b.urn) ||
    // A group has many members: one resource, many things.
    compareTexts(JSON.stringify(a), JSON.stringify(b))
  );
}
