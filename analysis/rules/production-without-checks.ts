import type { Check, CheckKind } from "../model/check";
import type { ServiceConnection } from "../model/service-connection";
import { createRule, type Observation } from "./create-rule";
import { findProductionConnections, type ProductionConnection } from "./find-production-connections";
import type { ModelIndex } from "./model-index";
import { nameConnection, startSentence } from "./name-thing";

// A lock or business hours delay a run; they do not ask who changed what.
const guardKinds: readonly CheckKind[] = ["approval", "branchControl", "requiredTemplate", "restApi"];

/** Finds connections to production on which nothing decides which runs may use them. */
export const productionWithoutChecks = createRule("production-without-checks", (model, options) => {
  const checks = groupChecks(model);
  return findProductionConnections(model, options).flatMap((production) =>
    checkGuards(production, checks, options.wholeStack),
  );
});

interface CheckGroups {
  readonly byUrn: ReadonlyMap<string, readonly Check[]>;
  /** By the connection's ID in small letters. */
  readonly byId: ReadonlyMap<string, readonly Check[]>;
  /** Those of which the connection cannot be seen. */
  readonly unseen: readonly Check[];
}

function groupChecks(model: ModelIndex): CheckGroups {
  const byUrn = new Map<string, Check[]>();
  const byId = new Map<string, Check[]>();
  const unseen: Check[] = [];
  for (const check of model.list("check")) {
    const { connection } = check;
    if (connection.to === "declared") {
      byUrn.set(connection.urn, [...(byUrn.get(connection.urn) ?? []), check]);
    } else if (connection.to === "other") {
      const id = connection.id.toLowerCase();
      byId.set(id, [...(byId.get(id) ?? []), check]);
    } else if (connection.to !== "absent") {
      unseen.push(check);
    }
  }
  return { byUrn, byId, unseen };
}

function checkGuards(
  { connection, sign }: ProductionConnection,
  groups: CheckGroups,
  wholeStack: boolean,
): readonly Observation[] {
  const own = findOwnChecks(connection, groups);
  if (own.some(isGuard)) {
    return [];
  }
  const intro = [...startSentence(nameConnection(connection)), ...sign, ": "];
  const doubt = findDoubt(own, groups, wholeStack);
  return doubt === undefined
    ? [
        {
          on: connection,
          message: [...intro, "no approval, branch control, required template or REST check guards it."],
        },
      ]
    : [
        {
          on: connection,
          message: [...intro, `it cannot be judged whether a check guards it, because ${doubt}.`],
          cannotBeJudged: true,
        },
      ];
}

function findOwnChecks({ urn, connectionId }: ServiceConnection, { byUrn, byId }: CheckGroups): readonly Check[] {
  const id = connectionId.state === "known" ? connectionId.value.toLowerCase() : undefined;
  return [...(byUrn.get(urn) ?? []), ...((id === undefined ? undefined : byId.get(id)) ?? [])];
}

function isGuard({ kind }: Check): boolean {
  return guardKinds.includes(kind);
}

function findDoubt(own: readonly Check[], { unseen }: CheckGroups, wholeStack: boolean): string | undefined {
  if (unseen.some(isGuard)) {
    return "a check of this stack is on a connection that cannot be seen";
  }
  if ([...own, ...unseen].some(({ kind }) => kind === "other")) {
    return "this version of Keyless does not understand the kind of its check";
  }
  return wholeStack ? undefined : "unchanged resources are not listed";
}
