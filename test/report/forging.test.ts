import * as fc from "fast-check";
import { analyze } from "../../analysis/analyze";
import { renderHtml } from "../../report/render/html";
import { renderJson } from "../../report/render/json";
import { renderMarkdown } from "../../report/render/markdown";
import { renderSarif } from "../../report/render/sarif";
import { renderText } from "../../report/render/text";
import { InputError } from "../../report/read/input-error";
import { readPreview } from "../../report/read/read-preview";
import { reportSchema, type Report } from "../../report/report-document";
import { createReport } from "../../report/view/create-report";
import { hostileText, hostileTexts } from "../support/arbitrary-reports";
import { readRecording, recordedCases } from "../support/recordings";
import { countCells, countKinds } from "./render/markdown-structure";

/*
 * From the engine's output to every format, with whatever a program, a provider or a person may have put into it.
 */

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

function parseRecording(path: string): Json {
  return JSON.parse(readRecording(path)) as Json;
}

function mapJson(json: Json, change: (value: Json, key: string) => Json, key = ""): Json {
  if (typeof json !== "object" || json === null) {
    return change(json, key);
  }
  return json instanceof Array
    ? json.map((item) => mapJson(item, change, key))
    : Object.fromEntries(Object.entries(json).map(([name, value]) => [name, mapJson(value, change, name)]));
}

function createReportOf(json: Json | string): Report {
  const run = readPreview(typeof json === "string" ? json : JSON.stringify(json));
  return createReport(run, analyze(run));
}

function renderAll(report: Report): Readonly<Record<string, string>> {
  return {
    text: renderText(report),
    "azure-devops": renderMarkdown(report, { dialect: "azure-devops" }),
    github: renderMarkdown(report, { dialect: "github" }),
    json: renderJson(report),
    sarif: renderSarif(report),
    html: renderHtml(report),
  };
}

/** Names that people give to things: every one becomes the given text. */
function rename(json: Json, text: string): Json {
  const names = new Set(["displayName", "serviceEndpointName", "description", "roleName", "resourceName"]);
  return mapJson(json, (value, key) => (names.has(key) && typeof value === "string" ? text : value));
}

const renamed = ["hand-written/first-deployment", "roles/condition-dropped", "checks/approval-removed"];

describe.each(renamed)("%s with other names", (path) => {
  const recording = parseRecording(path);
  const harmless = renderAll(createReportOf(rename(recording, "harmless")));

  test("has the same form in each format", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const rendered = renderAll(createReportOf(rename(recording, text)));
        for (const dialect of ["azure-devops", "github"]) {
          expect(countKinds(rendered[dialect] ?? "")).toEqual(countKinds(harmless[dialect] ?? ""));
          expect(countCells(rendered[dialect] ?? "")).toEqual(countCells(harmless[dialect] ?? ""));
        }
        expect(readOwnStarts(rendered["text"] ?? "")).toEqual(readOwnStarts(harmless["text"] ?? ""));
        expect(countResults(rendered["sarif"] ?? "")).toBe(countResults(harmless["sarif"] ?? ""));
        expect(rendered["html"]?.match(/<li class="item">/g)?.length).toBe(
          harmless["html"]?.match(/<li class="item">/g)?.length,
        );
      }),
      { numRuns: 30 },
    );
  });

  test.each([["x".repeat(100_000)], [hostileTexts.join("").repeat(200)], ["🙈".repeat(50_000)]])(
    "stays of a size that people can read",
    (text) => {
      const report = createReportOf(rename(recording, text));
      expect(reportSchema.parse(report)).toEqual(report);
      const rendered = renderAll(report);
      expect(rendered["azure-devops"]?.length).toBeLessThan(150_000);
      expect(rendered["text"]?.length).toBeLessThan(150_000);
    },
  );
});

/** How lines of ours begin: titles, levels and signs. */
function readOwnStarts(text: string): readonly string[] {
  return text
    .split("\n")
    .filter((line) => /^\S|^ {2}[A-Z]/.test(line))
    .map((line) => line.slice(0, 14).replace(/`.*/, ""))
    .sort();
}

function countResults(sarif: string): number {
  return sarif.match(/"ruleIndex"/g)?.length ?? 0;
}

const anyLeaf = fc.oneof(
  hostileText,
  fc.constantFrom<Json>(null, true, 0, -1, 1.5, 1e308, "", [], {}, "[secret]", "04da6b54-80e4-46f7-96ec-b56ff0331ba9"),
);

test("whatever stands in a digest, there is a report that keeps to its schema, or an error that says why not", () => {
  const recordings = recordedCases.slice(0, 40).map(({ path }) => parseRecording(path));
  fc.assert(
    fc.property(
      fc.constantFrom(...recordings),
      fc.array(fc.tuple(fc.nat(5_000), anyLeaf), { minLength: 1, maxLength: 20 }),
      (recording, edits) => {
        const changes = new Map(edits);
        let position = 0;
        const edited = mapJson(recording, (value) => changes.get(position++) ?? value);
        const report = tryReport(edited);
        if (report !== undefined) {
          reportSchema.parse(report);
          renderAll(report);
        }
      },
    ),
    { numRuns: 60 },
  );
});

function tryReport(json: Json): Report | undefined {
  try {
    return createReportOf(json);
  } catch (error) {
    if (error instanceof InputError) {
      return undefined;
    }
    throw error;
  }
}

test.each(["hand-written/role-owner", "roles/condition-dropped", "checks/connection-recreated"])(
  "the order of %s does not matter: same steps, same bytes",
  (path) => {
    const recording = parseRecording(path);
    const expected = renderAll(createReportOf(recording));
    const { steps } = recording as { readonly steps: readonly Json[] };
    fc.assert(
      fc.property(fc.shuffledSubarray([...steps], { minLength: steps.length }), (shuffled) => {
        expect(renderAll(createReportOf({ ...(recording as object), steps: shuffled }))).toEqual(expected);
      }),
      { numRuns: 10 },
    );
  },
);

describe("secrets", () => {
  const ofSecrets = recordedCases.filter(({ base }) => base.name === "secrets");

  test.each(ofSecrets.map(({ path }) => path))("%s holds none in any format", (path) => {
    for (const rendered of Object.values(renderAll(createReportOf(readRecording(path))))) {
      expect(rendered).not.toMatch(/canary/i);
    }
  });

  test("none of what a program marked in no way, in properties that are nobody's business here", () => {
    const canary = "canary-0123456789";
    const marked = parseRecording("hand-written/first-deployment");
    const { steps } = marked as { readonly steps: readonly { readonly newState?: { readonly inputs?: object } }[] };
    const filled = steps.map((step) =>
      step.newState === undefined
        ? step
        : {
            ...step,
            newState: {
              ...step.newState,
              inputs: {
                ...step.newState.inputs,
                password: canary,
                clientSecret: canary,
                apiToken: [canary],
                nested: { key: canary },
              },
              outputs: { value: canary, secretText: canary },
            },
          },
    );
    const report = createReportOf(JSON.stringify({ ...(marked as object), steps: filled }));
    for (const rendered of Object.values(renderAll(report))) {
      expect(rendered).not.toContain(canary);
    }
  });
});
