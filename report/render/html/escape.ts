import { neutralizeText } from "../neutralize";

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
  "`": "&#96;",
};

/**
 * Makes text safe between tags and inside quoted attributes: characters that the eye cannot see or that turn the text
 * around them are made visible, those with a meaning in HTML become references.
 */
export function escapeHtml(text: string): string {
  return neutralizeText(text).replace(/[&<>"'`]/g, (character) => entities[character] ?? "");
}
