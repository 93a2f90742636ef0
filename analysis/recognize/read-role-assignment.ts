import type { EngineResource } from "../engine/engine-resource";
import type { RoleAssignment } from "../model/role-assignment";
import type { Value } from "../model/value";
import { readDeclared } from "./read-declared";
import { readId, readText } from "./read-value";
import type { RecognizerContext } from "./recognizer";

/** What the providers of Azure call differently. */
export interface RoleAssignmentProperties {
  readonly principalType: Value;
  /** The role by the ID of its definition, or by its name where it has none. */
  readonly role: { readonly id: Value; readonly name: Value };
}

/** Reads a role assignment in Azure, lasting or by Privileged Identity Management. */
export function readRoleAssignment(
  resource: EngineResource,
  { principalType, role }: RoleAssignmentProperties,
  { graph, references }: RecognizerContext,
): RoleAssignment {
  return {
    ...readDeclared(resource, graph),
    class: "roleAssignment",
    principal: references.findIdentity(readId(resource, "principalId"), "principal"),
    principalType,
    role: references.findRole(role),
    scope: readText(resource, "scope"),
    condition: readText(resource, "condition"),
    conditionVersion: readText(resource, "conditionVersion"),
  };
}
