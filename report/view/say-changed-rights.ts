import type { RoleAssignment } from "../../analysis/model/role-assignment";
import type { Phrase } from "../../analysis/phrase";
import type { ChangedPair } from "./changed-pair";
import type { ViewContext } from "./view-context";
import { sayPrincipal } from "./words/access-wording";
import { sayPlace } from "./words/place-words";
import { sayRole } from "./words/role-words";

/** Says what is different about a role assignment: a sentence without its full stop. */
export function sayChangedRights(
  pair: ChangedPair<RoleAssignment>,
  { before, after }: ViewContext,
): Phrase | undefined {
  const principal = sayPrincipal(pair.after, after.index);
  const [role, oldRole] = [sayRole(pair.after, after.index), sayRole(pair.before, before.index)];
  const [place, oldPlace] = [sayPlace(pair.after.scope), sayPlace(pair.before.scope)];
  const right: Phrase = [...role, " in ", ...place];
  const isWider = pair.has("widensAccess") || pair.has("cannotBeReviewed");
  if (!isWider && !pair.has("narrowsAccess")) {
    return ["principal", "role", "scope"].some(pair.touches)
      ? [...principal, " may ", ...right, " as before: the role assignment is only re-attached"]
      : undefined;
  }
  if (pair.touches("principal")) {
    return [...principal, " may now ", ...right, " instead of ", ...sayPrincipal(pair.before, before.index)];
  }
  const isSameRole = isSame(
    sayRole(pair.after, after.index),
    sayRole({ ...pair.before, condition: pair.after.condition }, before.index),
  );
  const isSamePlace = isSame(place, oldPlace);
  if (isSameRole && isSamePlace) {
    return [...principal, " may ", ...right, sayCondition(pair)];
  }
  const now: Phrase = [...principal, isWider ? " may now " : " may now only "];
  if (isSamePlace) {
    return [...now, ...right, "; before, it could ", ...oldRole];
  }
  return isSameRole
    ? [...now, ...right, "; before, it was ", ...(isWider ? ["only "] : []), "in ", ...oldPlace]
    : [...now, ...right, "; before, it could ", ...oldRole, " in ", ...oldPlace];
}

function isSame(a: Phrase, b: Phrase): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function sayCondition({ before, after }: ChangedPair<RoleAssignment>): string {
  if (after.condition.state === "absent") {
    return ", and the condition that limited this is gone";
  }
  return before.condition.state === "absent"
    ? ", from now on limited by a condition"
    : ", limited by another condition than before";
}
