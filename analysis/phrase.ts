/** What a value in a phrase is, so that each format can show it fittingly. */
export type PhraseValueKind = "name" | "id" | "role" | "scope" | "issuer" | "subject" | "text" | "branch" | "resource";

/** A value that came from outside: it may hold anything, so that every format has to neutralize it. */
export interface PhraseValue {
  readonly value: string;
  readonly kind: PhraseValueKind;
}

/** A sentence: our own words as text, and foreign values kept apart from them. */
export type Phrase = readonly (string | PhraseValue)[];
