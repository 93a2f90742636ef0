import { randomUUID } from "node:crypto";
import { createCore } from "../../../../emulator/core";
import { createGitHubToken, type NewGitHubToken } from "../../../../emulator/services/github/github-tokens";
import type { PlatformSeed } from "../../../../emulator/seed";

interface Answer {
  status: number;
  headers: Headers;
  body: unknown;
}

const core = createCore({ newId: randomUUID });
const comments = "/repos/contoso/payments/issues/1/comments";
let platform: PlatformSeed;
let writer: string;

beforeEach(() => {
  core.control.reset();
  platform = core.control.seed();
  writer = createToken({ "pull-requests": "write" });
});

function createToken(permissions: NewGitHubToken["permissions"], change: Partial<NewGitHubToken> = {}): string {
  const { owner, name: repository } = platform.gitHub.repository;
  const context = { store: core.store, tokens: core.tokens, newId: randomUUID };
  return createGitHubToken(context, { owner, repository, permissions, ...change }).token;
}

async function send(
  method: string,
  path: string,
  { body, token = writer, headers }: { body?: unknown; token?: string | null; headers?: Record<string, string> } = {},
): Promise<Answer> {
  const request = new Request(`https://api.github.com${path}`, {
    method,
    headers: {
      "user-agent": "test",
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const response = await core.server.fetch(request);
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === "" ? undefined : JSON.parse(text) };
}

it("creates, reads, changes and deletes a comment", async () => {
  const created = await send("POST", comments, { body: { body: "hello" } });
  expect(created).toMatchObject({
    status: 201,
    body: { body: "hello", user: { login: "github-actions[bot]", type: "Bot" } },
  });
  const { id } = created.body as { id: number };
  const path = `/repos/Contoso/PAYMENTS/issues/comments/${id}`;
  expect(await send("PATCH", path, { body: { body: "better" } })).toMatchObject({
    status: 200,
    body: { body: "better" },
  });
  expect((await send("GET", path)).body).toMatchObject({ id, body: "better" });
  expect(await send("DELETE", path)).toMatchObject({ status: 204, body: undefined });
  expect(await send("GET", path)).toMatchObject({ status: 404, body: { message: "Not Found" } });
});

// https://docs.github.com/rest/using-the-rest-api/using-pagination-in-the-rest-api
it("gives 30 a page, 100 at most, and names the pages around", async () => {
  for (let index = 0; index < 101; index += 1) await send("POST", comments, { body: { body: `${index}` } });
  const first = await send("GET", comments);
  expect(first.body).toHaveLength(30);
  const url = `https://api.github.com${comments}`;
  expect(first.headers.get("link")).toBe(
    `<${url}?per_page=30&page=2>; rel="next", <${url}?per_page=30&page=4>; rel="last"`,
  );
  const last = await send("GET", `${comments}?per_page=1000&page=2`);
  expect(last.body).toMatchObject([{ body: "100" }]);
  expect(last.headers.get("link")).toBe(
    `<${url}?per_page=100&page=1>; rel="prev", <${url}?per_page=100&page=1>; rel="first"`,
  );
  const beyond = await send("GET", `${comments}?page=9`);
  expect(beyond.body).toEqual([]);
});

// The answer as people published it: https://github.com/jmikedupont2/ai-ticket/issues/51
it("takes 65,536 characters, and no empty text", async () => {
  const post = (body: string): Promise<Answer> => send("POST", comments, { body: { body } });
  expect(await post("😀".repeat(65_536))).toMatchObject({ status: 201 });
  expect(await post("x".repeat(65_537))).toMatchObject({
    status: 422,
    body: {
      message: "Validation Failed",
      errors: [
        {
          resource: "IssueComment",
          code: "unprocessable",
          field: "data",
          message: "Body is too long (maximum is 65536 characters)",
        },
      ],
      documentation_url: "https://docs.github.com/rest/issues/comments#create-an-issue-comment",
    },
  });
  expect(await post(" ")).toMatchObject({ status: 422 });
  expect(await send("POST", comments, { body: {} })).toMatchObject({ status: 400 });
});

describe("rights", () => {
  // https://docs.github.com/rest/issues/comments: one of two permissions will do.
  it.each([
    [{ issues: "write" }, 201, 200],
    [{ "pull-requests": "write" }, 201, 200],
    [{ issues: "read" }, 403, 200],
    [{}, 403, 403],
  ] as const)("%j writes with %d and reads with %d", async (permissions, written, read) => {
    const token = createToken(permissions);
    expect(await send("POST", comments, { token, body: { body: "x" } })).toMatchObject({ status: written });
    expect(await send("GET", comments, { token })).toMatchObject({ status: read });
  });

  // https://github.com/peter-evans/create-or-update-comment/issues/238 shows the answer.
  it("are refused in the words that apps know", async () => {
    const answer = await send("POST", comments, { token: createToken({ issues: "read" }), body: { body: "x" } });
    expect(answer.body).toEqual({
      message: "Resource not accessible by integration",
      documentation_url: "https://docs.github.com/rest/issues/comments#create-an-issue-comment",
      status: "403",
    });
    expect(answer.headers.get("x-accepted-github-permissions")).toBe("issues=write; pull_requests=write");
  });

  it("do not reach what another account wrote", async () => {
    const { body } = await send("POST", comments, { body: { body: "x" } });
    const person = { id: 7, login: "anna", type: "User" } as const;
    const token = createToken({ issues: "write" }, { account: person });
    const path = `/repos/contoso/payments/issues/comments/${(body as { id: number }).id}`;
    expect(await send("PATCH", path, { token, body: { body: "mine" } })).toMatchObject({ status: 403 });
    expect(await send("DELETE", path, { token })).toMatchObject({ status: 403 });
    expect(await send("GET", "/user", { token })).toMatchObject({ status: 200, body: person });
  });

  it("end at the repository: a private one of others is not there, a public one is read", async () => {
    const token = createToken({ issues: "write" }, { repository: "another" });
    expect(await send("GET", comments, { token })).toMatchObject({ status: 404 });
    core.store.gitHubRepositories.update({ ...platform.gitHub.repository, private: false });
    expect(await send("GET", comments, { token })).toMatchObject({ status: 200 });
    expect(await send("POST", comments, { token, body: { body: "x" } })).toMatchObject({ status: 403 });
  });

  it("are nobody's without a token, without a name of a program, and for questions who an app is", async () => {
    for (const token of [null, "ghs_unknown"]) {
      expect(await send("GET", comments, { token })).toMatchObject({
        status: 401,
        body: { message: "Bad credentials", status: "401" },
      });
    }
    expect(await send("GET", comments, { headers: { "user-agent": "" } })).toMatchObject({ status: 403 });
    expect(await send("GET", "/user")).toMatchObject({ status: 403 });
  });
});

it.each([
  ["/repos/contoso/nothing/issues/1/comments", 404],
  ["/repos/contoso/payments/issues/2/comments", 404],
  ["/repos/contoso/payments/issues/comments/5", 404],
  ["/repos/contoso/payments/pulls/1", 501],
  ["/orgs/contoso", 404],
])("%s answers %d", async (path, status) => {
  expect(await send("GET", path)).toMatchObject({ status });
});

it("throttles in GitHub's own words", async () => {
  core.control.addFault({ service: "github", status: 429, retryAfterSeconds: 3 });
  const answer = await send("GET", comments);
  expect(answer.status).toBe(429);
  expect(answer.body).toHaveProperty("message", expect.stringContaining("secondary rate limit"));
  expect(answer.headers.get("retry-after")).toBe("3");
});

it("keeps no token in a snapshot or in the journal", async () => {
  await send("POST", comments, { body: { body: "hello" } });
  expect(JSON.stringify(core.control.snapshot())).not.toContain(writer);
  expect(JSON.stringify(core.control.listRequests())).not.toContain(writer);
});
