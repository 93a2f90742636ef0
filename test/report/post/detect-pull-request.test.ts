import { detectPullRequest } from "../../../report/post/detect-pull-request";
import { PostError } from "../../../report/post/post-error";

// Names and forms: https://learn.microsoft.com/azure/devops/pipelines/build/variables
const azure = {
  TF_BUILD: "True",
  BUILD_BUILDID: "4711",
  BUILD_REASON: "PullRequest",
  BUILD_REPOSITORY_ID: "2f3d611a-f012-4b39-b157-8db63f380226",
  BUILD_REPOSITORY_NAME: "payments app",
  BUILD_REPOSITORY_PROVIDER: "TfsGit",
  BUILD_SOURCEVERSION: "1111111111111111111111111111111111111111",
  SYSTEM_COLLECTIONURI: "https://contoso@dev.azure.com/contoso/",
  SYSTEM_DEFINITIONID: "11",
  SYSTEM_JOBATTEMPT: "1",
  SYSTEM_STAGEATTEMPT: "2",
  SYSTEM_PULLREQUEST_ISFORK: "False",
  SYSTEM_PULLREQUEST_PULLREQUESTID: "12",
  SYSTEM_PULLREQUEST_SOURCECOMMITID: "2222222222222222222222222222222222222222",
  SYSTEM_TEAMPROJECT: "payments",
  SYSTEM_TEAMPROJECTID: "6ce954b1-ce1f-45d1-b94d-e6bf2464ba2c",
};

// Names and forms: https://docs.github.com/actions/reference/workflows-and-actions/variables
const github = {
  GITHUB_ACTIONS: "true",
  GITHUB_API_URL: "https://api.github.com",
  GITHUB_EVENT_NAME: "pull_request",
  GITHUB_REF: "refs/pull/12/merge",
  GITHUB_REPOSITORY: "contoso/payments",
  GITHUB_RUN_ATTEMPT: "2",
  GITHUB_RUN_ID: "987654321",
  GITHUB_RUN_NUMBER: "34",
  GITHUB_SERVER_URL: "https://github.com",
  GITHUB_SHA: "1111111111111111111111111111111111111111",
  GITHUB_WORKFLOW: "Access report",
};

const ownEvent = {
  pull_request: {
    number: 12,
    head: { sha: "2222222222222222222222222222222222222222", repo: { full_name: "contoso/payments" } },
    base: { repo: { full_name: "Contoso/payments" } },
  },
};

function workflowRun(change: Record<string, unknown> = {}): unknown {
  return {
    workflow_run: {
      name: "Preview",
      run_number: 7,
      run_attempt: 1,
      head_sha: "3333333333333333333333333333333333333333",
      html_url: "https://github.com/contoso/payments/actions/runs/5",
      head_repository: { full_name: "contoso/payments" },
      pull_requests: [{ number: 12 }],
      ...change,
    },
  };
}

function explain(env: Record<string, string | undefined>, event?: unknown): string {
  try {
    detectPullRequest(env, { event });
  } catch (error) {
    expect(error).toBeInstanceOf(PostError);
    return (error as PostError).message;
  }
  return "found";
}

describe("Azure Pipelines", () => {
  it("tells a pull request in Azure Repos", () => {
    expect(detectPullRequest(azure)).toEqual({
      platform: "azure-devops",
      organizationUrl: "https://dev.azure.com/contoso",
      projectId: azure.SYSTEM_TEAMPROJECTID,
      projectName: "payments",
      repositoryId: azure.BUILD_REPOSITORY_ID,
      repositoryName: "payments app",
      number: 12,
      fork: false,
      run: { pipeline: "11", number: 4711, attempt: 2001 },
      commit: azure.SYSTEM_PULLREQUEST_SOURCECOMMITID,
      runUrl: `https://dev.azure.com/contoso/${azure.SYSTEM_TEAMPROJECTID}/_build/results?buildId=4711`,
    });
  });

  it("tells a fork", () => {
    expect(detectPullRequest({ ...azure, SYSTEM_PULLREQUEST_ISFORK: "True" })).toMatchObject({ fork: true });
  });

  it("tells a pull request at GitHub", () => {
    const env = {
      ...azure,
      BUILD_REPOSITORY_PROVIDER: "GitHub",
      BUILD_REPOSITORY_NAME: "contoso/payments",
      SYSTEM_PULLREQUEST_PULLREQUESTID: "998877",
      SYSTEM_PULLREQUEST_PULLREQUESTNUMBER: "5",
    };
    expect(detectPullRequest(env)).toMatchObject({
      platform: "github",
      apiUrl: "https://api.github.com",
      owner: "contoso",
      repository: "payments",
      number: 5,
    });
    const enterprise = { ...env, BUILD_REPOSITORY_PROVIDER: "GitHubEnterprise" };
    expect(explain(enterprise)).toContain("GITHUB_API_URL is not set");
    const apiUrl = "https://git.contoso.example/api/v3";
    expect(detectPullRequest({ ...enterprise, GITHUB_API_URL: `${apiUrl}/` })).toMatchObject({ apiUrl });
    expect(explain({ ...env, BUILD_REPOSITORY_NAME: "payments" })).toContain("is not owner/repository");
  });

  it.each(["BUILD_BUILDID", "BUILD_REPOSITORY_ID", "SYSTEM_COLLECTIONURI", "SYSTEM_TEAMPROJECTID"])(
    "is missing %s",
    (name) => {
      expect(explain({ ...azure, [name]: undefined })).toContain(name);
      expect(explain({ ...azure, [name]: "" })).toContain(name);
      expect(explain({ ...azure, [name]: "$(Some.Variable)" })).toContain(name);
    },
  );

  it("names all missing variables at once", () => {
    const env = { ...azure, SYSTEM_COLLECTIONURI: undefined, BUILD_REPOSITORY_ID: undefined };
    expect(explain(env)).toMatch(/^SYSTEM_COLLECTIONURI, BUILD_REPOSITORY_ID are not set\. Azure Pipelines sets it/);
  });

  it("runs for no pull request, unless somebody names it", () => {
    const env = { ...azure, SYSTEM_PULLREQUEST_PULLREQUESTID: undefined };
    expect(explain(env)).toContain("this build runs for no pull request");
    expect(detectPullRequest(env, { number: 3 })).toMatchObject({ number: 3 });
    expect(explain({ ...azure, SYSTEM_PULLREQUEST_PULLREQUESTID: "twelve" })).toContain(
      "does not hold a number: twelve",
    );
  });

  it("has its code somewhere else", () => {
    expect(explain({ ...azure, BUILD_REPOSITORY_PROVIDER: "Bitbucket" })).toContain("Bitbucket");
  });

  it.each(["http://dev.azure.com/contoso/", "contoso", "file:///etc/passwd"])("is not sent a token at %s", (url) => {
    expect(explain({ ...azure, SYSTEM_COLLECTIONURI: url })).toContain("SYSTEM_COLLECTIONURI is not an https URL");
  });
});

describe("GitHub Actions", () => {
  it("tells a pull request", () => {
    expect(detectPullRequest(github, { event: ownEvent })).toEqual({
      platform: "github",
      apiUrl: "https://api.github.com",
      owner: "contoso",
      repository: "payments",
      number: 12,
      fork: false,
      run: { pipeline: "Access report", number: 34, attempt: 2 },
      commit: "2222222222222222222222222222222222222222",
      runUrl: "https://github.com/contoso/payments/actions/runs/987654321",
    });
  });

  it.each([{ full_name: "mallory/payments" }, null])("tells a fork, also one that is gone: %j", (repo) => {
    const event = { pull_request: { ...ownEvent.pull_request, head: { ...ownEvent.pull_request.head, repo } } };
    expect(detectPullRequest(github, { event })).toMatchObject({ fork: true });
  });

  it("tells the run that started a workflow_run", () => {
    const env = { ...github, GITHUB_EVENT_NAME: "workflow_run", GITHUB_REF: "refs/heads/main" };
    expect(detectPullRequest(env, { event: workflowRun() })).toMatchObject({
      number: 12,
      fork: false,
      run: { pipeline: "Preview", number: 7, attempt: 1 },
      commit: "3333333333333333333333333333333333333333",
      runUrl: "https://github.com/contoso/payments/actions/runs/5",
    });
    const fork = workflowRun({ head_repository: { full_name: "mallory/payments" }, pull_requests: [] });
    expect(explain(env, fork)).toContain("does not name one pull request");
    expect(detectPullRequest(env, { event: fork, number: 3 })).toMatchObject({ number: 3, fork: true });
    expect(explain(env, workflowRun({ pull_requests: [{ number: 1 }, { number: 2 }] }))).toContain("name it");
  });

  it("needs its event, because nothing else tells a fork", () => {
    expect(explain(github)).toContain("GITHUB_EVENT_PATH");
    expect(explain(github, { pull_request: { number: "12" } })).toContain("GITHUB_EVENT_PATH");
    expect(explain({ ...github, GITHUB_EVENT_NAME: "workflow_run" }, ownEvent)).toContain("GITHUB_EVENT_PATH");
  });

  it("runs for no pull request, unless somebody names it", () => {
    const env = { ...github, GITHUB_EVENT_NAME: "push", GITHUB_REF: "refs/heads/main" };
    expect(explain(env, {})).toContain("runs for no pull request");
    expect(detectPullRequest(env, { number: 9 })).toMatchObject({ number: 9, fork: false, commit: github.GITHUB_SHA });
  });

  it.each(["GITHUB_REPOSITORY", "GITHUB_RUN_NUMBER"])("is missing %s", (name) => {
    expect(explain({ ...github, [name]: undefined }, ownEvent)).toContain(name);
  });
});

test("anywhere else there is no pull request", () => {
  expect(explain({})).toContain("no job of Azure Pipelines (TF_BUILD) and none of GitHub Actions (GITHUB_ACTIONS)");
});
