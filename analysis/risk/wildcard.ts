/*
 * Patterns in which `*` stands for any text, slashes included. Both functions end in time that grows with the product of the
 * lengths, whatever the patterns are.
 */

/** Whether a pattern covers every text that another one covers. A text without `*` is a pattern too. */
export function coversWildcard(wide: string, narrow: string): boolean {
  // A star of the narrow pattern stands for any text, so that only a star of the wide one takes it: here it is like a letter.
  let at = 0;
  let star = -1;
  let retry = 0;
  let position = 0;
  while (position < narrow.length) {
    if (wide[at] === "*") {
      star = at++;
      retry = position;
    } else if (wide[at] === narrow[position]) {
      at++;
      position++;
    } else if (star !== -1) {
      at = star + 1;
      position = ++retry;
    } else {
      return false;
    }
  }
  return /^\**$/.test(wide.slice(at));
}

/** Whether there is any text that both patterns cover. */
export function wildcardsOverlap(a: string, b: string): boolean {
  // reachable[j]: what was read of the first pattern can stand for the same text as the first j letters of the second.
  let reachable = [true];
  for (let j = 1; j <= b.length; j++) {
    reachable[j] = reachable[j - 1] === true && b[j - 1] === "*";
  }
  for (const letter of a.split("")) {
    const next = [letter === "*" && reachable[0] === true];
    for (let j = 1; j <= b.length; j++) {
      const other = b[j - 1];
      next[j] =
        letter === "*" || other === "*"
          ? reachable[j] === true || next[j - 1] === true
          : letter === other && reachable[j - 1] === true;
    }
    reachable = next;
  }
  return reachable[b.length] === true;
}
