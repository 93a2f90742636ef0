import type { Declared } from "./declared";
import type { Reference } from "./reference";
import type { Value } from "./value";

/** A role: one of Azure's, or one that this stack declares. */
export type Role =
  /** `id` is the role definition's GUID in lower case; `name` where `facts` knows it. */
  | { readonly kind: "builtIn"; readonly id: string; readonly name?: string }
  | { readonly kind: "named"; readonly name: string }
  /** A custom role of this stack: its URN. */
  | { readonly kind: "declared"; readonly urn: string }
  | { readonly kind: "unknown"; readonly from: readonly string[] }
  | { readonly kind: "unreadable" };

/** To what, may do what: a role assignment in Azure. */
export interface RoleAssignment extends Declared {
  readonly class: "roleAssignment";
  readonly principal: Reference;
  /** Such as `ServicePrincipal`, `Group`, `User`. */
  readonly principalType: Value;
  readonly role: Role;
  /** ARM scope as text. */
  readonly scope: Value;
  readonly condition: Value;
  readonly conditionVersion: Value;
}

/** A custom role in Azure. */
export interface CustomRole extends Declared {
  readonly class: "customRole";
  readonly roleName: Value;
  readonly actions: Value<readonly string[]>;
  readonly notActions: Value<readonly string[]>;
  readonly dataActions: Value<readonly string[]>;
  readonly notDataActions: Value<readonly string[]>;
  readonly assignableScopes: Value<readonly string[]>;
}
