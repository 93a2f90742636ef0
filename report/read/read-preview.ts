import type { EngineRun, EngineStep } from "../../analysis/engine/engine-run";
import { digestSchema, type Digest } from "./digest-schema";
import { readDigestStep, type DigestStep } from "./digest-step";
import { InputError } from "./input-error";
import type { JsonObject } from "./json-object";
import { parseDocument } from "./parse-document";
import { readFailures } from "./read-failures";
import { readSteps } from "./read-steps";

const command = "`pulumi preview --json`";

/** Operations that the engine's summary counts and every digest lists. */
const alwaysListed = ["create", "update", "delete", "replace", "import"];

/**
 * Reads the digest that `pulumi preview --json` or `pulumi refresh --preview-only --json` prints.
 * https://github.com/pulumi/pulumi/blob/master/pkg/display/json.go
 *
 * @throws InputError Where it is something else; the message says what, and what to give instead.
 */
export function readPreview(json: string): EngineRun {
  const digest = parseDigest(parseDocument(json, command));
  const digestSteps = readDigestSteps(digest.steps ?? []);
  const source = isDrift(digestSteps.readable) ? "drift" : "preview";
  const steps = readSteps(digestSteps.readable, source);
  const failures = readFailures(digest.diagnostics);
  const summary = digest.changeSummary;
  return {
    source,
    ...findPlace(steps),
    steps,
    complete:
      failures.length === 0 &&
      digestSteps.unreadable === 0 &&
      !digest.maybeCorrupt &&
      summary !== undefined &&
      isWhole(summary, digestSteps.readable),
    failures,
    includesUnchanged: isEverythingListed(summary ?? {}, digestSteps.readable),
  };
}

/** Tells project and stack by the first URN: `urn:pulumi:STACK::PROJECT::TYPE::NAME`. */
export function findPlace(steps: readonly Pick<EngineStep, "urn">[]): { project: string; stack: string } {
  const [stack = "", project = ""] = (steps[0]?.urn ?? "").replace(/^urn:pulumi:/, "").split("::");
  return { project, stack };
}

function parseDigest(document: JsonObject): Digest {
  checkIsDigest(document);
  const { data } = digestSchema.safeParse(document);
  if (data === undefined) {
    throw new InputError(`The input is JSON, but not the digest that ${command} prints: its steps are no list.`);
  }
  return data;
}

function checkIsDigest(document: JsonObject): void {
  if ("deployment" in document && "version" in document) {
    throw new InputError(
      "The input is an exported state. Give two of them (--before FILE for the earlier one) to see what changed between them.",
    );
  }
  if ("resourcePlans" in document) {
    throw new InputError(`The input is a saved plan. Give what ${command} prints.`);
  }
  if ("sequence" in document && "timestamp" in document) {
    throw new InputError(`The input is an event of an event log. Give what ${command} prints.`);
  }
  if (!["steps", "changeSummary", "diagnostics"].some((name) => name in document)) {
    throw new InputError(`The input is JSON, but not the digest that ${command} prints: it has no steps.`);
  }
}

function readDigestSteps(steps: readonly unknown[]): { readable: readonly DigestStep[]; unreadable: number } {
  const readable = steps.flatMap((step) => readDigestStep(step) ?? []);
  return { readable, unreadable: steps.length - readable.length };
}

/** A refresh looks at each resource once; a preview that refreshes first lists what it looked at a second time. */
function isDrift(steps: readonly DigestStep[]): boolean {
  const refreshed = steps.filter(({ op }) => op === "refresh");
  const others = new Set(steps.filter(({ op }) => op !== "refresh").map(({ urn }) => urn));
  return refreshed.length > 0 && !refreshed.some(({ urn }) => others.has(urn));
}

function isWhole(summary: Readonly<Record<string, number>>, steps: readonly DigestStep[]): boolean {
  return alwaysListed.every((op) => count(steps, op) >= (summary[op] ?? 0));
}

function isEverythingListed(summary: Readonly<Record<string, number>>, steps: readonly DigestStep[]): boolean {
  return count(steps, "same") + count(steps, "refresh") >= (summary["same"] ?? 0);
}

function count(steps: readonly DigestStep[], wanted: string): number {
  return steps.filter(({ op }) => op === wanted).length;
}
