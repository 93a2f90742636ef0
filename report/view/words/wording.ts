import type { Phrase } from "../../../analysis/phrase";

/** What can be said of a thing: each a part of a sentence without its full stop. */
export interface Wording {
  /** The thing itself, such as "the approval on service connection `x`". */
  readonly noun: Phrase;
  /** What is so from now on, as a whole sentence. */
  readonly gains: Phrase;
  /** What is no longer so, as a whole sentence. */
  readonly loses: Phrase;
  /** What is so, as a whole sentence. */
  readonly has: Phrase;
}
