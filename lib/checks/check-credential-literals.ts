import { joinPath } from "../arguments/check";
import { readProperties } from "../arguments/check-object";
import { createProblem, type Problem } from "../errors/problem";

const credentialName =
  /auth|token|secret|passw|passphrase|credential|cookie|session|signature|(?:api|functions|subscription|access|account|shared|private)[-_]?key|^(?:code|key|sig|pat)$/i;

// A body speaks of more than access: "author" and "code" are no credentials there.
const credentialProperty =
  /(?:token|secret|password|passwd|passphrase|credentials?|(?:api|functions|subscription|access|account|shared|private)[-_]?key)$/i;

/** Checks that no header carries a credential of its own. */
export function checkHeaderLiterals(path: string, value: unknown): readonly Problem[] {
  return [...(readProperties(value) ?? [])].flatMap(([name, header]) =>
    typeof header === "string" && credentialName.test(name) && !isVariable(header)
      ? [createProblem(joinPath(path, name), "credential-literal", { name })]
      : [],
  );
}

/** Checks that the query of an address carries no credential of its own. */
export function checkQueryLiterals(path: string, suffix: string): readonly Problem[] {
  const [, ...queries] = suffix.split("?");
  return findLiterals(readPairs(queries.join("&")), credentialName).map((name) =>
    createProblem(path, "credential-literal", { name }),
  );
}

/** Checks that a body carries no credential of its own, where it is JSON or a form. */
export function checkBodyLiterals(path: string, body: string): readonly Problem[] {
  return findLiterals(readJson(body) ?? readPairs(body), credentialProperty).map((name) =>
    createProblem(path, "credential-literal", { name }),
  );
}

type Pair = readonly [name: string, value: string];

function findLiterals(pairs: readonly Pair[], names: RegExp): readonly string[] {
  return pairs.filter(([name, value]) => names.test(name) && value !== "" && !isVariable(value)).map(([name]) => name);
}

/** Whether a value that carries a credential takes it from variables: beside them only the scheme may stand. */
function isVariable(value: string): boolean {
  return /^(?:(?:Bearer|Basic|Token|ApiKey)\s+)?(?:\$\([^()]+\))+$/i.test(value.trim());
}

function readPairs(text: string): readonly Pair[] {
  return text.split("&").flatMap((pair): readonly Pair[] => {
    const [, name = "", value = ""] = /^([^=]*)=(.*)$/s.exec(pair) ?? [];
    return [[name, value]];
  });
}

/** The texts of a document in JSON, at any depth. Undefined where it is none. */
function readJson(text: string): readonly Pair[] | undefined {
  const pairs: Pair[] = [];
  try {
    JSON.parse(text, (name, value: unknown) => {
      if (typeof value === "string") pairs.push([name, value]);
      return value;
    });
  } catch {
    return undefined;
  }
  return pairs;
}
