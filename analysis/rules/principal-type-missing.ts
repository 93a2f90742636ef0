import type { RoleAssignment } from "../model/role-assignment";
import { createRule, type Observation } from "./create-rule";
import type { ModelIndex } from "./model-index";
import { nameReferredIdentity } from "./name-thing";

/** Finds role assignments that do not say whether a user, a group or a service principal gets the role, or say it wrong. */
export const principalTypeMissing = createRule("principal-type-missing", (model) =>
  model
    .list("roleAssignment")
    .filter(({ external }) => !external)
    .flatMap((assignment) => checkPrincipalType(assignment, model)),
);

function checkPrincipalType(assignment: RoleAssignment, model: ModelIndex): readonly Observation[] {
  const { principal, principalType } = assignment;
  const name = nameReferredIdentity(principal, model);
  if (principalType.state === "absent") {
    return [
      {
        on: assignment,
        message: [
          "The role assignment for ",
          ...name,
          " does not say whether that is a user, a group or a service principal.",
        ],
      },
    ];
  }
  // The SDK of azure-native writes User where the program says nothing.
  const isWrong =
    principalType.state === "known" && principalType.value !== "ServicePrincipal" && principal.to === "declared";
  return isWrong
    ? [
        {
          on: assignment,
          message: [
            "The role assignment for ",
            ...name,
            " says that it is a ",
            { value: principalType.value, kind: "name" },
            principalType.value === "User" ? ": that is what the SDK writes where the program says nothing." : ".",
          ],
        },
      ]
    : [];
}
