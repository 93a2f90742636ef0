import {
  absent,
  approval,
  branchControl,
  check,
  connection,
  identity,
  known,
  secret,
  to,
  toOther,
  unknown,
} from "../../support/model-builders";
import { rename } from "../../support/run-builders";
import { readReasons, readSummary } from "./read-changes";

const payments = identity("payments");
const link = connection("payments-prod", to(payments));
const second = connection("second", to(payments));
const guarded = to(link);
const [ann, bob, eve] = [
  "a0000000-0000-4000-8000-000000000001",
  "b0000000-0000-4000-8000-000000000002",
  "e0000000-0000-4000-8000-000000000003",
];

describe("check changes", () => {
  it("likes a new guard, and puts a lost one high", () => {
    expect(readSummary({ before: [link], after: [link, approval(guarded)] })).toEqual(["check added low addsGuard"]);
    expect(readSummary({ before: [link, approval(guarded)], after: [link] })).toEqual([
      "check removed high removesGuard",
    ]);
    expect(readReasons({ before: [link, approval(guarded)], after: [link] })).toBe(
      'The approval no longer stops runs on service connection "payments-prod".',
    );
  });

  it("does not mourn a guard whose connection goes too", () => {
    expect(readSummary({ before: [link, approval(guarded)], after: [] })).toEqual([
      "serviceConnection removed medium breaksUse narrowsAccess",
      "check removed info",
    ]);
  });

  it("mourns a guard whose connection stays in the cloud", () => {
    const kept = { ...link, retainOnDelete: true };
    expect(readSummary({ before: [kept, approval(guarded)], after: [] })).toEqual([
      "check removed high removesGuard",
      "serviceConnection left medium",
    ]);
  });

  it.each([
    [
      "fewer approvals",
      { approvers: known([ann, bob]), minimumApprovers: known(2) },
      { approvers: known([ann, bob]), minimumApprovers: known(1) },
    ],
    [
      "all to one",
      { approvers: known([ann, bob]), minimumApprovers: absent },
      { approvers: known([ann, bob]), minimumApprovers: known(1) },
    ],
    [
      "one more who may approve alone",
      { approvers: known([ann]), minimumApprovers: known(1) },
      { approvers: known([ann, bob]), minimumApprovers: known(1) },
    ],
    [
      "one less of all",
      { approvers: known([ann, bob]), minimumApprovers: known(0) },
      { approvers: known([ann]), minimumApprovers: known(0) },
    ],
    ["the requester may approve", { requesterMayApprove: known(false) }, { requesterMayApprove: known(true) }],
  ])("%s stops less", (_, before, after) => {
    const parts = { before: [link, approval(guarded, before)], after: [link, approval(guarded, after)] };
    expect(readSummary(parts)).toEqual(["check changed high weakensGuard"]);
  });

  it.each([
    [
      "more approvals",
      { approvers: known([ann, bob]), minimumApprovers: known(1) },
      { approvers: known([ann, bob]), minimumApprovers: known(2) },
    ],
    [
      "one more of all",
      { approvers: known([ann]), minimumApprovers: absent },
      { approvers: known([ann, bob]), minimumApprovers: absent },
    ],
    [
      "one less who may approve alone",
      { approvers: known([ann, bob]), minimumApprovers: known(1) },
      { approvers: known([ann]), minimumApprovers: known(1) },
    ],
    ["the requester may not approve", { requesterMayApprove: known(true) }, { requesterMayApprove: known(false) }],
  ])("%s stops more", (_, before, after) => {
    const parts = { before: [link, approval(guarded, before)], after: [link, approval(guarded, after)] };
    expect(readSummary(parts)).toEqual(["check changed low narrowsAccess"]);
  });

  it.each([
    [
      "three approvals of two groups",
      { minimumApprovers: known(2) },
      { minimumApprovers: known(3) },
      "low narrowsAccess",
    ],
    [
      "two approvals where each had to approve",
      { minimumApprovers: absent },
      { minimumApprovers: known(2) },
      "high cannotBeReviewed",
    ],
    [
      "each where two approvals were enough",
      { minimumApprovers: known(2) },
      { minimumApprovers: absent },
      "high cannotBeReviewed",
    ],
  ])("an approver may be a group: %s", (_, before, after, expected) => {
    const both = { approvers: known([ann, bob]) };
    const parts = {
      before: [link, approval(guarded, { ...both, ...before })],
      after: [link, approval(guarded, { ...both, ...after })],
    };
    expect(readSummary(parts)).toEqual([`check changed ${expected}`]);
  });

  it("does not know whether a further approver is a person when more approvals are needed too", () => {
    const before = approval(guarded, { approvers: known([ann]), minimumApprovers: known(1) });
    const after = approval(guarded, { approvers: known([ann, bob]), minimumApprovers: known(2) });
    expect(readSummary({ before: [link, before], after: [link, after] })).toEqual([
      "check changed high cannotBeReviewed",
    ]);
  });

  it.each([
    [known(2), "it needs 2 approvals, from 3 people or groups."],
    [known(1), "it needs one approval, from 3 people or groups."],
    [absent, "it needs the approval of each of 3 people or groups."],
  ])("says in words what %j means", (minimumApprovers, expected) => {
    const before = approval(guarded, { approvers: known([ann]), minimumApprovers: known(3) });
    const after = approval(guarded, { approvers: known([ann, bob, eve]), minimumApprovers });
    expect(readReasons({ before: [link, before], after: [link, after] })).toContain(expected);
  });

  it("sees that others approve", () => {
    const before = approval(guarded, { approvers: known([ann]), minimumApprovers: known(1) });
    const after = approval(guarded, { approvers: known([eve]), minimumApprovers: known(1) });
    expect(readSummary({ before: [link, before], after: [link, after] })).toEqual([
      "check changed high narrowsAccess weakensGuard",
    ]);
  });

  it("finds nothing in a longer wait, or in the letter case of an ID", () => {
    const before = approval(guarded, { approvers: known([ann]), timeoutMinutes: known(60) });
    expect(
      readSummary({
        before: [link, before],
        after: [link, approval(guarded, { approvers: known([ann]), timeoutMinutes: known(90) })],
      }),
    ).toEqual(["check changed info"]);
    const shouted = approval(guarded, { approvers: known([ann.toUpperCase()]), timeoutMinutes: known(60) });
    expect(readSummary({ before: [link, before], after: [link, shouted] })).toEqual(["check changed info"]);
  });

  it.each([
    ["one more branch", ["refs/heads/main"], ["refs/heads/main", "refs/heads/dev"], "high weakensGuard"],
    ["a pattern", ["refs/heads/main"], ["refs/heads/*"], "high weakensGuard"],
    ["every branch", ["refs/heads/release/*"], ["*"], "high weakensGuard"],
    ["no list at all", ["refs/heads/main"], [], "high weakensGuard"],
    ["another branch", ["refs/heads/main"], ["refs/heads/dev"], "high narrowsAccess weakensGuard"],
    ["fewer branches", ["refs/heads/main", "refs/heads/dev"], ["refs/heads/main"], "low narrowsAccess"],
    ["one branch of a pattern", ["refs/heads/*"], ["refs/heads/main"], "low narrowsAccess"],
  ])("branch control: %s", (_, before, after, expected) => {
    const parts = {
      before: [link, branchControl(guarded, { allowedBranches: known(before) })],
      after: [link, branchControl(guarded, { allowedBranches: known(after) })],
    };
    expect(readSummary(parts)).toEqual([`check changed ${expected}`]);
  });

  it.each([
    [
      "no protection needed",
      { requiresProtectedBranch: known(true) },
      { requiresProtectedBranch: known(false) },
      "high weakensGuard",
    ],
    [
      "protection needed",
      { requiresProtectedBranch: known(false) },
      { requiresProtectedBranch: known(true) },
      "low narrowsAccess",
    ],
    [
      "unknown protection ignored",
      { ignoresUnknownProtection: absent },
      { ignoresUnknownProtection: known(true) },
      "high weakensGuard",
    ],
    ["a list that is secret", {}, { allowedBranches: secret }, "high cannotBeReviewed"],
    ["a list that is not known yet", {}, { allowedBranches: unknown("urn:x") }, "high cannotBeReviewed"],
  ])("branch control: %s", (_, before, after, expected) => {
    const parts = { before: [link, branchControl(guarded, before)], after: [link, branchControl(guarded, after)] };
    expect(readSummary(parts)).toEqual([`check changed ${expected}`]);
  });

  it.each([
    ["Monday 08:00-17:00 UTC", "Monday,Sunday 08:00-17:00 UTC", "high weakensGuard"],
    ["Monday 08:00-17:00 UTC", "Monday 00:00-23:00 UTC", "high weakensGuard"],
    ["Monday,Sunday 08:00-17:00 UTC", "Monday 09:00-17:00 UTC", "low narrowsAccess"],
    ["Monday 08:00-17:00 UTC", "Monday 08:00-17:00 Hawaiian Standard Time", "high narrowsAccess weakensGuard"],
    ["Monday 08:00-17:00 UTC", "whenever", "high cannotBeReviewed"],
  ])("business hours: %s to %s", (before, after, expected) => {
    const parts = {
      before: [link, check("businessHours", guarded, { hours: known(before) })],
      after: [link, check("businessHours", guarded, { hours: known(after) })],
    };
    expect(readSummary(parts)).toEqual([`check changed ${expected}`]);
  });

  it("sees that another service decides, and other templates are required", () => {
    const rest = (address: string): ReturnType<typeof check> => check("restApi", guarded, { address: known(address) });
    expect(readSummary({ before: [link, rest("https://a")], after: [link, rest("https://b")] })).toEqual([
      "check changed high narrowsAccess weakensGuard",
    ]);
    const template = (...list: readonly string[]): ReturnType<typeof check> =>
      check("requiredTemplate", guarded, { requiredTemplates: known(list) });
    expect(readSummary({ before: [link, template("a/main/x")], after: [link, template("a/main/y")] })).toEqual([
      "check changed high narrowsAccess weakensGuard",
    ]);
  });

  it("says so where a check changes in a way that is not read", () => {
    const rest = check("restApi", guarded, { address: known("https://a") });
    const steps = { [rest.urn]: { operation: "update" as const, differences: ["successCriteria"] } };
    expect(readSummary({ before: [link, rest], after: [link, rest], steps })).toEqual([
      "check changed medium cannotBeReviewed",
    ]);
  });

  it("loses the guard of one connection when it moves to another", () => {
    const parts = { before: [link, second, approval(guarded)], after: [link, second, approval(to(second))] };
    expect(readSummary(parts)).toEqual(["check changed high addsGuard removesGuard"]);
    expect(readSummary({ before: [link, second, approval(guarded)], after: [second, approval(to(second))] })).toEqual([
      "serviceConnection removed medium breaksUse narrowsAccess",
      "check changed low addsGuard",
    ]);
  });

  it("names the gap while a check is made anew", () => {
    const parts = { before: [link, approval(guarded)], after: [link, approval(guarded)] };
    const urn = approval(guarded).urn;
    expect(
      readSummary({ ...parts, steps: { [urn]: { operation: "replace", replacement: "delete-before-create" } } }),
    ).toEqual(["check replaced medium"]);
    expect(
      readSummary({ ...parts, steps: { [urn]: { operation: "replace", replacement: "create-before-delete" } } }),
    ).toEqual(["check replaced low"]);
  });

  it("takes a check of the same kind for the successor of one that is deleted", () => {
    const weaker = rename(approval(guarded, { requesterMayApprove: known(true) }), "other-name");
    expect(readSummary({ before: [link, approval(guarded)], after: [link, weaker] })).toEqual([
      "check changed high weakensGuard",
    ]);
    expect(
      readSummary({ before: [link, approval(guarded)], after: [link, rename(approval(guarded), "other-name")] }),
    ).toEqual(["check moved info"]);
  });

  it("guards connections that are not declared here alike", () => {
    const elsewhere = approval(toOther("c044ec70-aaaa-4aaa-8aaa-000000000006"));
    expect(readSummary({ before: [elsewhere], after: [] })).toEqual(["check removed high removesGuard"]);
  });
});
