import { parseScope } from "../../facts/scopes";
import type { RoleAssignment } from "../model/role-assignment";
import type { ServiceConnection } from "../model/service-connection";
import type { Phrase, PhraseValue } from "../phrase";
import { findProductionWord } from "./find-production-word";
import { findTier } from "./find-tier";
import { formatIdentityKey } from "./identity-key";
import type { ModelIndex } from "./model-index";
import type { RuleOptions } from "./rule-options";

/** A connection that counts as one to production. */
export interface ProductionConnection {
  readonly connection: ServiceConnection;
  /** Why it counts: the rest of a sentence that begins with the connection. */
  readonly sign: Phrase;
}

/** Finds the connections that are named as production, or whose identity may change things in a place that is. */
export function findProductionConnections(
  model: ModelIndex,
  { productionWords }: RuleOptions,
): readonly ProductionConnection[] {
  const places = findProductionPlaces(model, productionWords);
  return model.list("serviceConnection").flatMap((connection) => {
    const { connectionName, name } = connection;
    const names = connectionName.state === "known" ? [connectionName.value, name] : [name];
    if (names.some((text) => findProductionWord(text, productionWords) !== undefined)) {
      return [{ connection, sign: [" is named as one to production"] }];
    }
    const place = places.get(formatIdentityKey(connection.identity) ?? "");
    return place === undefined
      ? []
      : [{ connection, sign: [" may change things in ", place, ", which is named as production"] }];
  });
}

/** By identity, the first place that is named as production and in which it may do more than read settings. */
function findProductionPlaces(model: ModelIndex, productionWords: readonly string[]): ReadonlyMap<string, PhraseValue> {
  const places = new Map<string, PhraseValue>();
  for (const assignment of model.list("roleAssignment")) {
    const key = formatIdentityKey(assignment.principal);
    const place = readScopeNames(assignment).find((name) => findProductionWord(name, productionWords) !== undefined);
    if (key !== undefined && place !== undefined && !places.has(key) && changesThings(assignment, model)) {
      places.set(key, { value: place, kind: "scope" });
    }
  }
  return places;
}

function changesThings({ role }: RoleAssignment, model: ModelIndex): boolean {
  return findTier(role, model) !== "low";
}

/** Names of the places that a role assignment reaches into. A subscription has only a GUID. */
function readScopeNames({ scope }: RoleAssignment): readonly string[] {
  const parsed = scope.state === "known" ? parseScope(scope.value) : undefined;
  switch (parsed?.kind) {
    case "management-group":
      return [parsed.managementGroupId];
    case "resource-group":
      return [parsed.resourceGroupName];
    case "resource":
      return [parsed.resourceGroupName ?? "", ...parsed.resources.map(({ name }) => name)];
    default:
      return [];
  }
}
