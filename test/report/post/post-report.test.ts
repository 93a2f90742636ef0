import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PostError } from "../../../report/post/post-error";
import { postReport, type PostOptions, type PostResult } from "../../../report/post/post-report";
import { InputError } from "../../../report/read/input-error";
import type { Report } from "../../../report/report-document";
import { item, report, section, value } from "../../support/report-builder";
import { createAzureDevOpsHarness, type AzureDevOpsHarness } from "./azure-devops-harness";
import { createGitHubHarness, type GitHubHarness } from "./github-harness";

let azure: AzureDevOpsHarness;
let folder: string;
const github: GitHubHarness = createGitHubHarness();

beforeAll(async () => {
  azure = await createAzureDevOpsHarness();
  folder = await mkdtemp(join(tmpdir(), "keyless-post-"));
});

beforeEach(() => {
  azure.reset();
  github.reset();
});

afterAll(async () => {
  await azure.stop();
  await rm(folder, { recursive: true });
});

/** The variables of a job of Azure Pipelines that runs for the seeded pull request. */
async function createAzureEnvironment(
  change: Record<string, string | undefined> = {},
): Promise<PostOptions["env"] & object> {
  const { organization, project, repository, pullRequest } = azure.platform();
  return {
    TF_BUILD: "True",
    BUILD_BUILDID: "1",
    BUILD_REPOSITORY_ID: repository.repositoryId,
    BUILD_REPOSITORY_NAME: repository.name,
    BUILD_REPOSITORY_PROVIDER: "TfsGit",
    // Azure Pipelines puts the organization's name where a user's name belongs.
    SYSTEM_COLLECTIONURI: `https://${organization.name}@dev.azure.com/${organization.name}/`,
    SYSTEM_DEFINITIONID: "11",
    SYSTEM_PULLREQUEST_ISFORK: "False",
    SYSTEM_PULLREQUEST_PULLREQUESTID: String(pullRequest.pullRequestId),
    SYSTEM_TEAMPROJECT: project.name,
    SYSTEM_TEAMPROJECTID: project.projectId,
    SYSTEM_ACCESSTOKEN: await azure.startJob(),
    ...change,
  };
}

async function createGitHubEnvironment(head = "contoso/payments"): Promise<PostOptions["env"] & object> {
  const file = join(folder, "event.json");
  const base = { repo: { full_name: "contoso/payments" } };
  const event = { pull_request: { number: 1, head: { sha: "c0ffee", repo: { full_name: head } }, base } };
  await writeFile(file, JSON.stringify(event));
  return {
    GITHUB_ACTIONS: "true",
    GITHUB_EVENT_NAME: "pull_request",
    GITHUB_EVENT_PATH: file,
    GITHUB_REPOSITORY: "contoso/payments",
    GITHUB_RUN_NUMBER: "1",
    GITHUB_TOKEN: github.createToken(),
    GITHUB_WORKFLOW: "Access report",
  };
}

async function post(document: Report | string, options: PostOptions = {}): Promise<PostResult> {
  const json = typeof document === "string" ? document : JSON.stringify(document);
  const network = { ...azure.network(), ...github.network };
  const env = options.env ?? (await createAzureEnvironment());
  return postReport(json, { wait: () => Promise.resolve(), network, ...options, env });
}

async function explain(document: Report | string, options: PostOptions = {}): Promise<PostError> {
  const error: unknown = await post(document, options).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(PostError);
  return error as PostError;
}

function createReport(items: number, change: Partial<Report["summary"]> = {}): Report {
  const rows = Array.from({ length: items }, (_, index) =>
    item(["The identity ", value(`id-${index}`), " may read ", value(`/subscriptions/${index}`, "scope"), "."]),
  );
  const document = report({ sections: items === 0 ? [] : [section("newAccess", ...rows)] });
  return { ...document, summary: { ...document.summary, headline: ["Access gets wider."], ...change } };
}

function readComments(): string[] {
  return azure.threads().map(({ comments }) => comments[0]?.content ?? "");
}

it("posts to Azure Repos what the report says, with the gate's verdict as status", async () => {
  const wider = createReport(2, { widens: true, level: "high" });
  expect(await post(wider, { failOn: "widening" })).toMatchObject({
    platform: "azure-devops",
    pullRequest: 1,
    outcome: "created",
    gate: { outcome: "hit" },
    status: "failed",
  });
  expect(readComments()[0]).toContain("id-1");
  expect(azure.threads()).toMatchObject([{ status: "active" }]);
  expect(azure.statuses()).toMatchObject([
    {
      name: "access-report/shop/prod",
      genre: "keyless",
      state: "failed",
      description: "Access report: 2 changes, 0 findings, highest level high; fails on widening",
      targetUrl: `https://dev.azure.com/contoso/${azure.platform().project.projectId}/_build/results?buildId=1`,
    },
  ]);
  const env = await createAzureEnvironment({ BUILD_BUILDID: "2" });
  expect(await post(createReport(0), { env, failOn: "widening" })).toMatchObject({
    outcome: "updated",
    gate: { outcome: "clean" },
    status: "succeeded",
  });
  expect(azure.threads()).toMatchObject([{ status: "closed" }]);
});

it("never calls a preview that is not whole clean", async () => {
  const broken = report({ run: { complete: false, failures: [], includesUnchanged: true, targeted: false } });
  expect(await post(broken)).toMatchObject({ outcome: "created", gate: { outcome: "brokenPreview" }, status: "error" });
  expect(azure.threads()).toMatchObject([{ status: "active" }]);
});

it("says nothing where nothing changes and nothing was said", async () => {
  expect(await post(createReport(0))).toMatchObject({ outcome: "nothingToTell", status: "succeeded" });
  expect(azure.threads()).toEqual([]);
});

it("posts to GitHub", async () => {
  const env = await createGitHubEnvironment();
  expect(await post(createReport(2), { env })).toMatchObject({
    platform: "github",
    outcome: "created",
    url: "https://github.com/contoso/payments/pull/1#issuecomment-1000001",
  });
  expect(github.comments()[0]?.body).toContain("id-1");
});

it("keeps reports of a preview and of a drift apart", async () => {
  await post(createReport(1));
  await post({ ...createReport(2), source: "drift" });
  expect(azure.threads()).toHaveLength(2);
});

it("cuts a long report at the platform's limit and keeps its summary", async () => {
  const long = createReport(15_000);
  await post(long);
  const [comment = ""] = readComments();
  expect(comment.length).toBeLessThanOrEqual(150_000);
  expect(comment.length).toBeGreaterThan(75_000);
  expect(comment).toContain("Access gets wider.");
  await post(long, { env: await createGitHubEnvironment() });
  const [{ body } = { body: "" }] = github.comments();
  expect(body.length).toBeLessThanOrEqual(65_536);
  expect(body).toContain("Access gets wider.");
});

describe("is refused, before anything is sent,", () => {
  async function expectRefusal(options: PostOptions): Promise<PostError> {
    const error = await explain(report(), options);
    expectNothingSent();
    return error;
  }

  function expectNothingSent(): void {
    expect(azure.emulator.control.listRequests()).toEqual([]);
    expect(github.core.control.listRequests()).toEqual([]);
  }

  it.each(["SYSTEM_COLLECTIONURI", "SYSTEM_TEAMPROJECTID", "BUILD_REPOSITORY_ID", "BUILD_BUILDID"])(
    "without %s",
    async (name) => {
      const { kind, message } = await expectRefusal({ env: await createAzureEnvironment({ [name]: undefined }) });
      expect(kind).toBe("configuration");
      expect(message).toContain(name);
    },
  );

  it.each([undefined, "", "$(System.AccessToken)"])("with the token %j", async (SYSTEM_ACCESSTOKEN) => {
    const { kind, message } = await expectRefusal({ env: await createAzureEnvironment({ SYSTEM_ACCESSTOKEN }) });
    expect(kind).toBe("configuration");
    expect(message).toBe(
      "SYSTEM_ACCESSTOKEN is not set. A step has it only where it maps it: env: SYSTEM_ACCESSTOKEN: $(System.AccessToken).",
    );
  });

  it("without GitHub's token", async () => {
    const env = { ...(await createGitHubEnvironment()), GITHUB_TOKEN: undefined };
    const { message } = await expectRefusal({ env });
    expect(message).toContain("GITHUB_TOKEN is not set");
    expect(message).toContain("permissions: pull-requests: write");
  });

  it("for a build that runs for no pull request", async () => {
    const env = await createAzureEnvironment({ SYSTEM_PULLREQUEST_PULLREQUESTID: undefined });
    expect((await expectRefusal({ env })).message).toContain("runs for no pull request");
  });

  it("for a fork", async () => {
    const fork = await createAzureEnvironment({ SYSTEM_PULLREQUEST_ISFORK: "True" });
    expect(await expectRefusal({ env: fork })).toMatchObject({ kind: "fork" });
    expect(await expectRefusal({ env: await createGitHubEnvironment("mallory/payments") })).toMatchObject({
      kind: "fork",
    });
  });

  it("for another stack than the pipeline's", async () => {
    const { message } = await expectRefusal({ stack: "test" });
    expect(message).toBe("The report is about the stack prod, not test.");
  });

  it("for anything that is no report", async () => {
    const later = JSON.stringify({ ...report(), version: 2 });
    await expect(post(later)).rejects.toThrow(InputError);
    await expect(post(later)).rejects.toThrow("has version 2");
    await expect(post('{"steps":[]}')).rejects.toThrow(InputError);
    expectNothingSent();
  });
});

it("posts for a fork and for a named pull request where that is asked for", async () => {
  const fork = await createAzureEnvironment({ SYSTEM_PULLREQUEST_ISFORK: "True" });
  expect(await post(createReport(1), { env: fork, allowFork: true, stack: "prod" })).toMatchObject({
    outcome: "created",
  });
  const manual = await createAzureEnvironment({ SYSTEM_PULLREQUEST_PULLREQUESTID: undefined });
  expect(await post(createReport(1), { env: manual, pullRequest: 1 })).toMatchObject({ outcome: "unchanged" });
  expect(await explain(createReport(1), { env: manual, pullRequest: 99 })).toMatchObject({ kind: "notFound" });
});

it("never repeats the token, not even where the service does", async () => {
  const env = await createGitHubEnvironment();
  const token = env["GITHUB_TOKEN"] ?? "";
  const echo: typeof fetch = () => {
    const body = JSON.stringify({ message: `what is ${token}?` });
    return Promise.resolve(new Response(body, { status: 400, headers: { "content-type": "application/json" } }));
  };
  const { message, stack } = await explain(createReport(1), { env, network: { fetch: echo } });
  expect(message).toContain("what is ***?");
  expect(`${message} ${stack ?? ""}`).not.toContain(token);
});
