import { findGraphAppRole } from "../../facts/directory-permissions";
import type { DirectoryPermission } from "../model/directory-permission";
import type { Identity } from "../model/identity";
import { createRule, type Observation } from "./create-rule";
import type { ModelIndex } from "./model-index";
import { nameRole } from "./name-role";
import { nameIdentity, nameReferredIdentity, startSentence } from "./name-thing";
import { namePlace } from "./place";
import { hasRight } from "./role-rights";

/**
 * Finds identities that can make themselves more powerful in ways that no other rule speaks of: by changing the definitions of
 * custom roles, or as owner of their own application with the permission to manage what they own.
 */
export const selfEscalation = createRule("self-escalation", (model) => [
  ...findRoleDefiners(model),
  ...findOwnersOfThemselves(model),
]);

function findRoleDefiners(model: ModelIndex): readonly Observation[] {
  return model
    .list("roleAssignment")
    .filter(
      ({ role }) => hasRight(role, "defineRoles", model) === true && hasRight(role, "assignRoles", model) === false,
    )
    .map((assignment) => ({
      on: assignment,
      message: [
        ...startSentence(nameReferredIdentity(assignment.principal, model)),
        " can change what custom roles may do in ",
        ...namePlace(assignment.scope),
        ", also those that it has itself: it has ",
        ...nameRole(assignment.role, model),
        ".",
      ],
    }));
}

function findOwnersOfThemselves(model: ModelIndex): readonly Observation[] {
  const permissions = model.list("directoryPermission");
  return permissions
    .filter(({ kind, permission }) => kind === "appRole" && isOwnedApplications(permission))
    .flatMap((permission) => {
      const identity = findIdentity(permission, model);
      return identity !== undefined && ownsItself(identity, permissions, model)
        ? [
            {
              on: permission,
              message: [
                ...startSentence(nameIdentity(identity)),
                " can add credentials to itself: it is an owner of its own application and may manage what it owns.",
              ],
            },
          ]
        : [];
    });
}

function isOwnedApplications(permission: DirectoryPermission["permission"]): boolean {
  return permission.state === "known" && findGraphAppRole(permission.value)?.name === "Application.ReadWrite.OwnedBy";
}

function findIdentity({ principal }: DirectoryPermission, model: ModelIndex): Identity | undefined {
  return principal.to === "declared" ? model.find("identity", principal.urn) : undefined;
}

function ownsItself(identity: Identity, permissions: readonly DirectoryPermission[], model: ModelIndex): boolean {
  const { owners, principalId } = identity;
  const isListed =
    owners.state === "known" &&
    principalId.state === "known" &&
    owners.value.some((owner) => owner.toLowerCase() === principalId.value.toLowerCase());
  return (
    isListed ||
    permissions.some(
      (permission) =>
        permission.kind === "owner" &&
        findIdentity(permission, model) === identity &&
        permission.resource.state === "unknown" &&
        permission.resource.from.some((urn) => identity.parts.includes(urn)),
    )
  );
}
