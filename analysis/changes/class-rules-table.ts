import type { EntityClass, EntityOf } from "../model/model";
import { checkRules } from "./check-changes";
import type { ClassRules } from "./class-rules";
import { connectionRoleRules } from "./connection-role-changes";
import { customRoleRules } from "./custom-role-changes";
import { directoryPermissionRules } from "./directory-permission-changes";
import { identityRules } from "./identity-changes";
import { pipelinePermissionRules } from "./pipeline-permission-changes";
import { providerTargetRules } from "./provider-target-changes";
import { roleAssignmentRules } from "./role-assignment-changes";
import { serviceConnectionRules } from "./service-connection-changes";
import { storedSecretRules } from "./stored-secret-changes";
import { trustRules } from "./trust-changes";
import { unrecognizedRules } from "./unrecognized-changes";

/** How the changes of a class are told and judged. */
export function findClassRules<C extends EntityClass>(entityClass: C): ClassRules<EntityOf<C>> {
  return classRules[entityClass];
}

/** Every class that a model can hold, in the order of the alphabet. */
export function listClasses(): readonly EntityClass[] {
  return Object.keys(classRules)
    .filter((name) => isEntityClass(name))
    .sort();
}

function isEntityClass(name: string): name is EntityClass {
  return Object.hasOwn(classRules, name);
}

const classRules: { readonly [C in EntityClass]: ClassRules<EntityOf<C>> } = {
  check: checkRules,
  connectionRole: connectionRoleRules,
  customRole: customRoleRules,
  directoryPermission: directoryPermissionRules,
  identity: identityRules,
  pipelinePermission: pipelinePermissionRules,
  providerTarget: providerTargetRules,
  roleAssignment: roleAssignmentRules,
  serviceConnection: serviceConnectionRules,
  storedSecret: storedSecretRules,
  trust: trustRules,
  unrecognized: unrecognizedRules,
};
