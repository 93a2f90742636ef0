import type { RoleAssignment } from "../model/role-assignment";
import type { Phrase, PhraseValue } from "../phrase";
import type { RoleRisk } from "./assess-role";
import type { Breadth } from "./assess-scope";
import type { Escalation } from "./escalation";
import type { IdentityUsers } from "./identity-users";
import type { ConditionEffect } from "./read-condition";

/** What decided about a role assignment. */
export interface AssignmentFacts {
  readonly role: RoleRisk;
  readonly condition: ConditionEffect;
  /** True where the condition lowered the role. */
  readonly limited: boolean;
  readonly breadth: Breadth;
  readonly escalations: readonly Escalation[];
  readonly users: IdentityUsers;
}

const escalationTexts: Readonly<Record<Escalation, string>> = {
  assignsRoles: "It can make itself more powerful: it can assign roles, also to itself.",
  writesOwnCredentials:
    "It can make itself more powerful: it can add federated identity credentials to its own identity, ways in that stay when this one is closed.",
  writesCredentials:
    "It can add federated identity credentials to managed identities in its scope, and then act as each of them.",
};

const breadthTexts: Readonly<Record<Breadth, string>> = {
  resource: "It holds for one resource.",
  resourceGroup: "It holds for a whole resource group, also for what is put there later.",
  subscription: "It holds for a whole subscription, also for what is put there later.",
  managementGroup: "It holds for a whole management group and every subscription in it.",
  tenant: "It holds for the whole tenant.",
  unknown: "Where it holds cannot be seen before the deployment.",
};

/** Explains the level of a role assignment in sentences, the most important first. */
export function explainAssignment(assignment: RoleAssignment, facts: AssignmentFacts): readonly Phrase[] {
  return [
    ...facts.escalations.map((escalation): Phrase => [escalationTexts[escalation]]),
    [`${facts.limited ? "The role alone" : "It"} ${facts.role.reason}.`],
    explainBreadth(assignment, facts.breadth),
    ...explainCondition(facts),
    ...explainUsers(facts.users),
  ];
}

function explainBreadth({ scope }: RoleAssignment, breadth: Breadth): Phrase {
  if (breadth === "unknown" && scope.state === "unknown" && scope.from.length > 0) {
    return [
      "Where it holds is not known until deployment: it comes from ",
      ...scope.from.flatMap((urn, index): readonly (string | PhraseValue)[] =>
        index === 0 ? [nameUrn(urn)] : [" and ", nameUrn(urn)],
      ),
      ".",
    ];
  }
  return [breadthTexts[breadth]];
}

function nameUrn(urn: string): PhraseValue {
  return { value: urn.split("::").at(-1) ?? urn, kind: "name" };
}

function explainCondition({ condition, limited, role }: AssignmentFacts): readonly Phrase[] {
  switch (condition.kind) {
    case "none":
      return [];
    case "limitsAssignableRoles":
      return limited || !role.assignsRoles
        ? [["A condition limits which roles it may assign."]]
        : [["A condition limits which roles it may assign, but lets through ones that lead to more."]];
    case "unread":
      return [
        ["A condition limits it in a way that Keyless does not understand, so that it counts as if there were none."],
      ];
    case "unseen":
      return [["Its condition cannot be seen, so that it counts as if there were none."]];
  }
}

function explainUsers({ trusts, pipelines, allPipelines }: IdentityUsers): readonly Phrase[] {
  const parties = trusts === 1 ? "one trusted party" : `${trusts} trusted parties`;
  if (allPipelines) {
    return [["Every pipeline of the project can use it."]];
  }
  if (pipelines > 0) {
    return [[`${pipelines === 1 ? "One pipeline" : `${pipelines} pipelines`} can use it, through ${parties}.`]];
  }
  return trusts > 0 ? [[`${trusts === 1 ? "One trusted party" : `${trusts} trusted parties`} can act as it.`]] : [];
}
