import { parseScope } from "../../facts/scopes";
import type { Identity } from "../model/identity";
import type { Model } from "../model/model";
import type { Value } from "../model/value";
import { livesIn } from "../rules/lives-in";

/** Managed identities of a model by where they live, so that a large model is not searched for every role assignment. */
interface Places {
  readonly all: readonly Identity[];
  readonly byGroup: ReadonlyMap<string, readonly Identity[]>;
  readonly bySource: ReadonlyMap<string, readonly Identity[]>;
  readonly found: Map<string, readonly Identity[]>;
}

const places = new WeakMap<Model, Places>();

/** Finds the managed identities of a model that certainly live in a scope. */
export function findIdentitiesInScope(scope: Value, model: Model): readonly Identity[] {
  const known = places.get(model) ?? indexPlaces(model);
  places.set(model, known);
  const key = JSON.stringify(scope);
  const found =
    known.found.get(key) ?? findCandidates(scope, known).filter((identity) => livesIn(identity, scope) === "yes");
  known.found.set(key, found);
  return found;
}

function findCandidates(scope: Value, { all, byGroup, bySource }: Places): readonly Identity[] {
  if (scope.state === "unknown") {
    return scope.from.flatMap((urn) => bySource.get(urn) ?? []);
  }
  const parsed = scope.state === "known" ? parseScope(scope.value) : undefined;
  return parsed?.kind === "resource-group" || parsed?.kind === "resource"
    ? (byGroup.get((parsed.resourceGroupName ?? "").toLowerCase()) ?? [])
    : all;
}

function indexPlaces(model: Model): Places {
  const all = model.entities.filter(
    (entity): entity is Identity => entity.class === "identity" && entity.kind === "managedIdentity",
  );
  const byGroup = new Map<string, Identity[]>();
  const bySource = new Map<string, Identity[]>();
  for (const identity of all) {
    const { resourceGroup } = identity;
    if (resourceGroup.state === "known") {
      const parsed = parseScope(resourceGroup.value);
      const name = parsed.kind === "resource-group" ? parsed.resourceGroupName : resourceGroup.value;
      add(byGroup, name.toLowerCase(), identity);
    }
    const sources = resourceGroup.state === "unknown" ? resourceGroup.from : [];
    for (const urn of new Set([...identity.parts, ...sources])) {
      add(bySource, urn, identity);
    }
  }
  return { all, byGroup, bySource, found: new Map() };
}

function add(groups: Map<string, Identity[]>, key: string, identity: Identity): void {
  const group = groups.get(key) ?? [];
  group.push(identity);
  groups.set(key, group);
}
