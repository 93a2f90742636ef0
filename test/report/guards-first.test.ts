import type { Check } from "../../analysis/model/check";
import type { Entity } from "../../analysis/model/model";
import { renderHtml } from "../../report/render/html";
import { renderMarkdown } from "../../report/render/markdown";
import { renderText } from "../../report/render/text";
import type { Report } from "../../report/report-document";
import {
  builtIn,
  check,
  connection,
  connectionRole,
  identity,
  known,
  onlyRoles,
  absent,
  roleAssignment,
  subscriptionScope,
  to,
  trust,
} from "../support/model-builders";
import { readPhrase, reportOf } from "./view/report-of";

const [ann, bob] = ["a0000000-0000-4000-8000-000000000001", "b0000000-0000-4000-8000-000000000002"];
const payments = identity("payments");
const prod = connection("payments-prod", to(payments));
const standing: readonly Entity[] = [payments, prod, trust(to(payments), prod)];

/** As bad as a right can be: Owner of a subscription. */
const owner = roleAssignment(to(payments), {
  role: builtIn("8e3af657-a8ff-443c-a75c-2fe8c4bcb635"),
  scope: known(subscriptionScope),
});

type Settings = Partial<Check["settings"]>;

const removed: readonly (readonly [kind: Check["kind"], settings: Settings])[] = [
  ["approval", { approvers: known([ann]) }],
  ["branchControl", { allowedBranches: known(["refs/heads/main"]) }],
  ["requiredTemplate", { requiredTemplates: known(["templates/main/deploy.yml"]) }],
  ["exclusiveLock", {}],
  ["businessHours", { hours: known("Monday 08:00-17:00 UTC") }],
  ["restApi", { address: known("change-board") }],
  ["other", {}],
];

const weakened: readonly (readonly [what: string, kind: Check["kind"], before: Settings, after: Settings])[] = [
  [
    "fewer approvals are needed",
    "approval",
    { approvers: known([ann, bob]), minimumApprovers: known(2) },
    { approvers: known([ann, bob]), minimumApprovers: known(1) },
  ],
  [
    "one approves instead of all",
    "approval",
    { approvers: known([ann, bob]), minimumApprovers: absent },
    { approvers: known([ann, bob]), minimumApprovers: known(1) },
  ],
  [
    "one more may approve",
    "approval",
    { approvers: known([ann]), minimumApprovers: known(1) },
    { approvers: known([ann, bob]), minimumApprovers: known(1) },
  ],
  [
    "the requester may approve",
    "approval",
    { approvers: known([ann]), requesterMayApprove: known(false) },
    { approvers: known([ann]), requesterMayApprove: known(true) },
  ],
  [
    "more branches get through",
    "branchControl",
    { allowedBranches: known(["refs/heads/main"]) },
    { allowedBranches: known(["refs/heads/*"]) },
  ],
  [
    "every branch gets through",
    "branchControl",
    { allowedBranches: known(["refs/heads/main"]) },
    { allowedBranches: absent },
  ],
  [
    "the branch need not be protected",
    "branchControl",
    { requiresProtectedBranch: known(true) },
    { requiresProtectedBranch: known(false) },
  ],
  [
    "a branch of unknown protection gets through",
    "branchControl",
    { ignoresUnknownProtection: known(false) },
    { ignoresUnknownProtection: known(true) },
  ],
  [
    "the hours are longer",
    "businessHours",
    { hours: known("Monday,Tuesday 08:00-17:00 UTC") },
    { hours: known("Monday,Tuesday 08:00-20:00 UTC") },
  ],
  [
    "a template is dropped",
    "requiredTemplate",
    { requiredTemplates: known(["templates/main/build.yml", "templates/main/deploy.yml"]) },
    { requiredTemplates: known(["templates/main/build.yml"]) },
  ],
  ["another service is asked", "restApi", { address: known("change-board") }, { address: known("anybody") }],
];

/** What is read first, without what only formats it. */
const formats: Readonly<Record<string, (report: Report) => string>> = {
  text: (report) => renderText(report),
  "Markdown for Azure Repos": (report) => renderMarkdown(report, { dialect: "azure-devops" }),
  "Markdown for GitHub": (report) => renderMarkdown(report, { dialect: "github" }),
  HTML: (report) => renderHtml(report).replace(/^.*?<body/s, "<body"),
};

function readLetters(text: string): string {
  return text.replaceAll(/<[^>]*>|&#?\w+;/g, "").replaceAll(/[^A-Za-z0-9]/g, "");
}

/** Expects that the change of the guard comes before all others, though one of them is critical. */
function expectGuardFirst(report: Report, news: string, entityClass = "check"): void {
  const [section] = report.sections;
  const [first, ...others] = section?.items ?? [];
  const title = readPhrase(first?.title ?? []);

  expect({ section: section?.name, class: first?.class, level: first?.level }).toEqual({
    section: "needsAttention",
    class: entityClass,
    level: "high",
  });
  expect(others.map(({ level }) => level)).toContain("critical");
  expect(readPhrase(report.summary.headline)).toMatch(new RegExp(`^Access gets wider: ${news}[,.]`));
  expect(report.summary.sentences.map(readPhrase)[0]).toBe(title);
  const rival = readPhrase(others.find(({ level }) => level === "critical")?.title ?? []);
  for (const [format, render] of Object.entries(formats)) {
    const letters = readLetters(render(report));
    const [guard, right] = [letters.indexOf(readLetters(title)), letters.indexOf(readLetters(rival))];
    expect({ format, isThere: guard > 0 && right > 0, isFirst: guard < right }).toEqual({
      format,
      isThere: true,
      isFirst: true,
    });
  }
}

describe("the first thing that a report says, whatever else is in it", () => {
  it.each(removed)("is that the check %s is removed", (kind, settings) => {
    const report = reportOf([...standing, check(kind, to(prod), settings)], [...standing, owner], {
      withFindings: true,
    });

    expectGuardFirst(report, "1 guard removed");
  });

  it.each(weakened)("is that %s (%s)", (_, kind, before, after) => {
    const report = reportOf(
      [...standing, check(kind, to(prod), before)],
      [...standing, check(kind, to(prod), after), owner],
      { withFindings: true },
    );

    expectGuardFirst(report, "1 guard weakened");
  });

  it("is that a check moves to another connection", () => {
    const second = connection("second", to(payments));
    const report = reportOf(
      [...standing, second, check("exclusiveLock", to(prod))],
      [...standing, second, check("exclusiveLock", to(second)), owner],
      { withFindings: true },
    );

    expectGuardFirst(report, "1 guard removed");
  });

  it("is that a check is removed, also where a condition goes that was worth more", () => {
    const administrator = { role: builtIn("f58310d9-a9f6-439a-9e8d-f62e7b41a168"), scope: known(subscriptionScope) };
    const limited = roleAssignment(to(payments), {
      ...administrator,
      condition: onlyRoles("acdd72a7-3385-48ef-bd42-f606fba81ae7"),
    });
    const report = reportOf(
      [...standing, check("exclusiveLock", to(prod)), limited],
      [...standing, roleAssignment(to(payments), administrator)],
    );

    expectGuardFirst(report, "2 guards removed");
  });

  it("is that somebody new can take away what guards it", () => {
    const guarded = [...standing, check("exclusiveLock", to(prod))];
    const administrator = connectionRole({ connection: to(prod), roles: known(["Administrator"]) });
    const report = reportOf(guarded, [...guarded, administrator, owner], { withFindings: true });

    expectGuardFirst(report, "1 more who can take guards away", "connectionRole");
  });

  it("is no guard where there was none to take away", () => {
    const administrator = connectionRole({ connection: to(prod), roles: known(["Administrator"]) });
    const { summary } = reportOf(standing, [...standing, check("exclusiveLock", to(prod)), administrator]);

    expect(readPhrase(summary.headline)).toBe("Access gets wider: 1 new right.");
  });
});
