import type { Role, RoleAssignment } from "../../../analysis/model/role-assignment";
import type { Phrase } from "../../../analysis/phrase";
import { assessRole } from "../../../analysis/risk/assess-role";
import { findBuiltIn, findCustomRole } from "../../../analysis/rules/role-rights";
import type { ModelIndex } from "../../../analysis/rules/model-index";
import { sayAssignableRoles } from "./assignable-roles";
import { limitedRoleWords, roleWords } from "./role-words-table";
import { sayWhy } from "./value-words";

/** Says what somebody with a role assignment may do, without where: the rest of a sentence that begins with "may". */
export function sayRole({ role, condition }: Pick<RoleAssignment, "role" | "condition">, index: ModelIndex): Phrase {
  switch (role.kind) {
    case "builtIn":
    case "named": {
      const known = findBuiltIn(role);
      const name = known?.name ?? (role.kind === "named" ? role.name : (role.name ?? role.id));
      const assignable = sayAssignableRoles({ role, condition });
      if (assignable !== undefined) {
        return [...assignable, " (", { value: name, kind: "role" }, ")"];
      }
      const words = known === undefined ? undefined : findWords(known.name, condition.state !== "absent");
      if (words !== undefined) {
        return [`${words} (`, { value: name, kind: "role" }, ")"];
      }
      const what = known === undefined ? "Keyless does not know what it allows" : `it ${known.reason}`;
      return ["use the role ", { value: name, kind: "role" }, ` (${what})`];
    }
    case "declared": {
      const custom = findCustomRole(role, index);
      const name = custom?.roleName.state === "known" ? custom.roleName.value : (custom?.name ?? role.urn);
      return ["use the custom role ", { value: name, kind: "role" }, ` (it ${assessRole(role, index.model).reason})`];
    }
    case "unknown":
      return ["use a role that ", ...sayWhy({ state: "unknown", from: role.from })];
    case "unreadable":
      return ["use a role that ", ...sayWhy({ state: "unreadable" })];
  }
}

function findWords(name: string, isLimited: boolean): string | undefined {
  return (isLimited ? limitedRoleWords[name] : undefined) ?? roleWords[name];
}

/** Names a role for the picture. */
export function nameRoleShortly(role: Role, index: ModelIndex): string {
  switch (role.kind) {
    case "builtIn":
      return findBuiltIn(role)?.name ?? role.name ?? role.id;
    case "named":
      return role.name;
    case "declared": {
      const custom = findCustomRole(role, index);
      return custom?.roleName.state === "known" ? custom.roleName.value : (custom?.name ?? "Custom role");
    }
    case "unknown":
      return "Role not known until deployment";
    case "unreadable":
      return "Role that cannot be read";
  }
}
