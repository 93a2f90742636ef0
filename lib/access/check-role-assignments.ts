import { limits } from "../../facts/limits-table";
import { suggestBuiltInRoles } from "../../facts/roles";
import { type Check, isLater, joinPath } from "../arguments/check";
import { checkList } from "../arguments/check-collection";
import { checkObject, readProperties } from "../arguments/check-object";
import { checkAll, checkOneOf } from "../arguments/check-one-of";
import { input, optional, plain, required } from "../arguments/check-presence";
import { checkLength, checkName, checkText } from "../arguments/check-text";
import { createProblem, type Problem } from "../errors/problem";
import { isKey, keyRequirement } from "../naming/key";
import { isAssignableScope } from "./assignable-scope";
import { checkAssignableRoles, checkPresetName, checkRolePreset } from "./check-role-preset";
import { resolvePreset } from "./resolve-preset";
import type { RoleAssignmentArgs } from "./role-assignment-args";
import { formatPlainRoleAtScope, formatRoleAssignmentKey } from "./role-assignment-key";
import { findRoleGuid } from "./role-definition";

const conditionVersion = "2.0";
const nameNeeded = 'a short name, such as "storage": the role is an output, so that no name can be made from it';

/** Checks of the values that may only be known when they are used. */
export const roleAssignmentChecks = {
  role: checkText((path, value) =>
    findRoleGuid(value) === undefined
      ? [createProblem(path, "role-unknown", { value, suggestions: suggestBuiltInRoles(value) })]
      : [],
  ),
  scope: checkText((path, value) => (isAssignableScope(value) ? [] : [createProblem(path, "not-a-scope", { value })])),
} as const satisfies Record<string, Check>;

const checkConditionVersion = checkText((path, value) =>
  value === conditionVersion ? [] : [createProblem(path, "condition-version", { value })],
);

const checkShape = checkObject<RoleAssignmentArgs>({
  role: optional(input(roleAssignmentChecks.role)),
  preset: optional(plain("the preset", checkPresetName)),
  assignableRoles: optional(plain("the list", checkAssignableRoles)),
  scope: required("the ID of what the role is for: the narrowest that suffices", input(roleAssignmentChecks.scope)),
  name: optional(
    plain("a short name", checkName({ of: "a role assignment", requirement: keyRequirement, isValid: isKey })),
  ),
  condition: optional(input(checkLength(limits.roleAssignmentCondition))),
  conditionVersion: optional(input(checkConditionVersion)),
  description: optional(input(checkLength(limits.roleAssignmentDescription))),
});

const checkRoleAssignment = checkAll(
  checkShape,
  checkOneOf("role", "preset"),
  checkRolePreset,
  checkConditionPresent,
  checkNamed,
);

/** Checks the list of role assignments: each for itself, and that no two are the same. */
export const checkRoleAssignments: Check = checkAll(
  checkList(plain("the role assignment, of which role and scope may be outputs,", checkRoleAssignment)),
  checkDistinct,
);

function checkConditionPresent(path: string, value: unknown): readonly Problem[] {
  const properties = readProperties(value);
  return properties?.has("conditionVersion") && !properties.has("condition")
    ? [createProblem(joinPath(path, "conditionVersion"), "condition-missing", {})]
    : [];
}

function checkNamed(path: string, value: unknown): readonly Problem[] {
  const properties = readProperties(value);
  return isLater(properties?.get("role")) && !properties?.has("name")
    ? [createProblem(joinPath(path, "name"), "argument-missing", { write: nameNeeded })]
    : [];
}

function checkDistinct(path: string, value: unknown): readonly Problem[] {
  const assignments: readonly unknown[] = Array.isArray(value) ? value : [];
  const pathsByKey = new Map<string, string>();
  const pathsByRoleAtScope = new Map<string, string>();
  return assignments.flatMap((assignment, index) => {
    if (!isRoleAssignmentArgs(assignment)) {
      return [];
    }
    const here = `${path}[${index}]`;
    const resolved = resolvePreset(assignment);
    const key = formatRoleAssignmentKey(resolved) ?? here;
    const roleAtScope = formatPlainRoleAtScope(resolved) ?? here;
    const sameRole = pathsByRoleAtScope.get(roleAtScope);
    const sameKey = pathsByKey.get(key);
    pathsByRoleAtScope.set(roleAtScope, sameRole ?? here);
    pathsByKey.set(key, sameKey ?? here);
    if (sameRole !== undefined) {
      return [createProblem(here, "assigned-twice", { other: sameRole })];
    }
    if (sameKey !== undefined) {
      return [createProblem(joinPath(here, "name"), "name-needed", { other: sameKey, named: assignment.name })];
    }
    return [];
  });
}

/** Whether a value is a role assignment that has no problem of its own. */
export function isRoleAssignmentArgs(value: unknown): value is RoleAssignmentArgs {
  return !isLater(value) && checkRoleAssignment("", value).length === 0;
}
