import type { Identity } from "../model/identity";
import type { Declared } from "../model/declared";
import type { Reference } from "../model/reference";
import type { ServiceConnection } from "../model/service-connection";
import type { Value } from "../model/value";
import type { Phrase } from "../phrase";
import type { ModelIndex } from "./model-index";

/** Names a thing by its name in the program. */
export function nameThing(thing: Declared): Phrase {
  return [{ value: thing.name, kind: "name" }];
}

/** Names a service connection by the name that pipelines use, where it is known. */
export function nameConnection(connection: ServiceConnection): Phrase {
  return ["service connection ", { value: readName(connection.connectionName) ?? connection.name, kind: "name" }];
}

/** Names an identity by its display name, where it is known. */
export function nameIdentity(identity: Identity): Phrase {
  const nouns = {
    application: "application ",
    servicePrincipal: "service principal ",
    managedIdentity: "managed identity ",
  };
  return [nouns[identity.kind], { value: readName(identity.displayName) ?? identity.name, kind: "name" }];
}

/** Names whatever a reference to an identity points at. */
export function nameReferredIdentity(reference: Reference, model: ModelIndex): Phrase {
  const declared = reference.to === "declared" ? model.find("identity", reference.urn) : undefined;
  return declared === undefined ? nameReferred(reference, "identity") : nameIdentity(declared);
}

/** Names whatever a reference to a service connection points at. */
export function nameReferredConnection(reference: Reference, model: ModelIndex): Phrase {
  const declared = reference.to === "declared" ? model.find("serviceConnection", reference.urn) : undefined;
  return declared === undefined ? nameReferred(reference, "service connection") : nameConnection(declared);
}

function nameReferred(reference: Reference, noun: "identity" | "service connection"): Phrase {
  const article = noun === "identity" ? "an" : "a";
  switch (reference.to) {
    case "declared":
      return [`the ${noun} of `, { value: reference.urn, kind: "resource" }];
    case "other":
      return [`the ${noun} with the ID `, { value: reference.id, kind: "id" }];
    case "unknown": {
      const [urn, ...others] = reference.from;
      return urn === undefined || others.length > 0
        ? [`${article} ${noun} that is not known before the deployment`]
        : [`the ${noun} that comes from `, { value: readLogicalName(urn), kind: "name" }];
    }
    case "secret":
      return [`${article} ${noun} that is marked secret`];
    case "absent":
      return [`${article} ${noun} that is not named`];
    case "unreadable":
      return [`${article} ${noun} that cannot be read`];
  }
}

/** Begins a sentence with a phrase. */
export function startSentence(phrase: Phrase): Phrase {
  const [first, ...rest] = phrase;
  return typeof first === "string" ? [first.charAt(0).toUpperCase() + first.slice(1), ...rest] : phrase;
}

/** Lists phrases as in a sentence: the first ones, and how many more there are. */
export function listPhrases(phrases: readonly Phrase[], most = 5): Phrase {
  const shown = phrases.length > most ? phrases.slice(0, most - 1) : phrases;
  const more = phrases.length - shown.length;
  const items: readonly Phrase[] = more === 0 ? shown : [...shown, [`${more} more`]];
  return items.flatMap((item, index) => {
    const separator = index === items.length - 1 ? " and " : ", ";
    return index === 0 ? item : [separator, ...item];
  });
}

/** Why a value is not known, as the rest of a sentence that begins with "It". */
export function explainMissing(state: Exclude<Value["state"], "known">): string {
  switch (state) {
    case "unknown":
      return "is not known before the deployment";
    case "secret":
      return "is marked secret";
    case "absent":
      return "is not given";
    case "unreadable":
      return "is written in a way that cannot be read";
  }
}

function readName(value: Value): string | undefined {
  return value.state === "known" && value.value.trim() !== "" ? value.value : undefined;
}

/** The logical name in a URN. */
export function readLogicalName(urn: string): string {
  return urn.split("::").slice(3).join("::") || urn;
}
