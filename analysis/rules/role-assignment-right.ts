import { findBuiltInRole } from "../../facts/roles";
import type { RoleAssignment } from "../model/role-assignment";
import type { Phrase } from "../phrase";
import { createRule, type Observation } from "./create-rule";
import { isOwner } from "./is-owner";
import { judgeCondition } from "./judge-condition";
import type { ModelIndex } from "./model-index";
import { nameRole } from "./name-role";
import { nameReferredIdentity, startSentence } from "./name-thing";
import { namePlace } from "./place";
import { hasRight } from "./role-rights";

/** Finds identities that can assign roles, where no condition says which. An Owner has a rule of its own. */
export const roleAssignmentRight = createRule("role-assignment-right", (model) =>
  model
    .list("roleAssignment")
    .filter(({ role }) => hasRight(role, "assignRoles", model) === true && !isOwner(role, model))
    .flatMap((assignment) => checkCondition(assignment, model)),
);

function checkCondition(assignment: RoleAssignment, model: ModelIndex): readonly Observation[] {
  const condition = judgeCondition(assignment, model);
  switch (condition.kind) {
    case "limits":
      return [];
    case "none":
      return [describeRight(assignment, model, ["no condition says which roles."])];
    case "allows": {
      const name = findBuiltInRole(condition.role)?.name ?? condition.role;
      return [describeRight(assignment, model, ["its condition allows ", { value: name, kind: "role" }, "."])];
    }
    case "unread":
      return [describeDoubt(assignment, model, "has a form that Keyless does not read")];
    case "unseen":
      return [describeDoubt(assignment, model, "cannot be seen")];
  }
}

function describeRight({ principal, role, scope, ...on }: RoleAssignment, model: ModelIndex, gap: Phrase): Observation {
  return {
    on,
    message: [
      ...startSentence(nameReferredIdentity(principal, model)),
      " can assign roles in ",
      ...namePlace(scope),
      ", also to itself: it has ",
      ...nameRole(role, model),
      ", and ",
      ...gap,
    ],
  };
}

function describeDoubt({ principal, scope, ...on }: RoleAssignment, model: ModelIndex, why: string): Observation {
  return {
    on,
    message: [
      "It cannot be judged which roles ",
      ...nameReferredIdentity(principal, model),
      " can assign in ",
      ...namePlace(scope),
      `: the condition on its role assignment ${why}.`,
    ],
    cannotBeJudged: true,
  };
}
