import { type Check, isLater } from "../arguments/check";
import type { Shape } from "../arguments/check-object";
import { checkOneOf } from "../arguments/check-one-of";
import { input, optional, plain } from "../arguments/check-presence";
import { checkGuid, checkName, checkText } from "../arguments/check-text";
import type { MemberArgs } from "./member-args";
import { formatNamedMember, readNamedMember } from "./named-member";

/** Checks the ID of a member. */
export const checkMemberId: Check = checkGuid("the storage key of a user, group or team");

const checkUserName = checkName({
  of: "a user",
  requirement: "the address that the user signs in with, such as ada@contoso.com",
  isValid: (name) => /^[^@\s]+@[^@\s]+$/.test(name),
});

/** Checks of the arguments that say who somebody is. Exactly one is needed: {@link checkMemberChosen}. */
export const memberShape: Shape<MemberArgs> = {
  id: optional(input(checkMemberId)),
  group: optional(plain("the name of the group", checkText())),
  organizationGroup: optional(plain("the name of the group", checkText())),
  team: optional(plain("the name of the team", checkText())),
  user: optional(plain("the address that the user signs in with", checkUserName)),
};

/** Checks that it is said in exactly one way who somebody is. */
export const checkMemberChosen: Check = checkOneOf("id", "group", "organizationGroup", "team", "user");

/**
 * Writes who somebody is so that two spellings of the same are equal.
 *
 * @returns `undefined` where that is only known later, or the arguments are wrong.
 */
export function formatMember(value: unknown): string | undefined {
  if (!isMember(value)) {
    return undefined;
  }
  const named = readNamedMember(value);
  if (named !== undefined) {
    return formatNamedMember(named);
  }
  return typeof value.id === "string" ? `id ${value.id.toLowerCase()}` : undefined;
}

function isMember(value: unknown): value is MemberArgs {
  return (
    typeof value === "object" &&
    value !== null &&
    !isLater(value) &&
    checkMemberChosen("", value).length === 0 &&
    Object.entries(memberShape).every(([name, check]) => check("", Reflect.get(value, name)).length === 0)
  );
}
