import { createRule } from "./create-rule";
import { nameReferredIdentity, startSentence } from "./name-thing";
import { nameRole } from "./name-role";
import { namePlace, readPlace } from "./place";
import { isOwner } from "./is-owner";

/** Finds identities that are Owner, or have a custom role that is as much. */
export const ownerRole = createRule("owner-role", (model) =>
  model
    .list("roleAssignment")
    .filter((assignment) => isOwner(assignment.role, model))
    .map((assignment) => ({
      on: assignment,
      level: readPlace(assignment.scope).kind === "resource" ? ("high" as const) : ("critical" as const),
      message: [
        ...startSentence(nameReferredIdentity(assignment.principal, model)),
        " may do everything in ",
        ...namePlace(assignment.scope),
        ": it has ",
        ...nameRole(assignment.role, model),
        ".",
      ],
    })),
);
