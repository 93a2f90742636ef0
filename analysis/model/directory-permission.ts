import type { Declared } from "./declared";
import type { Reference } from "./reference";
import type { Value } from "./value";

/** What an identity may do in the directory (Microsoft Entra ID), or what group it belongs to. */
export interface DirectoryPermission extends Declared {
  readonly class: "directoryPermission";
  readonly kind: "appRole" | "delegated" | "directoryRole" | "groupMembership" | "owner";
  readonly principal: Reference;
  /** The app role's or directory role's ID, the scopes of a delegated permission, or the group's ID. */
  readonly permission: Value;
  /** Object ID of the resource that grants it, such as Microsoft Graph's service principal; absent for directory roles. */
  readonly resource: Value;
}
