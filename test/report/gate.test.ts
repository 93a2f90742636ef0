import { decideGate, failOnValues } from "../../report/gate";
import { item, report, section, value } from "../support/report-builder";

const widening = item([value("payments"), " may do more."], { effects: ["widensAccess"], level: "high" });
const narrowing = item([value("payments"), " may do less."], {
  action: "removed",
  effects: ["narrowsAccess"],
  level: "low",
});
const finding = item(["Everybody may."], { rule: "all-pipelines", level: "critical" });

function reportOf(...items: readonly (typeof widening)[]): ReturnType<typeof report> {
  const level = items.reduce<"none" | "low" | "high" | "critical">((_, one) => {
    return one.level === "high" || one.level === "low" || one.level === "critical" ? one.level : "none";
  }, "none");
  const blank = report({ sections: [section("newAccess", ...items)] });
  return { ...blank, summary: { ...blank.summary, level, widens: items.includes(widening) } };
}

test.each([
  ["never", "clean", "clean", "clean"],
  ["any", "hit", "hit", "clean"],
  ["widening", "hit", "clean", "clean"],
  ["info", "hit", "hit", "hit"],
  ["medium", "hit", "clean", "hit"],
  ["critical", "clean", "clean", "hit"],
] as const)("--fail-on %s: %s for a wider access, %s for a narrower one, %s for a finding", (failOn, ...outcomes) => {
  const decided = [widening, narrowing, finding].map((one) => decideGate(reportOf(one), failOn).outcome);
  expect(decided).toEqual(outcomes);
});

test("a report without changes passes every gate", () => {
  expect(failOnValues.map((failOn) => decideGate(report(), failOn).outcome)).toEqual(failOnValues.map(() => "clean"));
});

test.each([
  ["a run that is not complete", { complete: false, failures: [] }],
  ["a run that failed although it says that it is complete", { complete: true, failures: [{ message: "boom" }] }],
])("%s passes no gate", (_, changes) => {
  const broken = report({ run: { includesUnchanged: true, targeted: false, ...changes } });
  expect(failOnValues.map((failOn) => decideGate(broken, failOn).outcome)).toEqual(
    failOnValues.map(() => "brokenPreview"),
  );
});

test("a summary that says less than the items does not open the gate", () => {
  const lying = report({ sections: [section("other", widening)] });
  const harmless = { ...lying, summary: { ...lying.summary, level: "none" as const, widens: false, changes: 0 } };
  expect(["any", "widening", "high"].map((failOn) => decideGate(harmless, failOn as "any").outcome)).toEqual([
    "hit",
    "hit",
    "hit",
  ]);
});

test("a summary that says more than the items closes it", () => {
  const blank = report();
  const worse = { ...blank, summary: { ...blank.summary, level: "high" as const, widens: true, changes: 1 } };
  expect((["any", "widening", "high"] as const).map((failOn) => decideGate(worse, failOn).outcome)).toEqual([
    "hit",
    "hit",
    "hit",
  ]);
});

test("findings that were there before stop nobody, and neither does what is only read", () => {
  const standing = item(["Everybody may."], { rule: "all-pipelines", level: "critical", effects: ["standing"] });
  const read = item(["The program reads it."], { action: "read", level: "info" });
  const blank = report({ sections: [section("other", standing, read)] });
  const quiet = { ...blank, summary: { ...blank.summary, changes: 0 } };
  expect((["any", "widening", "low"] as const).map((failOn) => decideGate(quiet, failOn).outcome)).toEqual([
    "clean",
    "clean",
    "clean",
  ]);
});
