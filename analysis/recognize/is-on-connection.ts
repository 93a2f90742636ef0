import type { Value } from "../model/value";

/**
 * Whether a permission or check is on a service connection, by the word that Azure DevOps has for the kind of thing. One whose word
 * cannot be read counts: nothing that could be on a connection is passed over.
 */
export function isOnConnection(resourceType: Value): boolean {
  return resourceType.state !== "known" || resourceType.value.toLowerCase() === "endpoint";
}
