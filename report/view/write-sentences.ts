import type { Change, ChangeEffect } from "../../analysis/changes/change";
import { compareLevels } from "../../analysis/level";
import type { EntityClass } from "../../analysis/model/model";
import type { ServiceConnection } from "../../analysis/model/service-connection";
import type { Reference } from "../../analysis/model/reference";
import type { Phrase } from "../../analysis/phrase";
import { nameConnection } from "../../analysis/rules/name-thing";
import { referTo } from "./access-side";
import { titleChange } from "./title-change";
import type { ViewContext } from "./view-context";
import { listFew } from "./words/value-words";

const mostSentences = 5;

/**
 * Writes what a reviewer must know, the most important first: what stops nobody any more, who gets in, what they may do at most,
 * what stops them, and what breaks.
 */
export function writeSentences(changes: readonly Change[], standing: number, context: ViewContext): readonly Phrase[] {
  const having = (...effects: readonly ChangeEffect[]): readonly Change[] =>
    changes.filter((change) => effects.some((effect) => change.effects.includes(effect)));
  const wider = having("widensAccess", "storesSecret", "escalates", "cannotBeReviewed");
  const guards = having("removesGuard", "weakensGuard");
  const checks = pick(guards, ["check"]);
  const entering = except(pick(wider, classesOfEntrance), guards);
  const others = except(wider, [...guards, ...entering]);
  return [
    ...sayFirst(checks, guardWords, context),
    ...sayFirst(except(guards, checks), guardWords, context),
    ...sayFirst(entering, entranceWords, context),
    ...sayFirst(
      [...pick(others, classesOfRights), ...except(others, pick(others, classesOfRights))],
      otherWords,
      context,
    ),
    ...sayGuards(findConnections(having("widensAccess"), context), context),
    ...sayFirst(except(having("breaksUse", "replacesCredential"), wider), breakWords, context),
    ...(standing === 0
      ? []
      : [[standing === 1 ? "1 finding was there before." : `${standing} findings were there before.`]]),
  ].slice(0, mostSentences);
}

/** In the order of what matters most at the same level. */
const classesOfEntrance: readonly EntityClass[] = ["trust", "storedSecret", "pipelinePermission"];
const classesOfRights: readonly EntityClass[] = [
  "roleAssignment",
  "directoryPermission",
  "customRole",
  "connectionRole",
];

function pick(changes: readonly Change[], classes: readonly EntityClass[]): readonly Change[] {
  return classes.flatMap((name) => changes.filter((change) => change.class === name));
}

function except(changes: readonly Change[], told: readonly Change[]): readonly Change[] {
  const gone = new Set(told);
  return changes.filter((change) => !gone.has(change));
}

/** How many more there are than the one that is told. */
interface MoreWords {
  readonly one: string;
  readonly many: string;
}

const guardWords: MoreWords = {
  one: "1 more change takes away or weakens what guards access.",
  many: "more changes take away or weaken what guards access.",
};
const entranceWords: MoreWords = { one: "1 more change lets somebody in.", many: "more changes let somebody in." };
const otherWords: MoreWords = {
  one: "1 more change widens access, or cannot be judged.",
  many: "more changes widen access, or cannot be judged.",
};
const breakWords: MoreWords = {
  one: "1 more change breaks what works now, at least for a while.",
  many: "more changes break what works now, at least for a while.",
};

/** The sentence of the one that matters most, and how many more there are. */
function sayFirst(changes: readonly Change[], { one, many }: MoreWords, context: ViewContext): readonly Phrase[] {
  const [first, ...others] = [...changes].sort((a, b) => compareLevels(b.level, a.level));
  if (first === undefined) {
    return [];
  }
  const title = titleChange(first, context);
  const more = others.length === 1 ? one : `${others.length} ${many}`;
  return [others.length === 0 ? title : [...title, ` ${more}`]];
}

/** The connections that somebody gets more by. */
function findConnections(changes: readonly Change[], { after }: ViewContext): readonly ServiceConnection[] {
  const found = changes.flatMap(({ after: thing }): readonly ServiceConnection[] => {
    switch (thing?.class) {
      case "serviceConnection":
        return [thing];
      case "trust":
        return [after.connectionOf(thing)].flatMap((connection) => connection ?? []);
      case "pipelinePermission":
        return findDeclared(thing.connection, { after });
      case "roleAssignment":
        return after.connectionsOf(thing.principal);
      default:
        return [];
    }
  });
  const byUrn = new Map(found.map((connection) => [connection.urn, connection]));
  return [...byUrn.values()].sort((a, b) => (a.urn < b.urn ? -1 : 1));
}

function findDeclared(reference: Reference, { after }: Pick<ViewContext, "after">): readonly ServiceConnection[] {
  const found = reference.to === "declared" ? after.index.find("serviceConnection", reference.urn) : undefined;
  return found === undefined ? [] : [found];
}

function sayGuards(connections: readonly ServiceConnection[], { after }: ViewContext): readonly Phrase[] {
  if (connections.length === 0) {
    return [];
  }
  const open = connections.filter((connection) => after.checksOf(referTo(connection)).length === 0);
  if (open.length === 0) {
    return [
      connections.length === 1
        ? ["An approval or a check of this stack stops them first."]
        : ["Each of the service connections has an approval or a check that stops them first."],
    ];
  }
  return [
    [
      "Nothing that this stack declares stops pipelines on ",
      ...listFew(open, nameConnection),
      ": no approval, no check.",
    ],
  ];
}
