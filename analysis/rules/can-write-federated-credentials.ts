import type { Identity } from "../model/identity";
import type { RoleAssignment } from "../model/role-assignment";
import { createRule } from "./create-rule";
import { findTier } from "./find-tier";
import { findResidents } from "./lives-in";
import type { ModelIndex } from "./model-index";
import { nameRole } from "./name-role";
import { listPhrases, nameIdentity, nameReferredIdentity, startSentence } from "./name-thing";
import { namePlace } from "./place";
import { hasRight } from "./role-rights";

/**
 * Finds identities that can add federated identity credentials to others: by a role that is made for it, or by a general role
 * where other managed identities of the stack live.
 */
export const canWriteFederatedCredentials = createRule("can-write-federated-credentials", (model) =>
  model
    .list("roleAssignment")
    .filter(({ role }) => hasRight(role, "writeCredentials", model) === true)
    .flatMap((assignment) => {
      const targets = findTargets(assignment, model);
      // Of a role that may do nearly everything, what it may do to identities that are not there is no news.
      if (targets.length === 0 && findTier(assignment.role, model) === "critical") {
        return [];
      }
      const whom =
        targets.length === 0 ? ["any managed identity"] : listPhrases(targets.map((target) => nameIdentity(target)));
      return [
        {
          on: assignment,
          message: [
            ...startSentence(nameReferredIdentity(assignment.principal, model)),
            " can add ways in to ",
            ...whom,
            " in ",
            ...namePlace(assignment.scope),
            ": it has ",
            ...nameRole(assignment.role, model),
            ".",
          ],
        },
      ];
    }),
);

/** Other managed identities of the stack that live where the role holds. */
function findTargets({ principal, scope }: RoleAssignment, model: ModelIndex): readonly Identity[] {
  return findResidents(scope, model).filter(
    (identity) => !(principal.to === "declared" && identity.parts.includes(principal.urn)),
  );
}
