import { readOnlyRoles } from "../../facts/read-only-roles-table";
import { findRoleGuid } from "../access/role-definition";
import { rolePresets } from "../access/role-presets-table";
import { isLater, joinPath } from "../arguments/check";
import { checkList } from "../arguments/check-collection";
import { readProperties } from "../arguments/check-object";
import { createProblem, type Problem } from "../errors/problem";

const readOnlyGuids: ReadonlySet<string> = new Set(Object.values(readOnlyRoles));

/** Checks that a connection has roles that only read. Whether they are roles at all is checked elsewhere. */
export function checkPlanReads(path: string, connection: unknown): readonly Problem[] {
  const assignments = readProperties(connection)?.get("roleAssignments");
  return Array.isArray(assignments)
    ? checkList(checkAssignmentReads)(joinPath(path, "roleAssignments"), assignments)
    : [];
}

function checkAssignmentReads(path: string, assignment: unknown): readonly Problem[] {
  const properties = readProperties(assignment);
  const [argument, role] = readRole(properties?.get("role"), properties?.get("preset"));
  if (isLater(role)) {
    return [createProblem(joinPath(path, argument), "plan-role-too-wide", { role: undefined })];
  }
  const guid = typeof role === "string" ? findRoleGuid(role) : undefined;
  return typeof role === "string" && guid !== undefined && !readOnlyGuids.has(guid)
    ? [createProblem(joinPath(path, argument), "plan-role-too-wide", { role })]
    : [];
}

/** The role, and the argument that says it. */
function readRole(role: unknown, preset: unknown): readonly [argument: "preset" | "role", role: unknown] {
  const facts = Object.entries(rolePresets).find(([name]) => name === preset)?.[1];
  return facts === undefined ? ["role", role] : ["preset", facts.role];
}
