import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createGitHubToken } from "../../emulator/services/github/github-tokens";
import { allowPullRequestContributor } from "../../emulator/services/devops/pull-requests";
import { repositoryRoot } from "../../tools/engine/engine";
import { engineTimeout } from "./support/engine-timeout";
import {
  findStep,
  readAzureTemplate,
  readGitHubTemplate,
  runStep,
  type PipelineTemplate,
  type StepRun,
} from "./support/pipeline-template";
import {
  signInAsTask,
  startTemplateRun,
  startTokenServer,
  templateStack,
  type TemplateRun,
} from "./support/template-run";

// The shell steps of the templates, on the real engine, against the emulator.

const azure = readAzureTemplate();
const github = readGitHubTemplate();

/** What the tests do in place of steps that would need the network. */
const replaced = ["Install the program", "Install keyless"];

describe.each([
  ["azure-pipelines.yml", azure, "SYSTEM_ACCESSTOKEN"],
  ["github-actions.yml", github, "GITHUB_TOKEN"],
] as const)("%s", (_, template: PipelineTemplate, token) => {
  it("has steps that a shell can read, and only those that the tests know", () => {
    const ran = ["Preview and report", "Show on the run's page", "Post", "Deploy"];
    for (const { name, script } of template.steps) {
      expect([...replaced, ...ran]).toContain(name);
      expect(spawnSync("bash", ["-n", "-c", script]).status).toBe(0);
    }
  });

  it("gives the token to the step that posts and to no other, in a job that has nothing of the pull request", () => {
    const holders = template.steps.filter(({ env, script }) => token in env || script.includes(token));
    expect(holders.map(({ job, name }) => `${job}: ${name}`)).toEqual(["post: Post"]);
    expect(template.source.match(/System\.AccessToken|github\.token/g)).toHaveLength(1);
    const names = template.steps.filter(({ job }) => job === "post").map(({ name }) => name);
    expect(names).toEqual(["Install keyless", "Post"]);
  });

  it("holds no secret", () => {
    expect(template.source).not.toMatch(/secrets\.|PULUMI_ACCESS_TOKEN|PASSWORD|_PAT\b|CLIENT_SECRET/i);
  });

  it("names this version", async () => {
    const manifest = JSON.parse(await readFile(join(repositoryRoot, "package.json"), "utf8")) as { version: string };
    expect(template.variables["KEYLESS_VERSION"]).toBe(manifest.version);
  });
});

it("forks are left out before anything runs", () => {
  expect(azure.source).toContain(
    "condition: and(eq(variables['Build.Reason'], 'PullRequest'), ne(variables['System.PullRequest.IsFork'], 'True'))",
  );
  expect(github.source).toContain(
    "if: github.event_name == 'pull_request' && github.event.pull_request.head.repo.full_name == github.repository",
  );
  expect(github.permissions).toEqual({
    preview: { contents: "read", "id-token": "write" },
    post: { "pull-requests": "write" },
    deploy: { contents: "read", "id-token": "write" },
  });
});

describe("in Azure Pipelines", () => {
  let run: TemplateRun;

  beforeAll(async () => {
    run = await startTemplateRun();
    const { emulator, platform } = run.scenario;
    const { repositoryId, projectId } = platform.repository;
    allowPullRequestContributor(emulator.store, { repositoryId, identityId: projectId });
  }, engineTimeout);

  afterAll(() => run.scenario.stop());

  /** What an agent sets in every job of a build of the pull request. */
  function listAgentVariables(build: number): NodeJS.ProcessEnv {
    const { organizationUrl, project, repository, pullRequest } = run.scenario.platform;
    return {
      ...run.variables,
      TF_BUILD: "True",
      BUILD_ARTIFACTSTAGINGDIRECTORY: join(run.machine, `build-${build}/staging`),
      BUILD_BUILDID: String(build),
      BUILD_REASON: "PullRequest",
      BUILD_REPOSITORY_ID: repository.repositoryId,
      BUILD_REPOSITORY_NAME: repository.name,
      BUILD_REPOSITORY_PROVIDER: "TfsGit",
      PIPELINE_WORKSPACE: join(run.machine, `build-${build}/workspace`),
      SYSTEM_COLLECTIONURI: `${organizationUrl}/`,
      SYSTEM_DEFINITIONID: "13",
      SYSTEM_PULLREQUEST_ISFORK: "False",
      SYSTEM_PULLREQUEST_PULLREQUESTID: String(pullRequest.pullRequestId),
      SYSTEM_TEAMPROJECT: project.name,
      SYSTEM_TEAMPROJECTID: project.projectId,
    };
  }

  async function runWithAzure(job: string, name: string, build: number): Promise<StepRun> {
    const variables = { ...listAgentVariables(build), ...(await signInAsTask(run.scenario)) };
    return runStep(findStep(azure, job, name), { directory: run.scenario.directory, variables, expressions: {} });
  }

  async function post(build: number, change: NodeJS.ProcessEnv = {}): Promise<StepRun> {
    const { emulator, platform } = run.scenario;
    const { environment } = await emulator.control.startJob({
      projectId: platform.project.projectId,
      pipelineId: platform.pipelines.platform.pipelineId,
      connectionIds: [],
    });
    await run.carry(`build-${build}/staging`, `build-${build}/workspace`);
    return runStep(findStep(azure, "post", "Post"), {
      directory: run.machine,
      variables: { ...listAgentVariables(build), ...change },
      expressions: { "System.AccessToken": environment.SYSTEM_ACCESSTOKEN },
    });
  }

  it(
    "a pull request is previewed, reported and gated; once deployed, its next build is clean",
    async () => {
      const { emulator } = run.scenario;
      expect(await runWithAzure("preview", "Preview and report", 1)).toMatchObject({ exitCode: 0 });
      const show = findStep(azure, "preview", "Show on the run's page");
      const shown = await runStep(show, { directory: run.machine, variables: listAgentVariables(1), expressions: {} });
      const page = shown.output.replace("##vso[task.uploadsummary]", "").trim();
      expect(await readFile(page, "utf8")).toContain("payments-dev");

      const posted = await post(1);
      expect(posted).toMatchObject({ exitCode: 3 });
      expect(posted.output).toContain("/_git/payments/pullrequest/1?discussionId=1");
      const [thread] = emulator.store.pullRequestThreads.list();
      expect(thread?.status).toBe("active");
      expect(thread?.comments[0]?.content).toContain("payments-dev");
      const name = `access-report/demo/${templateStack}`;
      expect(emulator.store.pullRequestStatuses.list()).toMatchObject([{ name, state: "failed" }]);

      expect(await post(1, { SYSTEM_PULLREQUEST_ISFORK: "True" })).toMatchObject({ exitCode: 1 });

      expect(await runWithAzure("up", "Deploy", 2)).toMatchObject({ exitCode: 0 });
      expect(await runWithAzure("preview", "Preview and report", 3)).toMatchObject({ exitCode: 0 });
      expect(await post(3)).toMatchObject({ exitCode: 0 });
      expect(emulator.store.pullRequestThreads.list()).toMatchObject([{ threadId: 1, status: "closed" }]);
      expect(emulator.store.pullRequestStatuses.list().at(-1)).toMatchObject({ name, state: "succeeded" });
      expect(emulator.control.listRequests({ service: "proxy" })).toEqual([]);
    },
    engineTimeout,
  );
});

describe("in GitHub Actions", () => {
  let run: TemplateRun;
  let runner: Awaited<ReturnType<typeof startTokenServer>>;

  beforeAll(async () => {
    run = await startTemplateRun();
    const { emulator, platform } = run.scenario;
    runner = await startTokenServer(await readFile(await emulator.writeDeployerToken(platform.deployer), "utf8"));
    const base = { repo: { full_name: "contoso/payments" } };
    const event = { pull_request: { number: 1, head: { sha: "c0ffee", ...base }, base } };
    await writeFile(join(run.machine, "event.json"), JSON.stringify(event));
  }, engineTimeout);

  afterAll(async () => {
    runner.stop();
    await run.scenario.stop();
  });

  async function runJobStep(job: string, name: string): Promise<StepRun> {
    const { emulator, platform } = run.scenario;
    const { deployer, organizationUrl, subscription } = platform;
    const permissions = github.permissions[job] ?? {};
    const { token } = createGitHubToken(
      { store: emulator.store, tokens: emulator.tokens, newId: randomUUID },
      { owner: "contoso", repository: "payments", permissions: permissions },
    );
    const variables: NodeJS.ProcessEnv = {
      ...run.variables,
      ...(permissions["id-token"] === "write" ? runner.variables : {}),
      GITHUB_ACTIONS: "true",
      GITHUB_EVENT_NAME: "pull_request",
      GITHUB_EVENT_PATH: join(run.machine, "event.json"),
      GITHUB_REF: "refs/pull/1/merge",
      GITHUB_REPOSITORY: "contoso/payments",
      GITHUB_RUN_ATTEMPT: "1",
      GITHUB_RUN_NUMBER: "1",
      GITHUB_STEP_SUMMARY: join(run.machine, "summary.md"),
      GITHUB_WORKFLOW: "Access report",
      RUNNER_TEMP: join(run.machine, "temp"),
    };
    const expressions = {
      "github.token": token,
      "vars.AZDO_ORG_SERVICE_URL": organizationUrl,
      "vars.AZURE_DEPLOY_CLIENT_ID": deployer.clientId,
      "vars.AZURE_PREVIEW_CLIENT_ID": deployer.clientId,
      "vars.AZURE_SUBSCRIPTION_ID": subscription.subscriptionId,
      "vars.AZURE_TENANT_ID": deployer.tenantId,
    };
    const directory = job === "post" ? run.machine : run.scenario.directory;
    return runStep(findStep(github, job, name), { directory, variables, expressions });
  }

  it(
    "a pull request is previewed, reported and gated; once deployed, its comment is brought up to date",
    async () => {
      const { emulator } = run.scenario;
      expect(await runJobStep("preview", "Preview and report")).toMatchObject({ exitCode: 0 });
      expect(await runJobStep("preview", "Show on the run's page")).toMatchObject({ exitCode: 0 });
      expect(await readFile(join(run.machine, "summary.md"), "utf8")).toContain("payments-dev");
      expect(await runJobStep("post", "Post")).toMatchObject({ exitCode: 3 });
      const [comment] = emulator.store.gitHubComments.list();
      expect(comment?.body).toContain("payments-dev");
      expect(await runJobStep("deploy", "Deploy")).toMatchObject({ exitCode: 0 });
      expect(await runJobStep("preview", "Preview and report")).toMatchObject({ exitCode: 0 });
      expect(await runJobStep("post", "Post")).toMatchObject({ exitCode: 0 });
      const comments = emulator.store.gitHubComments.list();
      expect(comments).toHaveLength(1);
      expect(comments[0]?.body).not.toBe(comment?.body);
      expect(emulator.control.listRequests({ service: "proxy" })).toEqual([]);
    },
    engineTimeout,
  );
});
