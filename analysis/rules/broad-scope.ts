import type { RoleTier } from "../../facts/roles-table";
import type { Level } from "../level";
import type { RoleAssignment } from "../model/role-assignment";
import { createRule, type Observation } from "./create-rule";
import { findTier } from "./find-tier";
import { judgeCondition } from "./judge-condition";
import type { ModelIndex } from "./model-index";
import { nameRole } from "./name-role";
import { nameReferredIdentity, startSentence } from "./name-thing";
import { namePlace, readPlace, type Place } from "./place";
import { findBuiltIn } from "./role-rights";

/** Finds roles that change things, or read secrets, in a whole subscription or more. */
export const broadScope = createRule("broad-scope", (model) =>
  model.list("roleAssignment").flatMap((assignment) => checkAssignment(assignment, model)),
);

function checkAssignment(assignment: RoleAssignment, model: ModelIndex): readonly Observation[] {
  const { role, scope, principal } = assignment;
  const tier = findTierHere(assignment, model);
  const level = findLevel(tier, readPlace(scope));
  return level === undefined || tier === "unknown"
    ? []
    : [
        {
          on: assignment,
          level,
          message: [
            ...startSentence(nameReferredIdentity(principal, model)),
            ` ${consequences[tier]} in `,
            ...namePlace(scope),
            ": it has ",
            ...nameRole(role, model),
            ".",
          ],
        },
      ];
}

const consequences: Readonly<Record<RoleTier, string>> = {
  critical: "can change nearly everything, or decide who may,",
  high: "can run code or take protection away",
  secrets: "can read secrets, keys or data",
  medium: "can change things or reach data",
  low: "can read settings",
};

/** A condition that lets through only roles which lead to nothing more makes a right to assign roles an ordinary one. */
function findTierHere(assignment: RoleAssignment, model: ModelIndex): RoleTier | "unknown" {
  const tier = findTier(assignment.role, model);
  const isOnlyAssigner = findBuiltIn(assignment.role)?.tierWithCondition !== undefined;
  return isOnlyAssigner && judgeCondition(assignment, model).kind === "limits" ? "medium" : tier;
}

function findLevel(tier: RoleTier | "unknown", place: Place): Level | undefined {
  if (tier === "low" || tier === "unknown") {
    return undefined;
  }
  switch (place.kind) {
    case "tenant-root":
    case "management-group":
      return tier === "medium" ? "high" : "critical";
    case "subscription":
      return tier === "medium" ? "medium" : "high";
    case "declared":
      return place.breadth === "broad" ? "high" : undefined;
    default:
      return undefined;
  }
}
