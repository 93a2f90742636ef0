import { createRule } from "./create-rule";
import { nameRole } from "./name-role";
import { nameIdentity, startSentence } from "./name-thing";
import { livesIn } from "./lives-in";
import { namePlace } from "./place";
import { hasRight } from "./role-rights";

/** Finds managed identities that live where their own role may write federated identity credentials. */
export const identityInTargetGroup = createRule("identity-in-target-group", (model) =>
  model.list("roleAssignment").flatMap((assignment) => {
    const { principal, role, scope } = assignment;
    const identity = principal.to === "declared" ? model.find("identity", principal.urn) : undefined;
    if (identity === undefined || hasRight(role, "writeCredentials", model) !== true) {
      return [];
    }
    const lives = livesIn(identity, scope);
    if (lives === "no") {
      return [];
    }
    const facts = [
      ...namePlace(scope),
      ", where ",
      ...nameRole(role, model),
      " lets it add further ways in to itself.",
    ];
    return lives === "yes"
      ? [{ on: assignment, message: [...startSentence(nameIdentity(identity)), " lives in ", ...facts] }]
      : [
          {
            on: assignment,
            message: ["It cannot be judged whether ", ...nameIdentity(identity), " lives in ", ...facts],
            cannotBeJudged: true,
          },
        ];
  }),
);
