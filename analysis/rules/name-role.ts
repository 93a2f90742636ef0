import type { Role } from "../model/role-assignment";
import type { Phrase } from "../phrase";
import type { ModelIndex } from "./model-index";
import { findBuiltIn, findCustomRole } from "./role-rights";

/** Names a role, so that it can follow "has". */
export function nameRole(role: Role, model: ModelIndex): Phrase {
  switch (role.kind) {
    case "builtIn":
      return ["the role ", { value: findBuiltIn(role)?.name ?? role.name ?? role.id, kind: "role" }];
    case "named":
      return ["the role ", { value: role.name, kind: "role" }];
    case "declared": {
      const custom = findCustomRole(role, model);
      const name = custom?.roleName.state === "known" ? custom.roleName.value : (custom?.name ?? role.urn);
      return ["the custom role ", { value: name, kind: "role" }];
    }
    case "unknown":
      return ["a role that is not known before the deployment"];
    case "unreadable":
      return ["a role that cannot be read"];
  }
}
