import type { Change, ChangeEffect } from "../../analysis/changes/change";
import type { ServiceConnection } from "../../analysis/model/service-connection";
import type { Trust } from "../../analysis/model/trust";
import type { Phrase } from "../../analysis/phrase";
import { nameConnection } from "../../analysis/rules/name-thing";
import type { ChangedPair } from "./changed-pair";
import { sayChangedHolding } from "./say-changed-holding";
import { sayChangedRights } from "./say-changed-rights";
import { sayChangedCheck, sayChangedPermission } from "./say-changed-use";
import type { ViewContext } from "./view-context";
import { fieldWords } from "./words/field-words-table";
import { sayParty } from "./words/party-words";
import { sayPlace } from "./words/place-words";
import { readName, sayIdentity } from "./words/thing-words";
import { listFew, sayValue } from "./words/value-words";
import { wordThing } from "./words/word-thing";

/** Says what is different about a thing that stays: a sentence without its full stop. */
export function sayChanged(change: Change, context: ViewContext): Phrase {
  return sayProtected(change, context) ?? sayByClass(change, context) ?? sayFields(change, context);
}

function sayProtected({ after, fields }: Change, { after: side }: ViewContext): Phrase | undefined {
  return after?.protect === true && fields.length > 0 && fields.every(({ field }) => field === "protect")
    ? [...wordThing(after, side).noun, " is protected from being deleted from now on"]
    : undefined;
}

function sayByClass({ before, after, effects, fields }: Change, context: ViewContext): Phrase | undefined {
  const rest = {
    has: (effect: ChangeEffect): boolean => effects.includes(effect),
    touches: (name: string): boolean => fields.some(({ field }) => field === name),
  };
  if (before?.class === "trust" && after?.class === "trust") {
    return sayTrust({ before, after, ...rest }, context);
  }
  if (before?.class === "roleAssignment" && after?.class === "roleAssignment") {
    return sayChangedRights({ before, after, ...rest }, context);
  }
  if (before?.class === "serviceConnection" && after?.class === "serviceConnection") {
    return sayServiceConnection({ before, after, ...rest }, context);
  }
  if (before?.class === "pipelinePermission" && after?.class === "pipelinePermission") {
    return sayChangedPermission({ before, after, ...rest }, context);
  }
  if (before?.class === "check" && after?.class === "check") {
    return sayChangedCheck({ before, after, ...rest }, context);
  }
  return before === undefined || after === undefined
    ? undefined
    : sayChangedHolding({ before, after, ...rest }, context);
}

function sayFields({ before, after, fields }: Change, context: ViewContext): Phrase {
  const thing = after ?? before;
  const side = after === undefined ? context.before : context.after;
  const noun = thing === undefined ? ["something"] : wordThing(thing, side).noun;
  const names = [...new Set(fields.map(({ field }) => field))];
  return names.length === 0
    ? [...noun, " changes"]
    : [...noun, " changes: ", ...listFew(names, (name) => [fieldWords[name] ?? { value: name, kind: "text" }])];
}

function sayTrust(pair: ChangedPair<Trust>, { before, after }: ViewContext): Phrase | undefined {
  const party = sayParty(pair.after, after);
  const identity = sayIdentity(pair.after.identity, after.index);
  if (!pair.has("widensAccess") && !pair.has("cannotBeReviewed")) {
    return pair.has("narrowsAccess")
      ? ["only ", ...party, " can still sign in as ", ...identity]
      : ["the federated identity credential of ", ...identity, " is re-attached to the same party: ", ...party];
  }
  if (pair.touches("identity")) {
    return [
      ...party,
      " can now sign in as ",
      ...identity,
      " instead of ",
      ...sayIdentity(pair.before.identity, before.index),
    ];
  }
  const earlier = sayParty(pair.before, before);
  return JSON.stringify(earlier) === JSON.stringify(party)
    ? sayTokens(pair, [...party, " can sign in as ", ...identity])
    : [...party, " can now sign in as ", ...identity, " instead of ", ...earlier];
}

function sayTokens(pair: ChangedPair<Trust>, what: Phrase): Phrase | undefined {
  if (pair.touches("issuer")) {
    return [...what, " with tokens of another issuer: ", ...sayValue(pair.after.issuer, "issuer")];
  }
  return pair.touches("audience")
    ? [...what, " with tokens for another audience: ", ...sayValue(pair.after.audience, "text")]
    : undefined;
}

function sayServiceConnection(
  pair: ChangedPair<ServiceConnection>,
  { before, after }: ViewContext,
): Phrase | undefined {
  const connection = nameConnection(pair.after);
  const users: Phrase = ["pipelines that may use ", ...connection];
  if (pair.touches("storesSecret")) {
    return pair.has("removesSecret")
      ? [...connection, " no longer keeps a secret"]
      : pair.has("storesSecret")
        ? [...connection, " now keeps a secret"]
        : [...connection, " may now keep a secret: that cannot be seen"];
  }
  if (pair.touches("secret") && pair.has("storesSecret")) {
    return [...connection, " keeps another secret than before"];
  }
  if (pair.touches("identity")) {
    const identity = sayIdentity(pair.after.identity, after.index);
    return pair.has("widensAccess") || pair.has("cannotBeReviewed")
      ? [...users, " now act as ", ...identity, " instead of ", ...sayIdentity(pair.before.identity, before.index)]
      : [...connection, " is re-attached to ", ...identity];
  }
  if (pair.touches("scope")) {
    return [...users, " now work in ", ...sayPlace(pair.after.scope), " instead of ", ...sayPlace(pair.before.scope)];
  }
  if (pair.touches("connectionName")) {
    const name = readName(pair.before.connectionName, pair.before.name);
    return [
      "service connection ",
      { value: name, kind: "name" },
      " is now called ",
      ...sayValue(pair.after.connectionName, "name"),
    ];
  }
  return undefined;
}
