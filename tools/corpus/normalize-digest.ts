import { z } from "zod";
import { mapStrings, type Json } from "./map-strings";
import { createNameSettler } from "./settle-names";
import type { StableIds } from "./stable-ids";

const json = z.json();
const stateSchema = z.looseObject({
  urn: z.string(),
  id: z.string().optional(),
  outputs: z.record(z.string(), z.unknown()).optional(),
});
const stepSchema = z.looseObject({
  op: z.string(),
  urn: z.string(),
  oldState: stateSchema.optional(),
  newState: stateSchema.optional(),
  diffReasons: z.array(z.string()).optional(),
  replaceReasons: z.array(z.string()).optional(),
});
const digestSchema = z.looseObject({
  steps: z.array(stepSchema).optional(),
  diagnostics: z.array(z.looseObject({ message: z.string() })).optional(),
  duration: z.number().optional(),
});

type StepState = z.infer<typeof stateSchema>;
type Step = z.infer<typeof stepSchema>;
type Digest = z.infer<typeof digestSchema>;

export interface NormalizeOptions {
  /** Knows the GUIDs that must stay; learns those of this digest. */
  readonly ids: StableIds;
  /** For resources that are numbered in the order in which they are made, by URN: the number that each has in every run. */
  readonly numbers: ReadonlyMap<string, string>;
  /** What is deployed: its names may be in what providers made up. */
  readonly urns: readonly string[];
  /** The program's text: what it says stays as it is. */
  readonly program: string;
  readonly placePaths: (text: string) => string;
}

const timestamps = /\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g;
const fixedTime = "2026-01-01T00:00:00Z";

/** What the machine's set-up makes the CLI say; nothing of the program. */
const machineWarning = /^warning: using pulumi-\S+ from \$PATH/;

/** How many there are when a program ends too soon depends on the moment. */
const activePromises = /(detected that )\d+( promises)/;

/** Writes a digest so that two runs of the same case give the same text: order, times, generated ids, paths. */
export function normalizeDigest(stdout: string, { ids, numbers, urns, program, placePaths }: NormalizeOptions): string {
  const digest = sortDigest(digestSchema.parse(JSON.parse(stdout)));
  const settleNames = createNameSettler([...urns, ...(digest.steps ?? []).map(({ urn }) => urn)]);
  const numbered = (digest.steps ?? []).map((step) => numberStep(step, numbers));
  const placed = mapStrings(sortUrns(json.parse({ ...digest, ...(digest.steps && { steps: numbered }) })), (text) =>
    settleNames(placePaths(text)).replace(activePromises, "$1some$2"),
  );
  learnIds(placed, ids);
  const normalized = mapStrings(placed, (text) =>
    ids.apply(text).replace(timestamps, (time) => (program.includes(time) ? time : fixedTime)),
  );
  return `${JSON.stringify(normalized, null, 1)}\n`;
}

function numberStep(step: Step, numbers: NormalizeOptions["numbers"]): Step {
  const { oldState, newState } = step;
  return {
    ...step,
    ...(oldState && { oldState: numberState(oldState, numbers) }),
    ...(newState && { newState: numberState(newState, numbers) }),
  };
}

function numberState(state: StepState, numbers: NormalizeOptions["numbers"]): StepState {
  const { id, outputs } = state;
  const number = numbers.get(state.urn);
  if (number === undefined || id === undefined) return state;
  return { ...state, id: number, ...(outputs?.["id"] === id && { outputs: { ...outputs, id: number } }) };
}

function sortDigest(digest: Digest): Digest {
  const { steps, diagnostics, duration } = digest;
  return {
    ...digest,
    ...(steps && { steps: sortBy(steps, ({ urn, op }) => `${urn} ${op}`).map(sortReasons) }),
    ...(diagnostics && {
      diagnostics: sortBy(
        diagnostics.filter(({ message }) => !machineWarning.test(message)),
        (diagnostic) => JSON.stringify(diagnostic),
      ),
    }),
    ...(duration !== undefined && { duration: 1_000_000_000 }),
  };
}

/** Names of properties that differ: a set, which the engine lists as it goes. */
function sortReasons(step: Step): Step {
  const { diffReasons, replaceReasons } = step;
  return {
    ...step,
    ...(diffReasons && { diffReasons: [...diffReasons].sort() }),
    ...(replaceReasons && { replaceReasons: [...replaceReasons].sort() }),
  };
}

function sortBy<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  return items
    .map((item) => ({ item, key: keyOf(item) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ item }) => item);
}

function learnIds(digest: Json, ids: StableIds): void {
  mapStrings(digest, (text, place) => {
    ids.learn(place, text);
    return text;
  });
}

/** Which resources another one depends on is a set: the engine lists it as it goes. */
function sortUrns(value: Json): Json {
  if (Array.isArray(value)) {
    const items = value.map(sortUrns);
    return items.every((item) => typeof item === "string" && item.startsWith("urn:")) ? items.sort() : items;
  }
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, sortUrns(item)]));
}
