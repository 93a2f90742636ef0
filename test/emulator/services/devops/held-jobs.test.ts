import { decodeJwt } from "jose";
import {
  approveCheck,
  finishPipelineJob,
  type NewPipelineJob,
} from "../../../../emulator/services/devops/pipeline-jobs";
import type { StartedPipelineJob } from "../../../../emulator/services/devops/pipeline-jobs";
import type { OrganizationIdentity } from "../../../../emulator/state/entities";
import {
  askForToken,
  authorizePipeline,
  type CreatedConnection,
  createConnection,
  createDevopsHarness,
  type DevopsHarness,
} from "./devops-harness";

// Each check over the wire: what it holds gets no token, and what it lets through gets the connection's.

let harness: DevopsHarness;
let connection: CreatedConnection;
beforeEach(async () => {
  harness = await createDevopsHarness();
  connection = await createConnection(harness);
  await authorizePipeline(harness, connection.id, 11);
});

async function protect(typeId: string, settings: Record<string, unknown>): Promise<void> {
  const body = { resource: { type: "endpoint", id: connection.id }, type: { id: typeId }, settings };
  const path = `/${harness.seed.project.projectId}/_apis/pipelines/checks/configurations`;
  expect(await harness.send({ method: "POST", path, body })).toMatchObject({ status: 200 });
}

function protectByTask(id: string, inputs: Record<string, string>): Promise<void> {
  const definitionRef = { id, name: "evaluate", version: "0.0.1" };
  return protect("fe1de3ee-a436-41b4-bb20-f6eb4cb879a7", { displayName: "Task", definitionRef, inputs });
}

function protectByApproval(approvers: OrganizationIdentity[], settings: Record<string, unknown> = {}): Promise<void> {
  const ids = approvers.map(({ identityId }) => ({ id: identityId }));
  return protect("8c6f20a7-a545-4486-9777-f762fafe0d4d", { approvers: ids, ...settings });
}

function start(change: Partial<NewPipelineJob> = {}): Promise<StartedPipelineJob> {
  return harness.startJob(11, [connection.id], change);
}

function approve({ jobId }: StartedPipelineJob, { identityId: by }: OrganizationIdentity, checkId = 1): void {
  approveCheck(harness.context, { jobId, checkId, by });
}

/** What a job's step hears: `token` where it gets the connection's, else why it gets none. */
async function ask(job: StartedPipelineJob): Promise<string> {
  const { status, body } = await askForToken(harness, job, connection.id);
  const { oidcToken, message } = body as { oidcToken?: string; message?: string };
  if (oidcToken === undefined) return `${status}: ${message?.replace(/^.* until there is /, "") ?? ""}`;
  expect(decodeJwt(oidcToken).sub).toBe(connection.subject);
  return "token";
}

function advanceTo(time: string): void {
  const { clock } = harness.store;
  const day = 86_400_000;
  // A Wednesday that no other test has passed.
  const start = Math.ceil(clock.now() / day) * day;
  const wednesday = start + ((10 - new Date(start).getUTCDay()) % 7) * day;
  clock.advance(wednesday + Date.parse(`1970-01-01T${time}Z`) - clock.now());
}

describe("a job", () => {
  it("of a feature branch is held by branch control, and one of the main branch is not", async () => {
    await protectByTask("86b05a0c-73e6-4f7d-b3cf-e38f3b39a75b", { allowedBranches: "refs/heads/main" });
    expect(await ask(await start({ branch: "refs/heads/features/pay" }))).toBe("403: a branch of refs/heads/main.");
    expect(await ask(await start({ branch: "refs/heads/main" }))).toBe("token");
  });

  it("of an unprotected branch is held where protection is wanted", async () => {
    const inputs = { allowedBranches: "refs/heads/main", ensureProtectionOfBranch: "true" };
    await protectByTask("86b05a0c-73e6-4f7d-b3cf-e38f3b39a75b", inputs);
    expect(await ask(await start())).toBe("403: a protected branch.");
    expect(await ask(await start({ branchIsProtected: true }))).toBe("token");
  });

  it("outside business hours is held until they open, and again when they have closed", async () => {
    await protectByTask("445fde2f-6c39-441c-807f-8a59ff2e075f", {
      businessDays: "Wednesday",
      startTime: "08:00",
      endTime: "17:00",
      timeZone: "UTC",
    });
    advanceTo("07:45:00");
    const early = await start();
    expect(await ask(early)).toBe("403: business hours, 08:00 to 17:00 UTC.");
    harness.store.clock.advance(20 * 60_000);
    expect(await ask(early)).toBe("token");
    harness.store.clock.advance(9 * 3_600_000);
    expect(await ask(await start())).toBe("403: business hours, 08:00 to 17:00 UTC.");
  });

  it("without the required template is held", async () => {
    const template = { repositoryType: "git", repositoryName: "platform/templates", repositoryRef: "refs/heads/main" };
    const extendsChecks = [{ ...template, templatePath: "deploy.yml" }];
    await protect("4020e66e-b0f3-47e1-bc88-48f3cc59b5f3", { extendsChecks });
    const wanted = "platform/templates/refs/heads/main/deploy.yml";
    expect(await ask(await start())).toBe(`403: one of the templates ${wanted}.`);
    expect(await ask(await start({ templates: [wanted] }))).toBe("token");
  });

  it("beside a run that has the lock is held until that has ended", async () => {
    await protect("2ef31ad6-baa0-403a-8b45-2cbc9b4e5563", {});
    const [first, second] = [await start(), await start()];
    expect(await ask(first)).toBe("token");
    expect(await ask(second)).toBe("403: the end of the run that holds the lock.");
    finishPipelineJob(harness.context, first.jobId);
    expect(await ask(second)).toBe("token");
  });

  it("is held until another service has answered", async () => {
    await protectByTask("9c3e8943-130d-4c78-ac63-8af81df62dfb", {});
    const job = await start();
    expect(await ask(job)).toBe('403: the answer of "Task".');
    approveCheck(harness.context, { jobId: job.jobId, checkId: 1, by: "the other service" });
    expect(await ask(job)).toBe("token");
  });

  it("is held by each of several checks, and by none of another connection", async () => {
    const { ada } = harness.seed.people;
    await protectByApproval([ada]);
    await protectByTask("86b05a0c-73e6-4f7d-b3cf-e38f3b39a75b", { allowedBranches: "refs/heads/main" });
    const job = await start({ branch: "refs/heads/features/pay" });
    approve(job, ada);
    expect(await ask(job)).toBe("403: a branch of refs/heads/main.");
    connection = await createConnection(harness, { name: "unprotected" });
    await authorizePipeline(harness, connection.id, 11);
    expect(await ask(await start())).toBe("token");
  });
});

describe("a job that wants approval", () => {
  it("gets it from a member of a group, of a team, or of a group in a group, and from no stranger", async () => {
    const { people, groups, team } = harness.seed;
    for (const [approver, member, stranger] of [
      [groups.releaseManagers, people.ben, people.cleo],
      [team, people.cleo, people.ben],
      [groups.compliance, people.cleo, people.ada],
    ] as const) {
      harness.store.checkConfigurations.list().forEach(({ projectId, checkId }) => {
        harness.store.checkConfigurations.remove(`${projectId}/${checkId}`);
      });
      await protectByApproval([approver]);
      const checkId = harness.store.checkConfigurations.list()[0]?.checkId ?? 0;
      const job = await start();
      approve(job, stranger, checkId);
      expect(await ask(job)).toBe("403: 1 more approval(s).");
      approve(job, member, checkId);
      expect(await ask(job)).toBe("token");
    }
  });

  it("does not get it from who asked for the run, as a member of a group either", async () => {
    const { people, groups } = harness.seed;
    await protectByApproval([groups.releaseManagers], { requesterCannotBeApprover: true });
    const job = await start({ requestedBy: people.ada.identityId });
    approve(job, people.ada);
    expect(await ask(job)).toBe("403: 1 more approval(s).");
    approve(job, people.ben);
    expect(await ask(job)).toBe("token");
  });

  it("gets it from who asked for the run where that is allowed", async () => {
    const { people, groups } = harness.seed;
    await protectByApproval([groups.releaseManagers], { requesterCannotBeApprover: false });
    const job = await start({ requestedBy: people.ada.identityId });
    approve(job, people.ada);
    expect(await ask(job)).toBe("token");
  });

  it("waits for the other approvers where one has approved, and takes two approvals of one person for two groups", async () => {
    const { people, groups, team } = harness.seed;
    await protectByApproval([groups.releaseManagers, team], { minRequiredApprovers: 2 });
    const job = await start();
    approve(job, people.ada);
    expect(await ask(job)).toBe("403: 1 more approval(s).");
    approve(job, people.ada);
    expect(await ask(job)).toBe("token");
  });

  it("lets nobody stand for an approver who is named beside a group", async () => {
    const { people, groups } = harness.seed;
    await protectByApproval([groups.releaseManagers, people.cleo]);
    const job = await start();
    approve(job, people.ada);
    approve(job, people.ben);
    expect(await ask(job)).toBe("403: 1 more approval(s).");
    approve(job, people.cleo);
    expect(await ask(job)).toBe("token");
  });

  it("is approved for itself only", async () => {
    const { ada } = harness.seed.people;
    await protectByApproval([ada]);
    const [one, other] = [await start(), await start()];
    approve(one, ada);
    expect([await ask(one), await ask(other)]).toEqual(["token", "403: 1 more approval(s)."]);
  });
});
