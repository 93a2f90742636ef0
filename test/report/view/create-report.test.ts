import type { Entity } from "../../../analysis/model/model";
import {
  approval,
  builtIn,
  connection,
  identity,
  known,
  pipelinePermission,
  roleAssignment,
  storedSecret,
  to,
  trust,
} from "../../support/model-builders";
import { listItems } from "../../../report/item-kinds";
import { readDetails, readPhrase, readTitles, reportOf } from "./report-of";

const application = identity("payments");
const prod = connection("payments-prod", to(application));
const whole: readonly Entity[] = [
  application,
  prod,
  trust(to(application), prod),
  pipelinePermission(to(prod)),
  roleAssignment(to(application)),
];

function headlineOf(...parameters: Parameters<typeof reportOf>): string {
  return readPhrase(reportOf(...parameters).summary.headline);
}

describe("the headline", () => {
  test.each<[string, Parameters<typeof reportOf>, string]>([
    ["nothing changes", [whole, whole], "No access changes."],
    [
      "nothing changes in a part",
      [whole, whole, { targeted: true }],
      "No access changes among the resources that the run was limited to.",
    ],
    [
      "nothing was changed outside",
      [whole, whole, { run: { source: "drift" } }],
      "No access was changed outside of Pulumi.",
    ],
    ["states are the same", [whole, whole, { run: { source: "states" } }], "No access changed between the two states."],
    [
      "all is new",
      [[], whole],
      "Access gets wider: 1 new way in, 1 more pipeline, 1 new right, 1 new service connection.",
    ],
    ["a guard goes", [[...whole, approval(to(prod))], whole], "Access gets wider: 1 guard removed."],
    ["a guard comes", [whole, [...whole, approval(to(prod))]], "Access gets narrower: 1 guard added."],
    ["a role goes", [whole, whole.slice(0, -1)], "Access gets narrower: 1 right taken away."],
    [
      "a name changes",
      [whole, [{ ...application, displayName: known("pay") }, ...whole.slice(1)]],
      "Nobody gets more or less access: 1 change touches what gives it.",
    ],
    [
      "what decides is not known",
      [whole, [...whole.slice(0, -1), roleAssignment(to(application), { role: { kind: "unknown", from: [] } })]],
      "It cannot be said whether access gets wider: 1 change that cannot be reviewed.",
    ],
  ])("when %s", (_, parameters, headline) => {
    expect(headlineOf(...parameters)).toBe(headline);
  });

  test.each([
    [whole, whole],
    [[], []],
    [[], whole],
  ])("of a run that is not whole never says that nothing changes", (before, after) => {
    const report = reportOf(before, after, { run: { complete: false } });
    expect(readPhrase(report.summary.headline)).toBe("The preview failed: what follows is not the whole picture.");
    expect(["high", "critical"]).toContain(report.summary.level);
  });
});

test("the first deployment answers who gets in, what that may do and what stops it", () => {
  const { summary } = reportOf([], whole);
  expect(summary.widens).toBe(true);
  expect(summary.sentences.map(readPhrase)).toEqual([
    "The pipelines that may use service connection `payments-prod` can now sign in as application `payments`. 1 more change lets somebody in.",
    "Application `payments` may now read all settings, but no secrets and no stored data (`Reader`) in the resource group `payments`. 1 more change widens access, or cannot be judged.",
    "Nothing that this stack declares stops pipelines on service connection `payments-prod`: no approval, no check.",
  ]);
});

test("guards that are gone come first in what needs attention, then the level decides", () => {
  const owner = roleAssignment(to(application), {
    ...roleAssignment(to(application)),
    urn: "urn:pulumi:dev::payments::azure-native:authorization:RoleAssignment::owner",
    role: builtIn("8e3af657-a8ff-443c-a75c-2fe8c4bcb635", "Owner"),
  });
  const report = reportOf([...whole, approval(to(prod))], [...whole, owner, storedSecret(to(application))]);
  const [section] = report.sections;
  expect(section?.name).toBe("needsAttention");
  expect(section?.items.map(({ level, effects }) => [level, effects.includes("removesGuard")])).toEqual([
    ["high", true],
    ["critical", false],
    ["critical", false],
  ]);
  expect(readTitles(report)[0]).toBe("Using service connection `payments-prod` no longer needs anybody's approval.");
});

test("a removed approval tells who gets in without it, and to what", () => {
  expect(readDetails(reportOf([...whole, approval(to(prod))], whole))).toEqual([
    "The approval no longer stops runs on service connection `payments-prod`.",
    "Who may use service connection `payments-prod`: pipeline number `7`.",
    "What application `payments` may do: read all settings, but no secrets and no stored data (`Reader`) in the resource group `payments`.",
  ]);
});

test("findings that were there before need no attention now, and do not decide the level", () => {
  const open = [...whole, storedSecret(to(application))];
  const news = reportOf(whole, open, { withFindings: true });
  expect(listItems(news).some(({ kind, rule }) => kind === "finding" && rule === "secret-beside-federation")).toBe(
    true,
  );
  expect(news.summary.level).toBe("critical");
  const standing = reportOf(open, open, { withFindings: true, standing: true });
  expect(standing.sections.map(({ name }) => name)).toEqual(["other"]);
  expect(standing.summary.level).toBe("none");
  expect(standing.summary.findings).toBeGreaterThan(0);
  expect(listItems(standing).every(({ effects }) => effects.includes("standing"))).toBe(true);
});

test("the limits are always told", () => {
  for (const report of [reportOf([], []), reportOf([], whole), reportOf(whole, [], { run: { complete: false } })]) {
    expect(report.limits.map(readPhrase).join("\n")).toContain("It shows this stack only.");
  }
});

test("sections are cut, the numbers are not", () => {
  const many = Array.from({ length: 1_100 }, (_, index) =>
    pipelinePermission(to(prod), {
      urn: `urn:pulumi:dev::payments::azuredevops:index/pipelineAuthorization:PipelineAuthorization::p${index}`,
      pipeline: known(String(100 + index)),
    }),
  );
  const report = reportOf(whole, [...whole, ...many]);
  expect(listItems(report)).toHaveLength(1_000);
  expect(report.summary.changes).toBe(1_100);
  expect(report.limits.map(readPhrase)[0]).toContain("100 more items");
});
