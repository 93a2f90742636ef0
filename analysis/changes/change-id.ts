const longest = 400;

/**
 * Writes the ID of a change: readable, and the same in every run that means the same. What is too long is cut and told apart by
 * a checksum.
 */
export function formatChangeId(parts: readonly [entityClass: string, action: string, meaning: string]): string {
  return parts.map((part) => shorten(isPlain(part) ? part : part.replaceAll(disturbing, "_"))).join("|");
}

const disturbing = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}|]/gu;

/** Nearly every text is plain, and this is found out much faster. */
function isPlain(text: string): boolean {
  return /^[ -{}~]*$/.test(text);
}

function shorten(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, longest).replace(/[\uD800-\uDBFF]$/, "")}~${checksum(text)}`;
}

/** FNV-1a with 32 bits: nothing here has to withstand anybody. */
function checksum(text: string): string {
  let sum = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    sum = Math.imul(sum ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return sum.toString(16).padStart(8, "0");
}
