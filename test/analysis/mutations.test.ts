import { readFileSync } from "node:fs";
import { join } from "node:path";
import { analyze, type Analysis } from "../../analysis/analyze";
import type { ChangeEffect } from "../../analysis/changes/change";
import { readPreview } from "../../report/read/read-preview";
import { bases } from "../../tools/corpus/bases";
import type { AccessEffect } from "../../tools/corpus/corpus-case";

/*
 * What the real engine says to single edits of real programs: whatever widens access has to be flagged, and nothing else may be.
 */

const recordings = join(__dirname, "../corpus/recordings");

/** Effects by which a report says that something gets more open. */
const wideningEffects: readonly ChangeEffect[] = [
  "widensAccess",
  "removesGuard",
  "weakensGuard",
  "escalates",
  "storesSecret",
  "removesProtection",
];

const cases = bases.flatMap((base) => base.cases.map((one) => ({ ...one, title: `${base.name}/${one.name}` })));

function analyzeRecording(title: string): Analysis {
  return analyze(readPreview(readFileSync(join(recordings, `${title}.json`), "utf8")));
}

function findWidening({ changes }: Analysis): readonly string[] {
  return changes
    .filter(({ effects }) => effects.some((effect) => wideningEffects.includes(effect)))
    .map(({ id }) => id);
}

// A run that fails changes nothing, but its report says what it would have done.
function listCases(...effects: readonly AccessEffect[]): readonly (typeof cases)[number][] {
  return cases.filter(({ access, fails }) => effects.includes(access) && fails !== true);
}

describe("single edits of programs, as the real engine previews them", () => {
  it.each(listCases("widens"))("flags what widens access: $title", ({ title }) => {
    expect(findWidening(analyzeRecording(title))).not.toEqual([]);
  });

  it.each(listCases("narrows", "same"))("does not call it widening: $title", ({ title }) => {
    expect(findWidening(analyzeRecording(title))).toEqual([]);
  });

  it.each(listCases("narrows"))("says that something is taken away: $title", ({ title }) => {
    const { changes } = analyzeRecording(title);
    expect(changes.flatMap(({ effects }) => effects)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^(narrowsAccess|addsGuard|removesSecret|breaksUse)$/)]),
    );
  });

  it.each(listCases("widens", "narrows", "same"))("shows a change of every class: $title", ({ title, classes }) => {
    const shown = new Set(analyzeRecording(title).changes.map((change) => change.class));
    expect(classes.filter((entityClass) => !shown.has(entityClass))).toEqual([]);
  });

  it.each(listCases("same").filter(({ classes }) => classes.length === 0))(
    "needs no attention: $title",
    ({ title }) => {
      const loud = analyzeRecording(title).changes.filter(({ level }) => level !== "info" && level !== "low");
      expect(loud).toEqual([]);
    },
  );

  it("has enough of both", () => {
    expect(listCases("widens").length).toBeGreaterThanOrEqual(30);
    expect(listCases("narrows", "same").length).toBeGreaterThanOrEqual(20);
  });
});
