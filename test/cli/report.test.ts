import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { reportSchema } from "../../report/report-document";
import { runKeyless } from "../support/run-keyless";

const recordings = join(__dirname, "../corpus/recordings/hand-written");
const widening = join(recordings, "role-contributor.json");
const narrowing = join(recordings, "role-reader-instead-of-contributor.json");
const unchanged = join(recordings, "unchanged.json");
const broken = join(recordings, "protected-replacement-refused.json");

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "keyless-cli-"));
});
afterEach(() => rm(folder, { recursive: true }));

describe("keyless report", () => {
  it("prints a file's report as text", async () => {
    const run = await runKeyless(["report", widening]);
    expect(run).toMatchObject({ exitCode: 0, errors: "" });
    expect(run.output).toContain("Access gets wider");
    expect(run.output).toContain("Contributor");
  });

  it.each([[[]], [["-"]]])("reads standard input with %j", async (file) => {
    const input = await readFile(widening, "utf8");
    const run = await runKeyless(["report", ...file], { input });
    expect(run.output).toBe((await runKeyless(["report", widening])).output);
  });

  it("writes each file in the format of its name, and prints what is asked", async () => {
    const names = ["report.txt", "report.md", "report.html", "report.json", "report.sarif"];
    const outputs = names.flatMap((name) => ["--output", join(folder, name)]);
    const run = await runKeyless(["report", widening, "--format", "json", ...outputs]);
    const [text, markdown, html, json, sarif] = await Promise.all(
      names.map((name) => readFile(join(folder, name), "utf8")),
    );
    expect(text).toContain("Contributor");
    expect(markdown).toContain("<details>");
    expect(html).toMatch(/^<!doctype html>/i);
    expect(json).toBe(run.output);
    expect(reportSchema.parse(JSON.parse(run.output)).summary.widens).toBe(true);
    expect(JSON.parse(sarif ?? "")).toMatchObject({ version: "2.1.0" });
  });

  it.each([
    ["never", widening, 0],
    ["any", widening, 3],
    ["any", narrowing, 3],
    ["any", unchanged, 0],
    ["widening", widening, 3],
    ["widening", narrowing, 0],
    ["high", widening, 3],
    ["critical", widening, 0],
    ["never", broken, 4],
    ["any", broken, 4],
  ])("ends with --fail-on %s for %s with %d", async (failOn, file, exitCode) => {
    expect(await runKeyless(["report", file, "--fail-on", failOn])).toMatchObject({ exitCode, errors: "" });
  });

  it.each([
    ["an empty input", "", "The input is empty"],
    ["other text", "Previewing update", "The input is not JSON"],
    ["a cut input", '{"steps":[', "The input is cut off"],
    ["a state", '{"version":3,"deployment":{}}', "The input is an exported state"],
    ["a command for the agent", "##vso[task.setvariable variable=x]1", "The input is not JSON"],
  ])("refuses %s", async (_, input, message) => {
    const run = await runKeyless(["report"], { input });
    expect(run).toMatchObject({ exitCode: 2, output: "" });
    expect(run.errors).toContain(`keyless: ${message}`);
  });

  it("names a file that is not there", async () => {
    const file = join(folder, "nothing.json");
    const run = await runKeyless(["report", file]);
    expect(run).toEqual({ exitCode: 2, output: "", errors: `keyless: ${file} cannot be read (ENOENT).\n` });
  });

  it("refuses a file whose format its name does not tell, before it reads anything", async () => {
    const run = await runKeyless(["report", join(folder, "nothing.json"), "--output", "report.pdf"]);
    expect(run.exitCode).toBe(2);
    expect(run.errors).toContain("--output report.pdf: the name has to end with .txt, .md, .html, .json, .sarif");
  });

  it("says where a file cannot be written", async () => {
    const file = join(folder, "missing", "report.md");
    const run = await runKeyless(["report", unchanged, "--output", file]);
    expect(run).toMatchObject({ exitCode: 2, errors: `keyless: --output ${file}: cannot be written (ENOENT).\n` });
  });

  it("says that a run was limited to some resources", async () => {
    const whole = await runKeyless(["report", unchanged]);
    const targeted = await runKeyless(["report", unchanged, "--targeted"]);
    expect(targeted.output).not.toBe(whole.output);
    expect(targeted.output).toContain("limited");
  });
});

describe("keyless", () => {
  it.each([[["--help"]], [["report", "--help"]], [["preview", "--help"]], [["post", "--help"]]])(
    "helps with %j",
    async (parameters) => {
      const run = await runKeyless(parameters);
      expect(run.exitCode).toBe(0);
      expect(run.output).toContain("Usage: keyless");
    },
  );

  it.each([
    [["report", "--format", "pdf"], "Allowed choices are text, markdown, html, json, sarif"],
    [["report", "--fail-on", "sometimes"], "Allowed choices are never, any, widening, info"],
    [["report", "one", "two"], "too many arguments"],
    [["reprot"], "Did you mean report?"],
    [["post", "--pull-request", "-1"], "A number from 1 is needed"],
  ])("refuses %j", async (parameters, message) => {
    const run = await runKeyless(parameters);
    expect(run.exitCode).toBe(2);
    expect(run.errors).toContain(message);
  });
});
