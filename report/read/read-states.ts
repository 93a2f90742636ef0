import { z } from "zod";
import type { EngineResource } from "../../analysis/engine/engine-resource";
import type { EngineRun, EngineStep, RunFailure } from "../../analysis/engine/engine-run";
import { secretValue, type PropertyMap, type PropertyValue } from "../../analysis/engine/property-value";
import { isEngineState } from "./engine-state";
import { addSourcesOfParents } from "./follow-parents";
import { InputError } from "./input-error";
import { parseDocument } from "./parse-document";
import { findPlace } from "./read-preview";
import { readResource } from "./read-resource";

const command = "`pulumi stack export`";

/** Version 4 came with features that a state may need, such as hooks; what is read here is the same in both. */
const knownVersions: readonly number[] = [3, 4];

const exportSchema = z.looseObject({
  version: z.number(),
  deployment: z.looseObject({
    resources: z.array(z.unknown()).nullable().default([]),
    pending_operations: z.array(z.unknown()).nullable().default([]),
  }),
});

interface StackState {
  readonly resources: ReadonlyMap<string, EngineResource>;
  readonly failures: readonly RunFailure[];
}

/**
 * Reads two exports of one stack's state as the change from the first to the second.
 *
 * @throws InputError Where one of them is no export, or of a version that is not known, or where they are of different stacks.
 */
export function readStates(before: string, after: string): EngineRun {
  const [earlier, later] = [readState(before, "earlier"), readState(after, "later")];
  checkSameStack(earlier, later);
  const steps = listUrns(earlier, later).map((urn) => createStep(urn, earlier, later));
  const failures = [...earlier.failures, ...later.failures];
  return {
    source: "states",
    ...findPlace(steps),
    steps: steps.sort((one, other) => (one.urn < other.urn ? -1 : one.urn > other.urn ? 1 : 0)),
    complete: failures.length === 0,
    failures,
    includesUnchanged: true,
  };
}

function readState(json: string, which: string): StackState {
  const { data } = exportSchema.safeParse(parseDocument(json, command));
  if (data === undefined) {
    throw new InputError(`The ${which} file is JSON, but not what ${command} prints.`);
  }
  if (!knownVersions.includes(data.version)) {
    throw new InputError(
      `The ${which} file is an export of version ${data.version}; known are ${knownVersions.join(" and ")}.`,
    );
  }
  const states = (data.deployment.resources ?? []).map((resource) => {
    if (!isEngineState(resource)) {
      throw new InputError(`The ${which} file holds a resource without a URN: it is not what ${command} prints.`);
    }
    return resource;
  });
  const live = states.filter((state) => state["delete"] !== true);
  const resources = addSourcesOfParents(live.map(readResource));
  const isInterrupted = (data.deployment.pending_operations ?? []).length > 0;
  const message = `the ${which} state has operations that were interrupted: what became of them is not known`;
  return {
    resources: new Map(resources.map((resource) => [resource.urn, resource])),
    failures: isInterrupted ? [{ message }] : [],
  };
}

function checkSameStack(earlier: StackState, later: StackState): void {
  const [one, other] = [earlier, later].map(({ resources }) => findPlace([...resources.values()]));
  const isEmpty = earlier.resources.size === 0 || later.resources.size === 0;
  if (!isEmpty && (one?.stack !== other?.stack || one?.project !== other?.project)) {
    throw new InputError(
      `The two exports are of different stacks (${one?.project ?? ""}/${one?.stack ?? ""} and ${other?.project ?? ""}/${other?.stack ?? ""}).`,
    );
  }
}

/** All URNs once; a resource that was renamed goes by its new one. */
function listUrns(earlier: StackState, later: StackState): readonly string[] {
  const renamed = new Set(
    [...later.resources.values()].flatMap((resource) => findOldUrn(resource, { earlier, later }) ?? []),
  );
  const gone = [...earlier.resources.keys()].filter((urn) => !later.resources.has(urn) && !renamed.has(urn));
  return [...later.resources.keys(), ...gone];
}

type Sides = Readonly<Record<"earlier" | "later", StackState>>;

/** An old name that another resource has taken meanwhile tells nothing. */
function findOldUrn({ aliases, urn }: EngineResource, { earlier, later }: Sides): string | undefined {
  const names = [urn, ...aliases.filter((alias) => !later.resources.has(alias))];
  return names.find((candidate) => earlier.resources.has(candidate));
}

function createStep(urn: string, earlier: StackState, later: StackState): EngineStep {
  const after = later.resources.get(urn);
  const before = earlier.resources.get(after === undefined ? urn : (findOldUrn(after, { earlier, later }) ?? ""));
  const common = { urn, replaceReasons: [] };
  if (before === undefined || after === undefined) {
    return {
      ...common,
      operation: before === undefined ? "create" : "delete",
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
      differences: [],
    };
  }
  const differences = listDifferences(before.inputs, after.inputs);
  const isReplaced = after.custom && before.id !== after.id;
  const isSame = differences.length === 0 && listDifferences(before.outputs, after.outputs).length === 0;
  const operation = isReplaced ? "replace" : isSame ? "same" : "update";
  return { ...common, operation, before, after, differences };
}

function listDifferences(one: PropertyMap, other: PropertyMap): string[] {
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])].sort();
  return names.filter((name) => canonicalize(one[name]) !== canonicalize(other[name]));
}

/** The same text for the same value, whatever the order of its keys. A secret is never shown to differ. */
function canonicalize(value: PropertyValue | undefined): string {
  if (value === secretValue) {
    return "secret";
  }
  if (typeof value === "symbol" || value === undefined) {
    return String(value);
  }
  if (Array.isArray(value)) {
    return `[${value.map((item: PropertyValue) => canonicalize(item)).join(",")}]`;
  }
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).map(([key, item]: [string, PropertyValue]) => [key, canonicalize(item)]);
    return `{${entries
      .sort(([first = ""], [second = ""]) => (first < second ? -1 : 1))
      .map(([key, item]) => `${JSON.stringify(key)}:${item ?? ""}`)
      .join(",")}}`;
  }
  return JSON.stringify(value);
}
