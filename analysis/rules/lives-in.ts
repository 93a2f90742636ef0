import { parseScope } from "../../facts/scopes";
import type { Identity } from "../model/identity";
import type { Value } from "../model/value";
import type { ModelIndex } from "./model-index";
import { type Place, readPlace } from "./place";

/** Whether a managed identity lives in the place that a scope names; `perhaps` where that cannot be seen. */
export function livesIn(identity: Identity, scope: Value): "yes" | "no" | "perhaps" {
  return identity.kind === "managedIdentity" ? compare(identity, readPlace(scope)) : "no";
}

const residences = new WeakMap<ModelIndex, ReadonlyMap<string, readonly Identity[]>>();

/** Finds the managed identities of the stack that live in the place that a scope names. */
export function findResidents(scope: Value, model: ModelIndex): readonly Identity[] {
  const place = readPlace(scope);
  const residence = residences.get(model) ?? groupByGroup(model.list("identity"));
  residences.set(model, residence);
  const near = readKeys(place)?.flatMap((key) => residence.get(key) ?? []) ?? model.list("identity");
  return near.filter((identity) => identity.kind === "managedIdentity" && compare(identity, place) === "yes");
}

/** Where to look for residents of a place; `undefined` where they may be anywhere. */
function readKeys(place: Place): readonly string[] | undefined {
  switch (place.kind) {
    case "resource-group":
      return [formatNameKey(place.resourceGroupName)];
    case "resource":
      return place.resourceGroupName === undefined ? [] : [formatNameKey(place.resourceGroupName)];
    case "declared":
      return [formatUrnKey(place.urn)];
    case "management-group":
    case "unseen":
      return [];
    default:
      return undefined;
  }
}

function groupByGroup(identities: readonly Identity[]): ReadonlyMap<string, readonly Identity[]> {
  const residence = new Map<string, Identity[]>();
  for (const identity of identities) {
    const { name, from } = readGroup(identity);
    const urns = [...new Set([...from, ...identity.parts])].map(formatUrnKey);
    for (const key of name === undefined ? urns : [formatNameKey(name), ...urns]) {
      const residents = residence.get(key) ?? [];
      residents.push(identity);
      residence.set(key, residents);
    }
  }
  return residence;
}

function formatNameKey(resourceGroupName: string): string {
  return `name ${resourceGroupName.toLowerCase()}`;
}

function formatUrnKey(urn: string): string {
  return `urn ${urn}`;
}

function compare(identity: Identity, place: Place): "yes" | "no" | "perhaps" {
  const group = readGroup(identity);
  switch (place.kind) {
    case "tenant-root":
      return "yes";
    case "management-group":
    case "unseen":
      return "perhaps";
    case "subscription":
      return group.subscriptionId === undefined
        ? "perhaps"
        : answer(isSame(group.subscriptionId, place.subscriptionId));
    case "resource-group":
      return answer(
        isSame(group.name, place.resourceGroupName) &&
          (group.subscriptionId === undefined || isSame(group.subscriptionId, place.subscriptionId)),
      );
    case "resource":
      return answer(
        isSame(group.name, place.resourceGroupName) &&
          place.resources.length === 1 &&
          place.resources.some(
            ({ type, name }) => isSame(type, "userAssignedIdentities") && isSame(readKnown(identity.displayName), name),
          ),
      );
    case "declared":
      return answer(identity.parts.includes(place.urn) || group.from.includes(place.urn));
  }
}

interface Group {
  readonly name?: string;
  readonly subscriptionId?: string;
  /** Resources that the group's name comes from, where it is not known. */
  readonly from: readonly string[];
}

function readGroup({ resourceGroup }: Identity): Group {
  if (resourceGroup.state !== "known") {
    return { from: resourceGroup.state === "unknown" ? resourceGroup.from : [] };
  }
  const parsed = parseScope(resourceGroup.value);
  return parsed.kind === "resource-group"
    ? { name: parsed.resourceGroupName, subscriptionId: parsed.subscriptionId, from: [] }
    : { name: resourceGroup.value, from: [] };
}

function readKnown(value: Value): string | undefined {
  return value.state === "known" ? value.value : undefined;
}

// Names and IDs of Azure Resource Manager have no letter case.
function isSame(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && a.toLowerCase() === b?.toLowerCase();
}

function answer(yes: boolean): "yes" | "no" {
  return yes ? "yes" : "no";
}
