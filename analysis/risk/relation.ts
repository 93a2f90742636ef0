/**
 * How something is after a change, compared with before. `different` gives something new and takes something away;
 * `unknown` means that it cannot be proven to be any of the others.
 */
export type Relation = "same" | "narrower" | "wider" | "different" | "unknown";

/** The relation of a whole from those of its parts, where each part limits the whole on its own. */
export function combineRelations(parts: readonly Relation[]): Relation {
  const changed = parts.filter((part) => part !== "same");
  const [first, ...rest] = changed;
  if (first === undefined) {
    return "same";
  }
  if (changed.includes("unknown")) {
    return "unknown";
  }
  return rest.every((part) => part === first) ? first : "different";
}

/** The relation from what can be proven: whether each side has all that the other one has. */
export function findRelation(coverage: { readonly beforeHasAll: boolean; readonly afterHasAll: boolean }): Relation {
  if (coverage.beforeHasAll) {
    return coverage.afterHasAll ? "same" : "narrower";
  }
  return coverage.afterHasAll ? "wider" : "different";
}

/** Whether something is reached after the change that was not before. */
export function gains(relation: Relation): boolean {
  return relation === "wider" || relation === "different";
}

/** Whether something is no longer reached that was before. */
export function loses(relation: Relation): boolean {
  return relation === "narrower" || relation === "different";
}
