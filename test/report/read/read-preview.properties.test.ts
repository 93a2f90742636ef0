import * as fc from "fast-check";
import type { EngineRun } from "../../../analysis/engine/engine-run";
import { InputError } from "../../../report/read/input-error";
import { readPreview } from "../../../report/read/read-preview";
import { readStates } from "../../../report/read/read-states";
import { describeState, writeDigest } from "../../support/digest-builder";
import { readRecording, recordedCases } from "../../support/recordings";

const recordings = recordedCases.map(({ path }) => path);
const paths = fc.constantFrom(...recordings);

/** Reads, or gives the InputError; any other error fails the test. */
function readOr(reading: () => EngineRun): EngineRun | InputError {
  try {
    return reading();
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
}

function read(text: string): EngineRun | InputError {
  return readOr(() => readPreview(text));
}

/** Puts a value in place of the one at the n-th place of a document. */
function mutate(document: unknown, place: number, value: unknown): unknown {
  let left = place;
  const walk = (part: unknown): unknown => {
    left -= 1;
    if (left === -1) return value;
    if (Array.isArray(part)) return part.map(walk);
    if (typeof part === "object" && part !== null) {
      return Object.fromEntries(Object.entries(part).map(([name, item]) => [name, walk(item)]));
    }
    return part;
  };
  return walk(document);
}

it("reads any text or says what is wrong with it", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      read(text);
    }),
  );
});

it("reads any JSON or says what is wrong with it", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      read(JSON.stringify(value));
    }),
  );
});

it("reads any JSON in the places of a digest", () => {
  const value = fc.jsonValue();
  const state = fc.record(
    { urn: fc.oneof(fc.string(), value), inputs: value, outputs: value, parent: value, aliases: value },
    { requiredKeys: [] },
  );
  const step = fc.record(
    {
      op: fc.oneof(fc.constantFrom("create", "same", "replace"), value),
      urn: fc.oneof(fc.string(), value),
      oldState: state,
      newState: state,
      diffReasons: value,
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(step, value)), fc.array(value), value, (steps, diagnostics, changeSummary) => {
      expect(read(JSON.stringify({ steps, diagnostics, changeSummary }))).not.toBeInstanceOf(InputError);
    }),
  );
});

it("reads a recorded digest that is changed anywhere", () => {
  fc.assert(
    fc.property(paths, fc.nat(2000), fc.jsonValue(), (path, place, value) => {
      read(JSON.stringify(mutate(JSON.parse(readRecording(path)), place, value)));
    }),
    { numRuns: 200 },
  );
});

it("never takes a recorded digest that is cut off for a whole one", () => {
  fc.assert(
    fc.property(paths, fc.double({ min: 0, max: 1, noNaN: true }), (path, share) => {
      const text = readRecording(path).trimEnd();
      expect(read(text.slice(0, Math.floor(share * (text.length - 1))))).toBeInstanceOf(InputError);
    }),
    { numRuns: 60 },
  );
});

it("never takes a recorded digest without one of its changes for a whole one", () => {
  const changing = ["create", "update", "delete", "replace", "import"];
  fc.assert(
    fc.property(paths, fc.nat(), (path, choice) => {
      const digest = JSON.parse(readRecording(path)) as { steps?: { op: string }[] };
      const changes = (digest.steps ?? []).filter(({ op }) => changing.includes(op));
      const left = changes[choice % Math.max(changes.length, 1)];
      fc.pre(left !== undefined);
      const run = read(JSON.stringify({ ...digest, steps: digest.steps?.filter((step) => step !== left) }));
      expect(run).toMatchObject({ complete: false });
    }),
    { numRuns: 100 },
  );
});

it("reads the same run whatever the order of the steps and diagnostics", () => {
  fc.assert(
    fc.property(paths, fc.infiniteStream(fc.nat()), (path, ranks) => {
      const digest = JSON.parse(readRecording(path)) as { steps?: unknown[]; diagnostics?: unknown[] };
      const shuffle = (items: readonly unknown[] = []): unknown[] =>
        items
          .map((item) => ({ item, rank: Number(ranks.next().value) }))
          .sort((one, other) => one.rank - other.rank)
          .map(({ item }) => item);
      const shuffled = { ...digest, steps: shuffle(digest.steps), diagnostics: shuffle(digest.diagnostics) };
      expect(read(JSON.stringify(shuffled))).toEqual(read(JSON.stringify(digest)));
    }),
    { numRuns: 60 },
  );
});

it("reads values that are nested deeper than the stack", () => {
  const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
  const state = describeState("a:index:B", "deep", { inputs: { deep: "HERE" } });
  const json = writeDigest([{ op: "create", urn: state.urn, newState: state }]).replace('"HERE"', deep);
  expect(read(json)).toMatchObject({ complete: true });
});

it("reads any two states or says what is wrong with them", () => {
  const state = fc.record({
    version: fc.oneof(fc.constantFrom(3, 4), fc.jsonValue()),
    deployment: fc.oneof(fc.record({ resources: fc.jsonValue() }), fc.jsonValue()),
  });
  fc.assert(
    fc.property(fc.oneof(state, fc.jsonValue()), fc.oneof(state, fc.jsonValue()), (before, after) => {
      readOr(() => readStates(JSON.stringify(before), JSON.stringify(after)));
    }),
  );
});
