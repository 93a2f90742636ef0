import type { Role } from "../model/role-assignment";
import type { ModelIndex } from "./model-index";
import { findBuiltIn, findCustomRole } from "./role-rights";

/** Whether a role is Owner, or a custom role of this stack that may do everything and loses nothing of it. */
export function isOwner(role: Role, model: ModelIndex): boolean {
  const custom = findCustomRole(role, model);
  if (custom === undefined) {
    return findBuiltIn(role)?.name === "Owner";
  }
  const { actions, notActions } = custom;
  const takesAway = notActions.state === "known" ? notActions.value.length > 0 : notActions.state !== "absent";
  return actions.state === "known" && actions.value.some((action) => action.trim() === "*") && !takesAway;
}
