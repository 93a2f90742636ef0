const compiled = new Map<string, RegExp>();

/** Whether an action of a role covers an action. `*` stands for any text, slashes included; letter case does not count. */
export function coversAction(pattern: string, action: string): boolean {
  return compilePattern(pattern).test(action);
}

function compilePattern(pattern: string): RegExp {
  const known = compiled.get(pattern);
  if (known !== undefined) return known;
  const source = pattern.split("*").map(escape).join(".*");
  const made = new RegExp(`^${source}$`, "i");
  compiled.set(pattern, made);
  return made;
}

function escape(text: string): string {
  return text.replaceAll(/[.+?^${}()|[\]\\]/g, "\\$&");
}
