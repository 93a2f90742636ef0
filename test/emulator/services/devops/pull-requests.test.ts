import { createPullRequest, allowPullRequestContributor } from "../../../../emulator/services/devops/pull-requests";
import { createDevopsHarness, type DevopsAnswer, type DevopsHarness } from "./devops-harness";

let harness: DevopsHarness;
let base: string;

beforeEach(async () => {
  harness = await createDevopsHarness();
  const { project, repository, pullRequest } = harness.seed;
  base = `/${project.projectId}/_apis/git/repositories/${repository.repositoryId}/pullRequests/${pullRequest.pullRequestId}`;
});

function createThread(change: Record<string, unknown> = {}, token?: string): Promise<DevopsAnswer> {
  const body = { comments: [{ parentCommentId: 0, content: "hello", commentType: 1 }], status: "active", ...change };
  return harness.send({ method: "POST", path: `${base}/threads`, body, ...(token === undefined ? {} : { token }) });
}

async function startJob(): Promise<string> {
  return (await harness.startJob(harness.seed.pipelines.deploy.pipelineId, [])).accessToken;
}

describe("threads", () => {
  it("are created, listed whole, read and changed", async () => {
    // https://learn.microsoft.com/rest/api/azure/devops/git/pull-request-threads/create: statuses by name or by number.
    const created = await createThread({ status: 4, properties: { plain: "text", count: 7, on: true } });
    expect(created).toMatchObject({
      status: 200,
      body: { id: 1, status: "closed", isDeleted: false, comments: [{ id: 1, content: "hello", commentType: "text" }] },
    });
    for (let index = 0; index < 120; index += 1) await createThread();
    const list = await harness.send({ path: `${base}/threads` });
    expect(list.body).toMatchObject({ count: 121 });
    expect(list.headers.get("x-ms-continuationtoken")).toBeNull();
    const path = `${base}/threads/1`;
    const changed = await harness.send({
      method: "PATCH",
      path,
      body: { status: "wontFix", properties: { more: "x" } },
    });
    expect(changed.body).toMatchObject({
      status: "wontFix",
      properties: {
        plain: { $type: "System.String", $value: "text" },
        count: { $type: "System.Int32", $value: 7 },
        on: { $type: "System.Boolean", $value: true },
        more: { $type: "System.String", $value: "x" },
      },
    });
    expect((await harness.send({ path })).body).toEqual(changed.body);
  });

  it("keep values that come with their type, and have no status that nobody gave", async () => {
    const { body } = await createThread({
      status: undefined,
      properties: { at: { $type: "System.Int32", $value: 3 } },
    });
    expect(body).toMatchObject({ properties: { at: { $type: "System.Int32", $value: 3 } } });
    expect(body).not.toHaveProperty("status");
  });

  it.each([
    { comments: [] },
    { comments: [{ content: 7 }] },
    { status: "open" },
    { status: 9 },
    { properties: { a: {} } },
  ])("are refused where they do not fit: %j", async (change) => {
    expect(await createThread(change)).toMatchObject({ status: 400 });
  });

  it("do not change the text of comments", async () => {
    await createThread();
    const body = { comments: [{ id: 1, content: "other" }] };
    expect(await harness.send({ method: "PATCH", path: `${base}/threads/1`, body })).toMatchObject({ status: 400 });
  });

  it("are found by the repository's name below a project, and by its id for the whole organization", async () => {
    await createThread();
    const { repository, project } = harness.seed;
    for (const path of [
      `/${project.name}/_apis/git/repositories/${repository.name}/pullrequests/1/threads`,
      `/_apis/git/repositories/${repository.repositoryId.toUpperCase()}/pullRequests/1/threads`,
    ]) {
      expect((await harness.send({ path })).body).toMatchObject({ count: 1 });
    }
  });

  it.each([
    ["/threads/9", "CommentThreadNotFoundException"],
    ["/threads/1/comments/9", "CommentNotFoundException"],
    ["/statuses/9", "GitStatusNotFoundException"],
  ])("%s is not there", async (path, typeKey) => {
    await createThread();
    expect(await harness.send({ path: base + path })).toMatchObject({ status: 404, body: { typeKey } });
  });

  // https://github.com/shayki5/azure-devops-create-pr-task/issues/191 shows the first one as the service answers it.
  it("belong to a pull request of a repository", async () => {
    const { repository } = harness.seed;
    const nothing = "/payments/_apis/git/repositories/nothing/pullRequests/1/threads";
    expect(await harness.send({ path: nothing })).toMatchObject({
      status: 404,
      body: {
        message:
          "TF401019: The Git repository with name or identifier nothing does not exist or you do not have permissions for " +
          "the operation you are attempting.",
        typeName:
          "Microsoft.TeamFoundation.Git.Server.GitRepositoryNotFoundException, Microsoft.TeamFoundation.Git.Server",
        typeKey: "GitRepositoryNotFoundException",
        errorCode: 0,
        eventId: 3000,
      },
    });
    const path = `/payments/_apis/git/repositories/${repository.repositoryId}/pullRequests/99/threads`;
    expect(await harness.send({ path })).toMatchObject({
      status: 404,
      body: { typeKey: "GitPullRequestNotFoundException" },
    });
    const stranger = await harness.signIn("11111111-0000-4000-8000-000000000000");
    expect(await harness.send({ path: `${base}/threads`, token: stranger })).toMatchObject({ status: 401 });
  });

  it("of another pull request are others", async () => {
    await createThread();
    const { repositoryId } = harness.seed.repository;
    const { pullRequestId } = createPullRequest(harness.store, { repositoryId, title: "another" });
    expect(pullRequestId).toBe(2);
    const path = base.replace(/1$/, "2");
    expect((await harness.send({ path: `${path}/threads` })).body).toMatchObject({ count: 0 });
    expect(await harness.send({ path: `${path}/threads/1` })).toMatchObject({ status: 404 });
  });
});

describe("comments", () => {
  it("are added, changed and deleted; with the last one the thread is gone", async () => {
    await createThread();
    const comments = `${base}/threads/1/comments`;
    const body = { content: "an answer", parentCommentId: 1, commentType: "text" };
    const added = await harness.send({ method: "POST", path: comments, body });
    expect(added).toMatchObject({ status: 200, body: { id: 2, parentCommentId: 1, content: "an answer" } });
    const changed = await harness.send({ method: "PATCH", path: `${comments}/2`, body: { content: "better" } });
    expect(changed.body).toMatchObject({ content: "better" });
    expect(await harness.send({ method: "DELETE", path: `${comments}/2` })).toMatchObject({ status: 200 });
    const thread = (): Promise<DevopsAnswer> => harness.send({ path: `${base}/threads/1` });
    expect((await thread()).body).toMatchObject({
      isDeleted: false,
      comments: [{ id: 1 }, { id: 2, isDeleted: true }],
    });
    expect(await harness.send({ method: "PATCH", path: `${comments}/2`, body: { content: "x" } })).toMatchObject({
      status: 404,
    });
    await harness.send({ method: "DELETE", path: `${comments}/1` });
    expect((await thread()).body).toMatchObject({ isDeleted: true });
    expect((await harness.send({ path: `${base}/threads` })).body).toMatchObject({ count: 1 });
  });

  // https://github.com/runatlantis/atlantis/pull/1585 quotes the refusal.
  it("have 150,000 characters at most", async () => {
    const longest = { comments: [{ content: "x".repeat(150_000) }] };
    expect(await createThread(longest)).toMatchObject({ status: 200 });
    const refusal = {
      status: 400,
      body: {
        message: "A discussion comment cannot be longer than 150000 characters.\r\nParameter name: comment.Content",
      },
    };
    expect(await createThread({ comments: [{ content: "x".repeat(150_001) }] })).toMatchObject(refusal);
    const path = `${base}/threads/1/comments/1`;
    const body = { content: "x".repeat(150_001) };
    expect(await harness.send({ method: "PATCH", path, body })).toMatchObject(refusal);
  });

  // https://github.com/microsoft/azure-devops-node-api/issues/497
  it("are not sent back whole", async () => {
    const { body } = await createThread();
    const [comment] = (body as { comments: [Record<string, unknown>] }).comments;
    const path = `${base}/threads/1/comments/1`;
    expect(await harness.send({ method: "PATCH", path, body: comment })).toMatchObject({
      status: 400,
      body: { message: "An author of a comment cannot be updated.\r\nParameter name: Author" },
    });
  });

  it("are changed and deleted by nobody but their author", async () => {
    await createThread();
    const { repositoryId } = harness.seed.repository;
    allowPullRequestContributor(harness.store, { repositoryId, identityId: harness.seed.project.projectId });
    const token = await startJob();
    const path = `${base}/threads/1/comments/1`;
    const request = { path, token, body: { content: "mine" } };
    expect(await harness.send({ ...request, method: "PATCH" })).toMatchObject({ status: 403 });
    expect(await harness.send({ path, token, method: "DELETE" })).toMatchObject({ status: 403 });
    const status = { path: `${base}/threads/1`, token, body: { status: "fixed" }, method: "PATCH" };
    expect(await harness.send(status)).toMatchObject({ status: 200, body: { status: "fixed" } });
  });
});

describe("statuses", () => {
  it("are posted, listed and deleted; each has a number of its own", async () => {
    const post = (state: string | number, name = "access"): Promise<DevopsAnswer> => {
      const body = { state, description: "why", context: { name, genre: "keyless" }, targetUrl: "https://x.example/" };
      return harness.send({ method: "POST", path: `${base}/statuses`, body });
    };
    expect(await post("succeeded")).toMatchObject({
      status: 200,
      body: { id: 1, state: "succeeded", context: { name: "access", genre: "keyless" } },
    });
    expect((await post(3)).body).toMatchObject({ id: 2, state: "failed" });
    expect(await harness.send({ method: "DELETE", path: `${base}/statuses/2` })).toMatchObject({ status: 200 });
    expect((await post("error", "other")).body).toMatchObject({ id: 3 });
    const list = await harness.send({ path: `${base}/statuses` });
    expect(list.body).toMatchObject({ count: 2, value: [{ id: 1 }, { id: 3, context: { name: "other" } }] });
    expect(await post("succeeded", "")).toMatchObject({ status: 400 });
  });
});

// https://github.com/shayki5/azure-devops-create-pr-task/issues/76 shows the answer of the service.
describe("a job that nobody gave the right to contribute", () => {
  it("is refused by that right's name, for the project's build service", async () => {
    await createThread();
    const token = await startJob();
    const { projectId } = harness.seed.project;
    const refusal = {
      status: 403,
      body: {
        message:
          "TF401027: You need the Git 'PullRequestContribute' permission to perform this action. " +
          `Details: identity 'Build\\${projectId}', scope 'repository'.`,
        typeName:
          "Microsoft.TeamFoundation.Git.Server.GitNeedsPermissionException, Microsoft.TeamFoundation.Git.Server",
        typeKey: "GitNeedsPermissionException",
      },
    };
    expect(await createThread({}, token)).toMatchObject(refusal);
    const body = { context: { name: "a" } };
    expect(await harness.send({ method: "POST", path: `${base}/statuses`, body, token })).toMatchObject(refusal);
    expect(await harness.send({ path: `${base}/threads`, token })).toMatchObject({ status: 200 });
  });

  it("writes in its project's name once it has it", async () => {
    const { repository, project } = harness.seed;
    allowPullRequestContributor(harness.store, {
      repositoryId: repository.repositoryId,
      identityId: project.projectId,
    });
    const token = await startJob();
    const author = { id: project.projectId, displayName: "payments Build Service (contoso)" };
    expect(await createThread({}, token)).toMatchObject({ status: 200, body: { comments: [{ author }] } });
    const data = await harness.send({ path: "/_apis/connectionData", token });
    expect(data.body).toMatchObject({
      authenticatedUser: { id: author.id, providerDisplayName: author.displayName },
    });
  });
});
