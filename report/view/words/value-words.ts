import type { Value } from "../../../analysis/model/value";
import type { Phrase, PhraseValueKind } from "../../../analysis/phrase";
import { readLogicalName } from "../../../analysis/rules/name-thing";

type Missing = Exclude<Value<unknown>, { readonly state: "known" }>;

const fewSources = 3;

/** Why a value is not shown: the rest of a sentence that begins with "It". */
export function sayWhy(value: Missing): Phrase {
  switch (value.state) {
    case "unknown":
      return value.from.length === 0
        ? ["is not known until deployment"]
        : ["is not known until deployment: it comes from ", ...nameSources(value.from)];
    case "secret":
      return ["is hidden because it is secret"];
    case "absent":
      return ["is not given"];
    case "unreadable":
      return ["is written in a way that cannot be read"];
  }
}

/** Names the resources that a value comes from. */
export function nameSources(urns: readonly string[]): Phrase {
  return listFew(urns, (urn) => [{ value: readLogicalName(urn), kind: "name" }], fewSources);
}

/** Shows a value in a sentence: itself, or in brackets why it is not shown. */
export function sayValue(value: Value<unknown>, kind: PhraseValueKind): Phrase {
  if (value.state === "known") {
    return [{ value: typeof value.value === "string" ? value.value : JSON.stringify(value.value), kind }];
  }
  return value.state === "absent" ? ["nothing"] : ["a value that ", ...sayWhy(value)];
}

/** Lists things as in a sentence: the first ones, and how many more there are. Only what is shown is put into words. */
export function listFew<T>(things: readonly T[], say: (thing: T) => Phrase, most = 4): Phrase {
  const shown = things.length > most ? things.slice(0, most - 1) : things;
  const more = things.length - shown.length;
  const phrases = [...shown.map(say), ...(more > 0 ? [[`${more} more`]] : [])];
  return phrases.flatMap((phrase, index) => {
    const separator = index === phrases.length - 1 ? " and " : ", ";
    return index === 0 ? phrase : [separator, ...phrase];
  });
}
