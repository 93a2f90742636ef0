import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { EngineStep } from "../../analysis/engine/engine-run";
import { secretValue, unknownValue, type PropertyValue } from "../../analysis/engine/property-value";
import { readPreview } from "../../report/read/read-preview";
import { applyEdits } from "../../tools/corpus/apply-edits";
import { listRecordingFiles, readRecording, recordedCases, type RecordedCase } from "../support/recordings";

const withEdits = recordedCases.filter(({ edits }) => edits !== undefined);

function countSingleEdits(...effects: readonly RecordedCase["access"][]): number {
  const edits = withEdits.filter(
    ({ access, fails, edits = [] }) => effects.includes(access) && !fails && edits.length > 0,
  );
  return new Set(edits.map(({ base, edits = [] }) => `${base.name} ${JSON.stringify(edits)}`)).size;
}

function listChanges(path: string): readonly EngineStep[] {
  return readPreview(readRecording(path)).steps.filter(({ operation }) => !["same", "refresh"].includes(operation));
}

function holds(value: PropertyValue, marker: symbol): boolean {
  if (Array.isArray(value)) return value.some((item: PropertyValue) => holds(item, marker));
  if (typeof value === "object" && value !== null)
    return Object.values(value).some((item: PropertyValue) => holds(item, marker));
  return value === marker;
}

it("has one file for each row of the table, and no other", () => {
  expect(listRecordingFiles()).toEqual(recordedCases.map(({ path }) => `${path}.json`).sort());
});

it("names each case once", () => {
  const paths = recordedCases.map(({ path }) => path);
  expect(paths.filter((path, index) => paths.indexOf(path) !== index)).toEqual([]);
});

it("is as large as the reports need it to be", () => {
  expect(recordedCases.length).toBeGreaterThanOrEqual(60);
  expect(countSingleEdits("widens")).toBeGreaterThanOrEqual(30);
  expect(countSingleEdits("narrows", "same")).toBeGreaterThanOrEqual(20);
});

it.each(withEdits)("edits what stands in the program: $path", ({ base, edits }) => {
  const program = readFileSync(join(__dirname, "programs", `${base.name}.ts`), "utf8");
  expect(applyEdits(program, edits)).not.toBe(program);
});

it.each(recordedCases)("is read, whole unless it failed: $path", ({ path, fails, run: command, showsSames }) => {
  const run = readPreview(readRecording(path));
  const { source, project, stack, complete, includesUnchanged } = run;
  expect({ source, project, stack, complete }).toEqual({
    source: command === "drift" ? "drift" : "preview",
    project: "corpus",
    stack: "test",
    complete: fails !== true,
  });
  expect(run.failures.length > 0).toBe(fails === true);
  expect(includesUnchanged || fails === true).toBe(showsSames !== false);
});

const unchanged = recordedCases.filter(
  ({ edits, editState, changeClouds, isFirst }) => !edits && !editState && !changeClouds && !isFirst,
);

it.each(unchanged)("changes nothing where nothing is different: $path", ({ path }) => {
  expect(listChanges(path)).toEqual([]);
});

it("shows every operation that the analysis tells apart in a preview", () => {
  const operations = new Set(recordedCases.flatMap(({ path }) => listChanges(path).map(({ operation }) => operation)));
  expect([...operations].sort()).toEqual(["create", "delete", "import", "read", "replace", "update"]);
});

it("shows both ways of replacing", () => {
  const ways = new Set(
    recordedCases.flatMap(({ path }) => listChanges(path).flatMap(({ replacement }) => replacement ?? [])),
  );
  expect([...ways].sort()).toEqual(["create-before-delete", "delete-before-create"]);
});

it("shows values that are not known yet, and values that are secret", () => {
  const inputs = recordedCases.flatMap(({ path }) => listChanges(path).flatMap(({ after }) => after?.inputs ?? []));
  expect(inputs.some((value) => holds(value, unknownValue))).toBe(true);
  expect(inputs.some((value) => holds(value, secretValue))).toBe(true);
});

it("tells of nearly every declared resource the line of the program", () => {
  const files = recordedCases.flatMap(({ path }) =>
    readPreview(readRecording(path)).steps.flatMap(({ after }) => (after?.custom === true ? [after.source?.file] : [])),
  );
  expect(new Set(files)).toEqual(new Set(["index.ts"]));
});

it("holds nothing of the machine that it was recorded on", () => {
  for (const { path } of recordedCases) {
    const text = readRecording(path);
    expect(text).not.toMatch(/\/(tmp|root|home|work|Users)\//);
    expect(text).not.toMatch(/\$PATH|\.keyless/);
  }
});
