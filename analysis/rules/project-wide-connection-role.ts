import type { ConnectionRole } from "../model/connection-role";
import type { Value } from "../model/value";
import type { Phrase } from "../phrase";
import { createRule, type Observation } from "./create-rule";
import { explainMissing, listPhrases } from "./name-thing";
import { findUnseen } from "./unseen";

// Names of roles and of the permissions behind them, as Azure DevOps calls them.
const administratorNames = ["administrator", "administer"];
const userNames = ["user", "use"];

/** Finds roles that hold for every service connection of a project. */
export const projectWideConnectionRole = createRule("project-wide-connection-role", (model) =>
  model
    .list("connectionRole")
    .filter((role) => role.connection.to === "absent")
    .flatMap(checkRole),
);

function checkRole(role: ConnectionRole): readonly Observation[] {
  const who = nameHolder(role.principal);
  const unseen = findUnseen(role.roles);
  if (unseen !== undefined) {
    return [
      {
        on: role,
        message: [
          "It cannot be judged what ",
          ...who,
          ` may do with every service connection of the project: the role ${explainMissing(unseen)}.`,
        ],
        cannotBeJudged: true,
      },
    ];
  }
  const names = role.roles.state === "known" ? role.roles.value : [];
  const strong = names.filter((name) => [...administratorNames, ...userNames].includes(name.toLowerCase()));
  if (strong.length === 0) {
    return [];
  }
  const administers = strong.some((name) => administratorNames.includes(name.toLowerCase()));
  return [
    {
      on: role,
      level: administers ? "medium" : "low",
      message: [
        administers
          ? "Every service connection of the project, with its checks and permissions, can be changed by "
          : "Every service connection of the project can be put into pipelines by ",
        ...who,
        ", who has ",
        ...listPhrases(strong.map((value) => [{ value, kind: "role" }])),
        ".",
      ],
    },
  ];
}

function nameHolder(principal: Value): Phrase {
  return principal.state === "known"
    ? ["the person or group ", { value: principal.value, kind: "id" }]
    : ["a person or group that cannot be seen"];
}
