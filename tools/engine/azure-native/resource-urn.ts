import { type ResourceType, resourceTypes } from "./types-table";

/** What a URN says about a resource: its type token and its logical name. */
export interface ParsedUrn {
  readonly token: string;
  readonly name: string;
}

/** Reads `urn:pulumi:stack::project::parentType$type::name`. */
export function parseUrn(urn: string): ParsedUrn {
  const [, , types, ...name] = urn.split("::");
  const token = types?.split("$").at(-1);
  if (token === undefined || name.length === 0) throw new Error(`not a resource URN: ${urn}`);
  return { token, name: name.join("::") };
}

/**
 * The table's entry for the resource with this URN.
 *
 * @throws when the stand-in does not serve the type; the text names those it does.
 */
export function findResourceType(urn: string): ResourceType {
  const { token } = parseUrn(urn);
  const type = resourceTypes[token];
  if (type === undefined) {
    const served = Object.keys(resourceTypes).join(", ");
    throw new Error(`Resource type ${token} not found: the azure-native stand-in serves only ${served}`);
  }
  return type;
}
