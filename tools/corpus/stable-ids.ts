import { v5 } from "uuid";

const namespace = "b0d0c2f4-6a0e-5c0e-9f5d-3c3a1f6d7e21";
const guids = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;

/** All GUIDs in a text, in lower case. */
export function listGuids(text: string): readonly string[] {
  return (text.match(guids) ?? []).map((guid) => guid.toLowerCase());
}

/**
 * Puts GUIDs that differ from run to run in place of ones that are the same in every run: each is named by where it is seen
 * first. GUIDs that mean something (of the program, the platform, the vendors) are told to it and stay.
 */
export class StableIds {
  readonly #replacements = new Map<string, string>();

  constructor(kept: Iterable<string>) {
    this.keep(kept);
  }

  /** One that starts with all that this one knows. */
  fork(): StableIds {
    const fork = new StableIds([]);
    for (const entry of this.#replacements) fork.#replacements.set(...entry);
    return fork;
  }

  /** Leaves these as they are. */
  keep(guids: Iterable<string>): void {
    for (const guid of guids) this.#replacements.set(guid, guid);
  }

  /** Names the GUIDs of a text that are not known yet after the place where the text stands. */
  learn(place: string, text: string): void {
    listGuids(text).forEach((guid, index) => {
      if (!this.#replacements.has(guid)) this.#replacements.set(guid, v5(`${place} ${index}`, namespace));
    });
  }

  /** Writes a text with the replacements. */
  apply(text: string): string {
    return text.replace(guids, (guid) => this.#replacements.get(guid.toLowerCase()) ?? guid);
  }
}
