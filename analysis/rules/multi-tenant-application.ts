import { createRule } from "./create-rule";
import { explainMissing, nameIdentity, startSentence } from "./name-thing";
import { findUnseen } from "./unseen";

// https://learn.microsoft.com/graph/api/resources/application: every other audience takes accounts of more than one tenant.
const ownTenantOnly = "azureadmyorg";

/** Finds applications that people and services of other tenants may sign in to. */
export const multiTenantApplication = createRule("multi-tenant-application", (model) =>
  model.list("identity").flatMap((identity) => {
    const { signInAudience } = identity;
    const name = nameIdentity(identity);
    const unseen = findUnseen(signInAudience);
    if (unseen !== undefined && identity.kind === "application") {
      return [
        {
          on: identity,
          message: [
            "It cannot be judged whether ",
            ...name,
            ` accepts sign-ins of other tenants: its sign-in audience ${explainMissing(unseen)}.`,
          ],
          cannotBeJudged: true,
        },
      ];
    }
    return signInAudience.state === "known" && signInAudience.value.toLowerCase() !== ownTenantOnly
      ? [
          {
            on: identity,
            message: [
              ...startSentence(name),
              " accepts sign-ins of other tenants: its sign-in audience is ",
              { value: signInAudience.value, kind: "name" },
              ".",
            ],
          },
        ]
      : [];
  }),
);
