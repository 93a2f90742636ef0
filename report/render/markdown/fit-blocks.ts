/** One whole thing, written only where it may fit: of a large report, most do not. */
export interface Chunk {
  /** It is never shorter than this. */
  readonly minLength: number;
  readonly write: () => string;
}

/** A part of the document that holds several whole things. */
export interface Block {
  readonly open: string;
  readonly chunks: readonly Chunk[];
  readonly close: string;
  /** Whether a chunk that is left out is an item that the reader does not see at all, or only more about one. */
  readonly holds: "items" | "explanations";
}

/** What fits, and how much does not. */
export interface Fitted {
  readonly text: string;
  readonly omittedItems: number;
  readonly omittedExplanations: number;
}

/**
 * Puts as many whole chunks of the blocks together as fit, the first ones first; a chunk that is too long lets later ones pass.
 * Every block that is opened is closed.
 */
export function fitBlocks(blocks: readonly Block[], maxLength: number): Fitted {
  let text = "";
  const omitted = { items: 0, explanations: 0 };
  for (const { open, chunks, close, holds } of blocks) {
    let free = maxLength - text.length - open.length - close.length;
    const fitting = chunks.flatMap(({ minLength, write }) => {
      const chunk = minLength <= free ? write() : undefined;
      if (chunk === undefined || chunk.length > free) {
        return [];
      }
      free -= chunk.length;
      return [chunk];
    });
    omitted[holds] += chunks.length - fitting.length;
    if (fitting.length > 0) {
      text += open + fitting.join("") + close;
    }
  }
  return { text, omittedItems: omitted.items, omittedExplanations: omitted.explanations };
}
