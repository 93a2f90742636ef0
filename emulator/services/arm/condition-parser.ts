/** A condition of a role assignment, read into a tree. */
export type Condition =
  | { kind: "or" | "and"; parts: readonly Condition[] }
  | { kind: "not"; part: Condition }
  | { kind: "action-matches"; pattern: string }
  | {
      kind: "compare";
      attribute: Attribute;
      quantifier: string | undefined;
      operator: string;
      values: readonly string[];
    }
  /** Well formed as far as the tree goes, but of a form that is not read: its truth is unknown. */
  | { kind: "unread"; text: string };

/** A value that the condition takes from the request, the resource, the caller or the environment. */
export interface Attribute {
  source: string;
  name: string;
}

/**
 * Reads the condition language of role assignments, version 2.0, as far as conditions on assigning roles use it: AND, OR,
 * NOT, ActionMatches and comparisons of one attribute with values.
 *
 * Documented at https://learn.microsoft.com/azure/role-based-access-control/conditions-format
 *
 * @returns undefined when the text is not a condition as far as this parser knows.
 */
export function parseCondition(text: string): Condition | undefined {
  const tokens = readTokens(text);
  if (tokens === undefined) return undefined;
  const reader = new TokenReader(tokens);
  try {
    const condition = parseOr(reader);
    return reader.peek() === undefined ? condition : undefined;
  } catch (error) {
    if (error instanceof UnreadableError) return undefined;
    throw error;
  }
}

class UnreadableError extends Error {}

const tokenPattern = /\s*(?:('(?:[^'\\]|\\.)*')|(@[A-Za-z]+\[[^\]]*\])|(&&|\|\||[(){},!])|([A-Za-z0-9_.:<>$|/-]+))/y;

function readTokens(text: string): string[] | undefined {
  const tokens: string[] = [];
  const end = text.trimEnd().length;
  tokenPattern.lastIndex = 0;
  while (tokenPattern.lastIndex < end) {
    const match = tokenPattern.exec(text);
    if (match === null) return undefined;
    tokens.push(match[0].trim());
  }
  return tokens;
}

class TokenReader {
  #next = 0;

  constructor(private readonly tokens: readonly string[]) {}

  peek(): string | undefined {
    return this.tokens[this.#next];
  }

  take(): string {
    const token = this.tokens[this.#next];
    if (token === undefined) throw new UnreadableError();
    this.#next += 1;
    return token;
  }

  takeIf(...wanted: string[]): boolean {
    const found = wanted.includes(this.peek()?.toUpperCase() ?? "");
    if (found) this.#next += 1;
    return found;
  }

  expect(wanted: string): void {
    if (this.take() !== wanted) throw new UnreadableError();
  }
}

function parseOr(reader: TokenReader): Condition {
  const parts = [parseAnd(reader)];
  while (reader.takeIf("OR", "||")) parts.push(parseAnd(reader));
  return joinParts("or", parts);
}

function parseAnd(reader: TokenReader): Condition {
  const parts = [parseTerm(reader)];
  while (reader.takeIf("AND", "&&")) parts.push(parseTerm(reader));
  return joinParts("and", parts);
}

function joinParts(kind: "or" | "and", parts: readonly Condition[]): Condition {
  const [only] = parts;
  return only !== undefined && parts.length === 1 ? only : { kind, parts };
}

function parseTerm(reader: TokenReader): Condition {
  if (reader.takeIf("!", "NOT")) return { kind: "not", part: parseTerm(reader) };
  if (reader.takeIf("(")) {
    const inner = parseOr(reader);
    reader.expect(")");
    return inner;
  }
  return parsePredicate(reader);
}

function parsePredicate(reader: TokenReader): Condition {
  const first = reader.take();
  if (/^(?:Sub|Data)?(?:Operation|Action)Matches$/i.test(first)) {
    const [pattern = ""] = parseValues(reader);
    // Suboperations are of the data plane only; here no request has any.
    return /^ActionMatches$/i.test(first) ? { kind: "action-matches", pattern } : { kind: "unread", text: first };
  }
  if (/^(?:Not)?Exists$/i.test(first)) return { kind: "unread", text: `${first} ${reader.take()}` };
  const attribute = parseAttribute(first);
  const [operator = "", quantifier] = reader.take().split(":").reverse();
  // A comparison with another attribute is part of the language and not read here.
  if (reader.peek()?.startsWith("@") === true) return { kind: "unread", text: reader.take() };
  return { kind: "compare", attribute, quantifier, operator, values: parseValues(reader) };
}

function parseAttribute(token: string): Attribute {
  const [, source, name] = /^@([A-Za-z]+)\[([^\]]*)\]$/.exec(token) ?? [];
  if (source === undefined || name === undefined) throw new UnreadableError();
  return { source, name: name.trim() };
}

function parseValues(reader: TokenReader): readonly string[] {
  if (!reader.takeIf("{")) return [parseValue(reader.take())];
  const values = [parseValue(reader.take())];
  while (reader.takeIf(",")) values.push(parseValue(reader.take()));
  reader.expect("}");
  return values;
}

function parseValue(token: string): string {
  if (/^[(){},!&|]/.test(token)) throw new UnreadableError();
  return token.startsWith("'") ? token.slice(1, -1).replaceAll(/\\(.)/g, "$1") : token;
}
