import { v5 } from "uuid";
import { keylessNamespace } from "./keyless-namespace";

/** Eight hexadecimal digits that stand for a text: always the same for the same text. */
export function formatShortHash(text: string): string {
  return v5(text, keylessNamespace).slice(0, 8);
}
