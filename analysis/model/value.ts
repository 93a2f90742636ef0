/**
 * A value of which the analysis says what it knows and never guesses.
 *
 * - `known`: the value itself.
 * - `unknown`: not known until deployment; `from` holds the URNs of the resources it comes from, sorted.
 * - `secret`: marked secret; nothing is known but that it is there.
 * - `absent`: not given, and the provider has no default.
 * - `unreadable`: given in a shape that the analysis does not understand.
 */
export type Value<T = string> =
  | { readonly state: "known"; readonly value: T }
  | { readonly state: "unknown"; readonly from: readonly string[] }
  | { readonly state: "secret" }
  | { readonly state: "absent" }
  | { readonly state: "unreadable" };
