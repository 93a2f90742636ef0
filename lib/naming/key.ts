const keyPattern = /^[\p{L}\p{Nd}][\p{L}\p{Nd}_.-]{0,63}$/u;

/** What a key must look like: the rest of a sentence that begins with "Write". */
export const keyRequirement =
  "up to 64 letters, digits, hyphens, underscores and periods, beginning with a letter or digit";

/** Whether a text can tell one child of a component from the next: it becomes part of a logical name. */
export function isKey(text: string): boolean {
  return keyPattern.test(text);
}
