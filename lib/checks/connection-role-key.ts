import { readNamedMember } from "../members/named-member";
import { formatSlug } from "../naming/slug";
import type { ConnectionRoleArgs } from "./connection-role-args";

/**
 * Makes the key that tells a role on the connection from the others. It speaks of who has it and not of the place in the list, so
 * that taking one out leaves the others untouched, nor of the role, which is changed in place.
 *
 * @returns `undefined` where only an output says who has it, and there is no name.
 */
export function formatConnectionRoleKey(args: ConnectionRoleArgs): string | undefined {
  if (args.name !== undefined) {
    return args.name;
  }
  const named = readNamedMember(args);
  if (named !== undefined) {
    return [named.kind, named.name].map(formatSlug).join("-");
  }
  return typeof args.id === "string" ? args.id.toLowerCase() : undefined;
}
