import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { analyze } from "../../analysis/analyze";
import { renderJson } from "../../report/render/json";
import { renderMarkdown } from "../../report/render/markdown";
import { renderSarif } from "../../report/render/sarif";
import { renderText } from "../../report/render/text";
import { readPreview } from "../../report/read/read-preview";
import { reportSchema, type Report } from "../../report/report-document";
import { createReport } from "../../report/view/create-report";
import { readRecording, recordedCases } from "../support/recordings";

/*
 * Every recorded run of the real engine, reported in every format and compared byte by byte with what somebody has read and found
 * good. `UPDATE_GOLDEN=1` writes them anew: read the difference before it is committed.
 */

const corpus = join(__dirname, "..", "corpus");
const updates = process.env["UPDATE_GOLDEN"] === "1";

/** SARIF says little that JSON does not: one base shows it. */
const basesWithSarif = ["hand-written"];

interface Recorded {
  readonly name: string;
  readonly base: string;
  readonly targeted: boolean;
}

const recordings: readonly Recorded[] = recordedCases.map(({ base, path, flags = [] }) => ({
  name: path,
  base: base.name,
  targeted: flags.some((flag) => /^--(target|exclude)/.test(flag)),
}));

function createReportOf({ name, targeted }: Recorded): Report {
  const run = readPreview(readRecording(name));
  return createReport(run, analyze(run), { targeted });
}

function render(recorded: Recorded, report: Report): Readonly<Record<string, string>> {
  return {
    txt: renderText(report, { width: 100 }),
    md: renderMarkdown(report, { dialect: recorded.base === "service-principal" ? "github" : "azure-devops" }),
    json: renderJson(report),
    ...(basesWithSarif.includes(recorded.base) ? { sarif: renderSarif(report, { projectFolder: "infra" }) } : {}),
  };
}

function findGolden(name: string, extension: string): string {
  return join(corpus, "golden", `${name}.${extension}`);
}

describe.each(recordings)("$name", (recorded) => {
  const report = createReportOf(recorded);
  const rendered = render(recorded, report);

  test("keeps to the schema", () => {
    expect(reportSchema.parse(report)).toEqual(report);
  });

  test.each(Object.keys(rendered))("reads as it did: %s", (extension) => {
    const file = findGolden(recorded.name, extension);
    if (updates) {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, rendered[extension] ?? "");
    }
    expect(rendered[extension]).toBe(readFileSync(file, "utf8"));
  });
});

test("there is no golden report of a recording that is gone", () => {
  const expected = new Set(
    recordings.flatMap((recorded) =>
      ["txt", "md", "json", ...(basesWithSarif.includes(recorded.base) ? ["sarif"] : [])].map((extension) =>
        findGolden(recorded.name, extension),
      ),
    ),
  );
  const found = readdirSync(join(corpus, "golden"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const stale = found.filter((file) => !expected.has(file));
  stale
    .filter(() => updates)
    .forEach((file) => {
      rmSync(file);
    });
  expect(updates ? [] : stale).toEqual([]);
});
