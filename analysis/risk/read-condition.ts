import type { Value } from "../model/value";

/**
 * What a condition on a role assignment does, as far as that can be read.
 *
 * - `none`: there is none.
 * - `limitsAssignableRoles`: it is exactly the documented form that limits which roles may be assigned and taken away; the
 *   GUIDs in small letters, sorted. Where it also limits to what kinds of principals, these in small letters, sorted.
 * - `unread`: there is one, in another form: it may limit much or nothing.
 * - `unseen`: it cannot be seen.
 */
export type ConditionEffect =
  | { readonly kind: "none" }
  | {
      readonly kind: "limitsAssignableRoles";
      readonly roles: readonly string[];
      readonly principalTypes?: readonly string[];
    }
  | { readonly kind: "unread"; readonly text: string }
  | { readonly kind: "unseen" };

const guid = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
const guids = `\\{(${guid}(?:,${guid})*)\\}`;

/** One clause: the action is another one, or it is about one of these roles (and, where said, one of these kinds of principals). */
function createClause(action: "write" | "delete", source: "request" | "resource"): string {
  const attribute = `@${source}\\[microsoft\\.authorization/roleassignments:`;
  const roles = `${attribute}roledefinitionid\\]foranyofanyvalues:guidequals${guids}`;
  const kinds = `${attribute}principaltype\\]foranyofanyvalues:stringequalsignorecase\\{('[a-z]+'(?:,'[a-z]+')*)\\}`;
  const principals = `${attribute}principalid\\]foranyofanyvalues:guidequals\\{${guid}(?:,${guid})*\\}`;
  return `\\(\\(!\\(actionmatches\\{'microsoft\\.authorization/roleassignments/${action}'\\}\\)\\)or\\(${roles}(?:and${kinds})?(?:and${principals})?\\)\\)`;
}

const pattern = new RegExp(`^${createClause("write", "request")}and${createClause("delete", "resource")}$`);

/**
 * Reads a condition.
 *
 * The form that is understood is the one of
 * https://learn.microsoft.com/azure/role-based-access-control/delegate-role-assignments-examples ("Constrain roles").
 */
export function readCondition(condition: Value): ConditionEffect {
  switch (condition.state) {
    case "absent":
      return { kind: "none" };
    case "known": {
      const text = condition.value.replaceAll(/\s+/g, "").toLowerCase();
      if (text === "") {
        return { kind: "none" };
      }
      const [, writtenRoles, writtenTo, deletedRoles, deletedFrom] = pattern.exec(text) ?? [];
      const roles = joinLists(writtenRoles, deletedRoles);
      const principalTypes = joinLists(writtenTo, deletedFrom)?.map((type) => type.slice(1, -1));
      return roles === undefined
        ? { kind: "unread", text }
        : { kind: "limitsAssignableRoles", roles, ...(principalTypes === undefined ? {} : { principalTypes }) };
    }
    default:
      return { kind: "unseen" };
  }
}

/** What either clause lists, sorted; undefined where one of them lists nothing and so lets everything through. */
function joinLists(written: string | undefined, deleted: string | undefined): readonly string[] | undefined {
  return written === undefined || deleted === undefined
    ? undefined
    : [...new Set([...written.split(","), ...deleted.split(",")])].sort();
}
