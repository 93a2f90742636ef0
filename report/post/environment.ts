import { PostError } from "./post-error";

/** Variables of a job, by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What is known about a run beside its variables. */
export interface DetectionHints {
  /** The event that started a GitHub workflow: the JSON of the file that GITHUB_EVENT_PATH names. */
  readonly event?: unknown;
  /** The pull request's number, where the caller knows it. */
  readonly number?: number;
}

/** The value of a variable; undefined where it is not set, empty, or the unexpanded `$(Name)` of Azure Pipelines. */
export function readVariable(env: Environment, name: string): string | undefined {
  const value = env[name]?.trim();
  return value === undefined || value === "" || /^\$\([^)]*\)$/.test(value) ? undefined : value;
}

/**
 * The values of variables that must be set.
 *
 * @throws PostError naming every one that is missing.
 */
export function requireVariables<Name extends string>(
  env: Environment,
  names: readonly Name[],
  hint: string,
): Record<Name, string> {
  const missing = names.filter((name) => readVariable(env, name) === undefined);
  if (missing.length > 0) {
    throw new PostError(
      "configuration",
      `${missing.join(", ")} ${missing.length === 1 ? "is" : "are"} not set. ${hint}`,
    );
  }
  // Each of them is set: that was just checked.
  return Object.fromEntries(names.map((name) => [name, readVariable(env, name) ?? ""])) as Record<Name, string>;
}

/**
 * Reads a variable that holds a number from 1 on.
 *
 * @throws PostError Where it holds something else.
 */
export function readNumber(env: Environment, name: string, otherwise?: number): number {
  const value = readVariable(env, name);
  if (value === undefined && otherwise !== undefined) return otherwise;
  if (value !== undefined && /^[1-9]\d{0,14}$/.test(value)) return Number(value);
  throw new PostError("configuration", `${name} does not hold a number: ${value ?? "it is not set"}.`);
}

/**
 * Cleans the URL of a service: the user name that pipelines put before the host goes, because clients take it for the name of
 * who signs in; so does the slash at the end.
 *
 * @throws PostError Where the URL cannot be read, or would carry the token unencrypted.
 */
export function cleanServiceUrl(text: string, name: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol !== "https:") {
    throw new PostError("configuration", `${name} is not an https URL: no token is sent there.`);
  }
  return `${url.origin}${url.pathname.replace(/\/+$/, "")}`;
}
