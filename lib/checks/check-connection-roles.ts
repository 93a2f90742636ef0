import { type Check, isLater, joinPath } from "../arguments/check";
import { checkDistinct, checkList } from "../arguments/check-collection";
import { checkObject, readProperties } from "../arguments/check-object";
import { checkAll } from "../arguments/check-one-of";
import { optional, plain, required } from "../arguments/check-presence";
import { checkName } from "../arguments/check-text";
import { checkChoice } from "../arguments/check-value";
import { createProblem, type Problem } from "../errors/problem";
import { checkMemberChosen, formatMember, memberShape } from "../members/check-member";
import { isKey, keyRequirement } from "../naming/key";
import { ConnectionRole } from "./connection-role";
import type { ConnectionRoleArgs } from "./connection-role-args";
import { formatConnectionRoleKey } from "./connection-role-key";

const roles = Object.values(ConnectionRole);
const nameNeeded = 'a short name, such as "operators": the id is an output, so that no name can be made from it';

const checkConnectionRole = checkAll(
  checkObject<ConnectionRoleArgs>({
    ...memberShape,
    role: required(
      "the role on the connection: Administrator, User or Reader",
      plain(
        "the role",
        checkChoice({
          of: "a role on a service connection",
          known: roles,
          requirement: "Administrator, User or Reader",
        }),
      ),
    ),
    name: optional(
      plain("a short name", checkName({ of: "a role here", requirement: keyRequirement, isValid: isKey })),
    ),
  }),
  checkMemberChosen,
  checkNamed,
);

/** Checks the roles on the connection: each for itself, that nobody has two, and that their names differ. */
export const checkConnectionRoles: Check = checkAll(
  checkList(plain("the role, of which the id may be an output,", checkConnectionRole)),
  checkDistinct(formatMember),
  checkKeys,
);

function checkNamed(path: string, value: unknown): readonly Problem[] {
  const properties = readProperties(value);
  return isLater(properties?.get("id")) && !properties?.has("name")
    ? [createProblem(joinPath(path, "name"), "argument-missing", { write: nameNeeded })]
    : [];
}

function checkKeys(path: string, value: unknown): readonly Problem[] {
  const roles: readonly unknown[] = Array.isArray(value) ? value : [];
  const usesByKey = new Map<string, { readonly path: string; readonly member: string | undefined }>();
  return roles.flatMap((role, index) => {
    const here = `${path}[${index}]`;
    const key = isConnectionRoleArgs(role) ? formatConnectionRoleKey(role) : undefined;
    if (key === undefined) {
      return [];
    }
    const member = formatMember(role);
    const other = usesByKey.get(key);
    usesByKey.set(key, other ?? { path: here, member });
    // Who stands there twice was told already.
    return other === undefined || (member !== undefined && other.member === member)
      ? []
      : [createProblem(joinPath(here, "name"), "name-needed", { other: other.path, named: key })];
  });
}

function isConnectionRoleArgs(value: unknown): value is ConnectionRoleArgs {
  return !isLater(value) && checkConnectionRole("", value).length === 0;
}
