import type { CustomRole, Role, RoleAssignment } from "../model/role-assignment";
import type { DirectoryPermission } from "../model/directory-permission";
import type { PipelinePermission } from "../model/pipeline-permission";
import type { Reference } from "../model/reference";
import type { Value } from "../model/value";
import type { Phrase } from "../phrase";
import { createRule, type Observation } from "./create-rule";
import type { ModelIndex } from "./model-index";
import { explainMissing, nameReferredConnection, nameReferredIdentity, nameThing } from "./name-thing";
import { nameRole } from "./name-role";
import { namePlace, readPlace } from "./place";
import { findBuiltIn, findCustomRole } from "./role-rights";

/** Finds accesses of which the preview does not show who gets them, what they are, or where they hold. */
export const unreviewable = createRule("unreviewable", (model) => [
  ...model.list("roleAssignment").flatMap((assignment) => checkRoleAssignment(assignment, model)),
  ...model.list("customRole").flatMap(checkCustomRole),
  ...model.list("pipelinePermission").flatMap((permission) => checkPipelinePermission(permission, model)),
  ...model.list("directoryPermission").flatMap((permission) => checkDirectoryPermission(permission, model)),
]);

function checkRoleAssignment(assignment: RoleAssignment, model: ModelIndex): readonly Observation[] {
  const { principal, role, scope } = assignment;
  const place = readPlace(scope);
  const gaps = [
    ...explainPrincipal(principal),
    ...explainRole(role, model),
    ...(place.kind === "unseen" ? [`its scope ${place.why}`] : []),
  ];
  const holder = isSeen(principal) ? nameReferredIdentity(principal, model) : ["somebody"];
  const name = role.kind === "unknown" || role.kind === "unreadable" ? ["a role"] : nameRole(role, model);
  return describe(assignment, gaps, [...holder, " gets ", ...name, " in ", ...namePlace(scope)]);
}

function explainPrincipal(principal: Reference): readonly string[] {
  return isSeen(principal) ? [] : [`who gets the role ${explainReference(principal)}`];
}

function explainRole(role: Role, model: ModelIndex): readonly string[] {
  switch (role.kind) {
    case "unknown":
      return ["the role is not known before the deployment"];
    case "unreadable":
      return ["the role is written in a way that cannot be read"];
    case "declared":
      return findCustomRole(role, model) === undefined ? ["the definition of the role is not listed"] : [];
    default:
      return findBuiltIn(role) === undefined ? ["the role is not one that Keyless knows"] : [];
  }
}

function checkCustomRole(role: CustomRole): readonly Observation[] {
  const gaps = [role.actions, role.dataActions, role.notActions, role.notDataActions].flatMap((list) =>
    list.state === "known" || list.state === "absent" ? [] : [`a list of its actions ${explainMissing(list.state)}`],
  );
  return describe(role, [...new Set(gaps)], ["the custom role ", ...nameThing(role), " is made"]);
}

function checkPipelinePermission(permission: PipelinePermission, model: ModelIndex): readonly Observation[] {
  const { connection, pipeline, allPipelines } = permission;
  const gaps = [
    ...(isSeen(connection) ? [] : [`the connection ${explainReference(connection)}`]),
    ...(allPipelines ? [] : explainValue("the pipeline", pipeline)),
  ];
  return describe(permission, gaps, ["a pipeline may use ", ...nameReferredConnection(connection, model)]);
}

function checkDirectoryPermission(permission: DirectoryPermission, model: ModelIndex): readonly Observation[] {
  const { principal } = permission;
  const gaps = [
    ...(isSeen(principal) ? [] : [`who gets it ${explainReference(principal)}`]),
    ...(permission.kind === "owner" ? [] : explainValue("the permission", permission.permission)),
  ];
  const holder = isSeen(principal) ? nameReferredIdentity(principal, model) : ["somebody"];
  return describe(permission, gaps, [...holder, " gets a permission in the directory"]);
}

function describe(on: Observation["on"], gaps: readonly string[], access: Phrase): readonly Observation[] {
  return gaps.length === 0
    ? []
    : [
        {
          on,
          message: ["Nobody can review this yet: ", ...access, `, but ${gaps.join(", and ")}.`],
          cannotBeJudged: true,
        },
      ];
}

/** Whether it can be seen what a reference points at: also where that is a resource of this stack without an ID yet. */
function isSeen(reference: Reference): boolean {
  return (
    reference.to === "declared" ||
    reference.to === "other" ||
    (reference.to === "unknown" && reference.from.length === 1)
  );
}

function explainReference(reference: Reference): string {
  return reference.to === "declared" || reference.to === "other" ? "is known" : explainMissing(reference.to);
}

function explainValue(noun: string, value: Value): readonly string[] {
  const comesFromOne = value.state === "unknown" && value.from.length === 1;
  return value.state === "known" || comesFromOne ? [] : [`${noun} ${explainMissing(value.state)}`];
}
