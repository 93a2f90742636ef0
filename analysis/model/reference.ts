/**
 * How one thing of the model points at another.
 *
 * - `declared`: a resource of this stack, by its URN (of an identity: the URN of the whole identity, whichever part was pointed at).
 * - `other`: an ID that no resource of this stack has.
 * - `unknown`: not known until deployment and not one of the stack's recognized resources; `from` as in a value.
 * - `secret`, `absent`, `unreadable`: as in a value.
 */
export type Reference =
  | { readonly to: "declared"; readonly urn: string }
  | { readonly to: "other"; readonly id: string }
  | { readonly to: "unknown"; readonly from: readonly string[] }
  | { readonly to: "secret" }
  | { readonly to: "absent" }
  | { readonly to: "unreadable" };
