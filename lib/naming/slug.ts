/** Writes a text in small letters, digits and single hyphens, as it can stand inside a logical name. */
export function formatSlug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{Nd}]+/gu, "-")
    .replace(/^-|-$/g, "");
}
