import { evaluateCheck } from "../../../../emulator/services/devops/check-evaluation";
import { AdjustableClock } from "../../../../emulator/state/clock";
import type { CheckConfiguration, PipelineJob } from "../../../../emulator/state/entities";
import { Store } from "../../../../emulator/state/store";

const alice = "99999999-0000-4000-8000-00000000000a";
const bob = "99999999-0000-4000-8000-00000000000b";
const connectionId = "99999999-0000-4000-8000-0000000000cc";

function createCheck(typeId: string, settings: Record<string, unknown>): CheckConfiguration {
  const projectId = "99999999-0000-4000-8000-0000000000dd";
  const resource = { projectId, resourceType: "endpoint", resourceId: connectionId };
  return {
    checkId: 5,
    ...resource,
    typeId,
    settings,
    timeout: 60,
    version: 1,
    createdBy: "",
    createdAt: 0,
    modifiedAt: 0,
  };
}

function createTask(id: string, inputs: Record<string, string>): CheckConfiguration {
  const definitionRef = { id, name: "evaluate", version: "0.0.1" };
  return createCheck("fe1de3ee-a436-41b4-bb20-f6eb4cb879a7", { displayName: "Task", definitionRef, inputs });
}

function createJob(change: Partial<PipelineJob> = {}): PipelineJob {
  const place = { planId: "plan", jobId: "job", pipelineId: 11, projectId: "p", accessToken: "token" };
  return { ...place, connectionIds: [connectionId], number: 1, ...change };
}

function evaluate(
  check: CheckConfiguration,
  change: Partial<PipelineJob> = {},
  store = new Store(),
): string | undefined {
  return evaluateCheck({ store, check, job: createJob(change) });
}

function approvedBy(...ids: string[]): Partial<PipelineJob> {
  return { decisions: ids.map((by) => ({ checkId: 5, by })) };
}

describe("an approval", () => {
  const approval = (settings: Record<string, unknown>): CheckConfiguration =>
    createCheck("8c6f20a7-a545-4486-9777-f762fafe0d4d", { approvers: [{ id: alice }, { id: bob }], ...settings });

  it.each([
    ["wants all where no number is named", {}, approvedBy(alice), "1 more approval(s)"],
    ["is content with all", { minRequiredApprovers: 0 }, approvedBy(alice, bob), undefined],
    ["is content with the number that it names", { minRequiredApprovers: 1 }, approvedBy(bob), undefined],
    ["counts nobody twice", { minRequiredApprovers: 2 }, approvedBy(bob, bob), "1 more approval(s)"],
    ["counts no stranger", { minRequiredApprovers: 1 }, approvedBy(connectionId), "1 more approval(s)"],
    [
      "does not count who started the run",
      { minRequiredApprovers: 1, requesterCannotBeApprover: true },
      { ...approvedBy(alice), requestedBy: alice },
      "1 more approval(s)",
    ],
    [
      "counts who started the run where it may",
      { minRequiredApprovers: 1, requesterCannotBeApprover: false },
      { ...approvedBy(alice), requestedBy: alice },
      undefined,
    ],
    [
      "counts no approval of another check",
      { minRequiredApprovers: 1 },
      { decisions: [{ checkId: 6, by: alice }] },
      "1 more approval(s)",
    ],
  ])("%s", (_, settings, job, missing) => {
    expect(evaluate(approval(settings), job)).toBe(missing);
  });
});

describe("branch control", () => {
  const branch = (inputs: Record<string, string>): CheckConfiguration =>
    createTask("86b05a0c-73e6-4f7d-b3cf-e38f3b39a75b", inputs);
  const allowedBranches = "refs/heads/main, refs/heads/releases/*";

  it.each([
    ["main", { branch: "refs/heads/main" }, undefined],
    ["a release", { branch: "refs/heads/releases/7" }, undefined],
    ["a feature", { branch: "refs/heads/features/main" }, "a branch of refs/heads/main, refs/heads/releases/*"],
    [
      "a name that a dot would fit",
      { branch: "refs/headsXmain" },
      "a branch of refs/heads/main, refs/heads/releases/*",
    ],
    ["no branch", {}, undefined],
  ])("judges %s", (_, job, missing) => {
    expect(evaluate(branch({ allowedBranches }), job)).toBe(missing);
  });

  it("wants protection where it says so, unless what is unknown is allowed", () => {
    const ensureProtectionOfBranch = "true";
    expect(evaluate(branch({ allowedBranches, ensureProtectionOfBranch }))).toBe("a protected branch");
    expect(
      evaluate(branch({ allowedBranches, ensureProtectionOfBranch }), { branchIsProtected: true }),
    ).toBeUndefined();
    const allowUnknownStatusBranch = "true";
    expect(evaluate(branch({ allowedBranches, ensureProtectionOfBranch, allowUnknownStatusBranch }))).toBeUndefined();
  });
});

describe("business hours", () => {
  const hours = (timeZone: string): CheckConfiguration =>
    createTask("445fde2f-6c39-441c-807f-8a59ff2e075f", {
      businessDays: "Monday, Tuesday, Wednesday, Thursday, Friday",
      startTime: "08:00",
      endTime: "17:00",
      timeZone,
    });
  const at = (time: string): Store => {
    const clock = new AdjustableClock();
    clock.advance(Date.parse(time) - clock.now());
    return new Store(clock);
  };

  it.each([
    ["in the morning", "UTC", "2040-11-28T08:00:00Z", undefined],
    ["at the end", "UTC", "2040-11-28T17:00:00Z", "business hours, 08:00 to 17:00 UTC"],
    ["on a Sunday", "UTC", "2040-12-02T12:00:00Z", "business hours, 08:00 to 17:00 UTC"],
    ["early in Berlin", "W. Europe Standard Time", "2040-11-28T07:30:00Z", undefined],
    ["early in Seattle", "Pacific Standard Time", "2040-11-28T12:00:00Z", expect.stringContaining("Pacific")],
    ["nowhere", "Moon Standard Time", "2040-11-28T12:00:00Z", expect.stringContaining("does not know")],
  ])("judge %s (%s)", (_, zone, time, missing) => {
    expect(evaluate(hours(zone), {}, at(time))).toEqual(missing);
  });
});

describe("the other kinds", () => {
  it("let the first of two runs hold the lock", () => {
    const lock = createCheck("2ef31ad6-baa0-403a-8b45-2cbc9b4e5563", {});
    const store = new Store();
    store.pipelineJobs.insert(createJob({ jobId: "first", number: 1 }));
    store.pipelineJobs.insert(createJob({ jobId: "second", number: 2 }));
    store.pipelineJobs.insert(createJob({ jobId: "elsewhere", number: 0, connectionIds: [] }));
    expect(evaluate(lock, { jobId: "first", number: 1 }, store)).toBeUndefined();
    expect(evaluate(lock, { jobId: "second", number: 2 }, store)).toBe("the end of the run that holds the lock");
  });

  it("want a template that is named whole", () => {
    const required = createCheck("4020e66e-b0f3-47e1-bc88-48f3cc59b5f3", {
      extendsChecks: [
        {
          repositoryType: "git",
          repositoryName: "platform/templates",
          repositoryRef: "refs/heads/main",
          templatePath: "deploy.yml",
        },
      ],
    });
    const template = "platform/templates/refs/heads/main/deploy.yml";
    expect(evaluate(required)).toBe(`one of the templates ${template}`);
    expect(evaluate(required, { templates: ["platform/templates/refs/heads/main/other.yml"] })).toBeDefined();
    expect(evaluate(required, { templates: [template] })).toBeUndefined();
  });

  it("wait for another service until it has answered", () => {
    const rest = createTask("9c3e8943-130d-4c78-ac63-8af81df62dfb", {});
    expect(evaluate(rest)).toBe('the answer of "Task"');
    expect(evaluate(rest, approvedBy("the other service"))).toBeUndefined();
  });

  it("hold what nobody here understands", () => {
    expect(evaluate(createTask("11111111-2222-4333-8444-555555555555", {}))).toBe('the answer of "Task"');
    expect(evaluate(createCheck("11111111-2222-4333-8444-555555555555", {}))).toBe("a check of an unknown kind");
  });
});
