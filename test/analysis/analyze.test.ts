import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { analyze, type Analysis } from "../../analysis/analyze";
import type { EngineRun } from "../../analysis/engine/engine-run";
import { compareLevels } from "../../analysis/level";
import { readPreview } from "../../report/read/read-preview";

const recordings = join(__dirname, "../corpus/recordings");
const titles = readdirSync(recordings, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".json"))
  .map((path) => path.slice(0, -".json".length))
  .sort();

function readRun(title: string): EngineRun {
  return readPreview(readFileSync(join(recordings, `${title}.json`), "utf8"));
}

function listFindings({ findings }: Analysis, standing: boolean): readonly string[] {
  return findings.filter((finding) => finding.standing === standing).map(({ rule }) => rule);
}

describe("analyze", () => {
  it("builds both models, and says what differs", () => {
    const { before, after, changes } = analyze(readRun("hand-written/role-owner"));
    expect(before.entities).toHaveLength(6);
    expect(after.entities).toHaveLength(6);
    expect(changes.map(({ class: entityClass, action, level }) => [entityClass, action, level])).toEqual([
      ["roleAssignment", "changed", "critical"],
    ]);
  });

  it("has no model of before where nothing is deployed yet", () => {
    const { before, after } = analyze(readRun("hand-written/first-deployment"));
    expect(before.entities).toEqual([]);
    expect(after.entities.map((entity) => entity.class)).toContain("trust");
  });

  it("tells findings that stand from those that are news", () => {
    const unchanged = analyze(readRun("roles/unchanged"));
    expect(listFindings(unchanged, true).length).toBeGreaterThan(0);
    expect(listFindings(unchanged, false)).toEqual([]);
    const password = analyze(readRun("hand-written/password-added"));
    expect(listFindings(password, false)).toEqual(["secret-beside-federation"]);
  });

  it("has news where a thing that a rule found before means something else now", () => {
    const changed = analyze(readRun("roles/subject-of-other-connection"));
    expect(listFindings(changed, false)).toContain("trust-without-connection");
    expect(listFindings(changed, true)).not.toContain("trust-without-connection");
  });

  it("lets a finding stand when its resource is only renamed", () => {
    const run = readRun("roles/unchanged");
    const trust = run.steps.find(({ urn }) => urn.includes("FederatedIdentityCredential"));
    const urn = `${trust?.urn ?? ""}-renamed`;
    const steps = run.steps.map((step) =>
      step === trust && step.after !== undefined ? { ...step, urn, after: { ...step.after, urn } } : step,
    );
    expect(listFindings(analyze({ ...run, steps }), false)).toEqual([]);
  });

  it("tells rules when it does not see the whole stack", () => {
    const run = readRun("hand-written/unchanged");
    expect(analyze({ ...run, includesUnchanged: false })).toEqual(analyze(run, { wholeStack: false }));
  });

  it("takes nothing for removed that an incomplete run does not list", () => {
    const run = readRun("hand-written/unchanged");
    expect(analyze({ ...run, steps: run.steps.slice(0, 2), complete: false }).changes).toEqual([]);
  });

  it("does not believe an after of what is deleted", () => {
    const run = readRun("hand-written/unchanged");
    const steps = run.steps.map((step) => ({ ...step, operation: "delete" as const }));
    expect(analyze({ ...run, steps }).after.entities).toEqual([]);
  });

  it.each(titles)("says the same whatever the order of the steps is: %s", (title) => {
    const run = readRun(title);
    const analysis = analyze(run);
    expect(JSON.stringify(analyze({ ...run, steps: [...run.steps].reverse() }))).toBe(JSON.stringify(analysis));
    const levels = analysis.changes.map(({ level }) => level);
    expect(levels).toEqual([...levels].sort((a, b) => compareLevels(b, a)));
    const ids = analysis.changes.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
