import { limits } from "../../facts/limits-table";
import { findBuiltInRole, suggestBuiltInRoles } from "../../facts/roles";
import { parseScope } from "../../facts/scopes";
import { type Check, isLater, joinPath } from "../arguments/check";
import { checkCount, checkDistinct, checkList, checkNotEmpty } from "../arguments/check-collection";
import { readProperties } from "../arguments/check-object";
import { checkAll } from "../arguments/check-one-of";
import { plain } from "../arguments/check-presence";
import { checkText } from "../arguments/check-text";
import { checkChoice } from "../arguments/check-value";
import { createProblem, type Problem } from "../errors/problem";
import { formatAssignableRolesCondition } from "./assignable-roles-condition";
import { isAssignableScope } from "./assignable-scope";
import { RolePreset } from "./role-preset";
import { rolePresets } from "./role-presets-table";

const presets = Object.values(RolePreset);

/** Checks the name of a preset. */
export const checkPresetName = checkChoice({
  of: "a role preset",
  known: presets,
  requirement: `one of ${presets.join(", ")}, or the role in its place`,
});

/** Checks a role that may be assigned: a preset lets through none that leads to more than it says. */
const checkAssignableRole = checkText((path, value) => {
  const role = findBuiltInRole(value);
  if (role === undefined) {
    return [createProblem(path, "assignable-role-unknown", { value, suggestions: suggestBuiltInRoles(value) })];
  }
  return role.leadsToMore === true
    ? [createProblem(path, "assignable-role-leads-to-more", { name: role.name, reason: role.reason })]
    : [];
});

const bytesOfRole = 2 * ", 00000000-0000-0000-0000-000000000000".length;
const mostRoles = Math.floor(
  (limits.roleAssignmentCondition.value - formatAssignableRolesCondition([]).length) / bytesOfRole,
);

/** Checks the list of roles that may be assigned. */
export const checkAssignableRoles: Check = checkAll(
  checkList(plain("the name of a built-in role", checkAssignableRole)),
  checkNotEmpty("role that may be assigned"),
  checkCount(mostRoles, "roles"),
  checkDistinct((role) => (typeof role === "string" ? findBuiltInRole(role)?.id : undefined)),
);

/** Makes the check that a scope is of the kind that a preset is for. */
export function checkPresetScope(preset: RolePreset): Check {
  const { scopes, at } = rolePresets[preset];
  return checkText((path, value) =>
    !isAssignableScope(value) || formatScopeKinds(value).some((kind) => scopes.some((one) => isSameText(one, kind)))
      ? []
      : [createProblem(path, "preset-scope", { value, preset, at })],
  );
}

/** Checks that what stands beside a preset goes with it. */
export const checkRolePreset: Check = (path, value) => {
  const properties = readProperties(value);
  if (properties === undefined) {
    return [];
  }
  const preset = presets.find((one) => one === properties.get("preset"));
  const hasRoles = properties.has("assignableRoles");
  if (preset === undefined) {
    return hasRoles && !properties.has("preset") ? [rolesWithoutEffect(path)] : [];
  }
  return [
    ...checkRolesOf(path, preset, hasRoles),
    ...["condition", "conditionVersion"]
      .filter((name) => properties.has(name))
      .map((name) => createProblem(joinPath(path, name), "preset-condition", { preset })),
    ...checkScopeOf(path, preset, properties.get("scope")),
  ];
};

function checkRolesOf(path: string, preset: RolePreset, hasRoles: boolean): readonly Problem[] {
  if (preset !== RolePreset.AssignRoles) {
    return hasRoles ? [rolesWithoutEffect(path)] : [];
  }
  const write = 'the roles that may be assigned, such as ["AcrPull"]';
  return hasRoles ? [] : [createProblem(joinPath(path, "assignableRoles"), "argument-missing", { write })];
}

function checkScopeOf(path: string, preset: RolePreset, scope: unknown): readonly Problem[] {
  return typeof scope === "string" && !isLater(scope) ? checkPresetScope(preset)(joinPath(path, "scope"), scope) : [];
}

function rolesWithoutEffect(path: string): Problem {
  const because = `it belongs to the preset ${RolePreset.AssignRoles}`;
  return createProblem(joinPath(path, "assignableRoles"), "argument-without-effect", { because });
}

/** The kinds that a scope is of: a resource is one of its type, and one of any. */
function formatScopeKinds(scope: string): readonly string[] {
  const parsed = parseScope(scope);
  return parsed.kind === "resource"
    ? ["resource", [parsed.provider, ...parsed.resources.map(({ type }) => type)].join("/")]
    : [parsed.kind];
}

function isSameText(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
