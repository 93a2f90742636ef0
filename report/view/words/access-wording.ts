import { findDirectoryRole, findGraphAppRole } from "../../../facts/directory-permissions";
import type { ConnectionRole } from "../../../analysis/model/connection-role";
import type { DirectoryPermission } from "../../../analysis/model/directory-permission";
import type { RoleAssignment } from "../../../analysis/model/role-assignment";
import type { StoredSecret } from "../../../analysis/model/stored-secret";
import type { Trust } from "../../../analysis/model/trust";
import type { Value } from "../../../analysis/model/value";
import type { Phrase } from "../../../analysis/phrase";
import type { ModelIndex } from "../../../analysis/rules/model-index";
import type { AccessSide } from "../access-side";
import { sayAssignableRoles } from "./assignable-roles";
import { sayParty } from "./party-words";
import { sayPlace } from "./place-words";
import { sayRole } from "./role-words";
import { sayConnection, sayIdentity } from "./thing-words";
import { listFew, nameSources, sayValue } from "./value-words";
import type { Wording } from "./wording";

/** Who gets in as whom. */
export function wordTrust(trust: Trust, side: AccessSide): Wording {
  const identity = sayIdentity(trust.identity, side.index);
  const party = sayParty(trust, side);
  return {
    noun: ["the federated identity credential by which ", ...party, " can sign in as ", ...identity],
    gains: [...party, " can now sign in as ", ...identity],
    loses: [...party, " can no longer sign in as ", ...identity],
    has: [...party, " can sign in as ", ...identity],
  };
}

/** Whoever holds it gets in, from anywhere. */
export function wordStoredSecret(secret: StoredSecret, index: ModelIndex): Wording {
  const identity = sayIdentity(secret.identity, index);
  const holder: Phrase = [`whoever holds the ${secret.kind} `, { value: secret.name, kind: "name" }];
  return {
    noun: [`the ${secret.kind} `, { value: secret.name, kind: "name" }, " of ", ...identity],
    gains: [...holder, " can now sign in as ", ...identity, ", from anywhere"],
    loses: [...holder, " can no longer sign in as ", ...identity],
    has: [...holder, " can sign in as ", ...identity, ", from anywhere"],
  };
}

/** Who may do what in Azure, and where. */
export function wordRoleAssignment(assignment: RoleAssignment, index: ModelIndex): Wording {
  const principal = sayPrincipal(assignment, index);
  const right: Phrase = [...sayRole(assignment, index), " in ", ...sayPlace(assignment.scope)];
  const isTold = assignment.condition.state === "absent" || sayAssignableRoles(assignment) !== undefined;
  const limited = isTold ? "" : ", as far as a condition allows";
  return {
    noun: ["the role assignment by which ", ...principal, " may ", ...right],
    gains: [...principal, " may now ", ...right, limited],
    loses: [...principal, " may no longer ", ...right],
    has: [...principal, " may ", ...right, limited],
  };
}

/** Names whoever has a role: an identity, or by its ID a user or group that Azure knows. */
export function sayPrincipal({ principal, principalType }: RoleAssignment, index: ModelIndex): Phrase {
  const kind = principalType.state === "known" ? principalType.value : "";
  if (principal.to === "other" && (kind === "Group" || kind === "User")) {
    return [`the ${kind.toLowerCase()} with the ID `, { value: principal.id, kind: "id" }];
  }
  return sayIdentity(principal, index);
}

/** Who may do what in the directory. */
export function wordDirectoryPermission(permission: DirectoryPermission, index: ModelIndex): Wording {
  const principal = sayIdentity(permission.principal, index);
  const what = sayDirectoryPermission(permission);
  const [is, isNow, isNoLonger] =
    permission.kind === "groupMembership" || permission.kind === "owner"
      ? [" is ", " is now ", " is no longer "]
      : [" has ", " now has ", " no longer has "];
  return {
    noun: [...sayNoun(permission), ...principal],
    gains: [...principal, isNow, ...what],
    loses: [...principal, isNoLonger, ...what],
    has: [...principal, is, ...what],
  };
}

function sayNoun({ kind }: DirectoryPermission): Phrase {
  switch (kind) {
    case "groupMembership":
      return ["the group membership of "];
    case "owner":
      return ["what is owned by "];
    default:
      return ["the directory permission of "];
  }
}

/** Says what a directory permission is: after "has", or after "is" for members and owners. */
export function sayDirectoryPermission({ kind, permission, resource }: DirectoryPermission): Phrase {
  switch (kind) {
    case "appRole": {
      const known = permission.state === "known" ? findGraphAppRole(permission.value) : undefined;
      return known === undefined
        ? ["the permission ", ...sayValue(permission, "id"), " of ", ...sayValue(resource, "id")]
        : ["the permission ", { value: known.name, kind: "role" }, ` in the directory (it ${known.reason})`];
    }
    case "directoryRole": {
      const known = permission.state === "known" ? findDirectoryRole(permission.value) : undefined;
      return known === undefined
        ? ["the directory role ", ...sayValue(permission, "id")]
        : ["the directory role ", { value: known.name, kind: "role" }, ` (it ${known.reason})`];
    }
    case "delegated":
      return ["the permissions ", ...sayValue(permission, "role"), " in the name of whoever is signed in"];
    case "groupMembership":
      return ["a member of the group ", ...sayValue(permission, "id"), ", with all that the group has"];
    case "owner":
      return [
        "an owner of ",
        ...sayOwned(resource.state === "absent" ? permission : resource),
        ", who can add ways in",
      ];
  }
}

function sayOwned(owned: Value): Phrase {
  return owned.state === "unknown" && owned.from.length > 0
    ? ["what is made here as ", ...nameSources(owned.from)]
    : sayValue(owned, "id");
}

/** Who may change what protects a connection. */
export function wordConnectionRole(role: ConnectionRole, index: ModelIndex): Wording {
  const holder: Phrase = ["the person or group ", ...sayValue(role.principal, "id")];
  const what: Phrase =
    role.roles.state === "known"
      ? listFew(role.roles.value, (name) => [{ value: name, kind: "role" }])
      : sayValue(role.roles, "role");
  const where: Phrase =
    role.connection.to === "absent"
      ? ["every service connection of the project"]
      : sayConnection(role.connection, index);
  const hasNone = role.roles.state === "known" && role.roles.value.length === 0;
  const right: Phrase = hasNone ? ["no role on ", ...where] : ["the role ", ...what, " on ", ...where];
  return {
    noun: ["what ", ...holder, " may do on ", ...where],
    gains: [...holder, " now has ", ...right],
    loses: [...holder, " no longer has ", ...right],
    has: [...holder, " has ", ...right],
  };
}
