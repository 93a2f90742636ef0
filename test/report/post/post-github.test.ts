import { addMarker, readMarker } from "../../../report/post/marker";
import { postToGitHub } from "../../../report/post/post-github";
import { PostError } from "../../../report/post/post-error";
import { createGitHubHarness, type GitHubHarness } from "./github-harness";
import { createPosting, type PostingChange } from "./posting";

// GitHub's own client against the emulator.

const github: GitHubHarness = createGitHubHarness();
const first = "## Access report\n\nFirst.";
const second = "## Access report\n\nSecond.";
const anna = { id: 7, login: "anna", type: "User" } as const;
const otherBot = { id: 8, login: "deploy[bot]", type: "Bot" } as const;

beforeEach(() => {
  github.reset();
});

/** The texts that readers see. */
function read(): string[] {
  return github.comments().map(({ body }) => body.split("\n").slice(2).join("\n"));
}

async function explain(change: PostingChange & { token?: string } = {}): Promise<PostError> {
  const error: unknown = await github.post(change).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(PostError);
  return error as PostError;
}

describe("one comment a report", () => {
  it("is created once, updated in place, and tells who wrote what when", async () => {
    expect(await github.post({ text: first })).toEqual({
      outcome: "created",
      url: "https://github.com/contoso/payments/pull/1#issuecomment-1000001",
    });
    expect(await github.post({ text: second, run: 2, gate: "hit" })).toMatchObject({ outcome: "updated" });
    expect(read()).toEqual([second]);
    expect(readMarker(github.comments()[0]?.body ?? "")).toEqual(createPosting({ text: second, run: 2 }).marker);
  });

  it("is left alone where it says the same already, but for the later run", async () => {
    await github.post({ text: first });
    github.writes();
    expect(await github.post({ text: first })).toMatchObject({ outcome: "unchanged" });
    expect(github.writes()).toEqual([]);
    expect(await github.post({ text: first, run: 2 })).toMatchObject({ outcome: "unchanged" });
    expect(github.writes()).toEqual(["PATCH comments/1000001"]);
    expect(await github.post({ text: second, run: 1 })).toEqual({ outcome: "laterRun" });
    expect(read()).toEqual([first]);
  });

  it("stands beside those of other stacks and purposes", async () => {
    await github.post({ text: first, stack: "prod" });
    await github.post({ text: first, stack: "test" });
    await github.post({ text: first, purpose: "drift" });
    await github.post({ text: second, stack: "test" });
    expect(read()).toEqual([first, second, first]);
  });

  it("is found behind a hundred others", async () => {
    const token = github.createToken({ account: anna });
    for (let index = 0; index < 130; index += 1) await github.write(`talk ${index}`, token);
    await github.post({ text: first });
    expect(await github.post({ text: second, run: 2 })).toMatchObject({ outcome: "updated" });
    expect(github.comments()).toHaveLength(131);
  });

  it("is made anew where it was deleted", async () => {
    await github.post({ text: first });
    github.core.store.gitHubComments.remove("1000001");
    expect(await github.post({ text: first })).toMatchObject({ outcome: "created" });
  });

  it("is not made where nothing changes and nothing was told; what was told is corrected", async () => {
    expect(await github.post({ quiet: true })).toEqual({ outcome: "nothingToTell" });
    await github.post({ text: first });
    expect(await github.post({ text: second, run: 2, quiet: true })).toMatchObject({ outcome: "updated" });
    expect(read()).toEqual([second]);
  });

  it("holds 65,536 characters", async () => {
    const room = 65_536 - addMarker(createPosting().marker, "").length;
    expect(await github.post({ text: "x".repeat(room) })).toMatchObject({ outcome: "created" });
    const { kind, message } = await explain({ text: "y".repeat(room + 1), run: 2 });
    expect(kind).toBe("service");
    expect(message).toContain("Body is too long (maximum is 65536 characters)");
  });
});

describe("what others write", () => {
  const forged = createPosting({ text: "All is well.", run: 999 });

  it("is not taken over from a person, whatever its first line claims", async () => {
    await github.write(addMarker(forged.marker, forged.text), github.createToken({ account: anna }));
    expect(await github.post({ text: first })).toMatchObject({ outcome: "created" });
    expect(await github.post({ text: second, run: 2 })).toMatchObject({ outcome: "updated" });
    expect(read()).toEqual(["All is well.", second]);
  });

  it("is not ours for quoting us, even in our own name", async () => {
    const content = addMarker(forged.marker, forged.text);
    const token = github.createToken();
    for (const quoted of [`> ${content}`, `see:\n\n${content}`, "```\n" + content + "\n```"]) {
      await github.write(quoted, token);
    }
    expect(await github.post({ text: first })).toMatchObject({ outcome: "created" });
  });

  it("as a bot is gone on with where that is allowed, and beside where it is not", async () => {
    await github.post({ text: first, run: 999, token: github.createToken({ account: otherBot }) });
    const token = github.createToken({ account: anna });
    expect(await github.post({ text: second, token })).toMatchObject({ outcome: "created" });
    expect(await github.post({ text: first, run: 2, token })).toMatchObject({ outcome: "updated" });
    expect(read()).toEqual([first, first]);
  });

  it("as a person was ours where the token is that person's", async () => {
    const token = github.createToken({ account: anna });
    expect(await github.post({ text: first, token })).toMatchObject({ outcome: "created" });
    expect(await github.post({ text: second, run: 2, token })).toMatchObject({ outcome: "updated" });
    expect(read()).toEqual([second]);
  });
});

test("two runs that both create a comment agree on one, with the text of the later run", async () => {
  const hold = github.core.control.hold({ method: "POST", path: "/comments$" });
  const both = Promise.all([github.post({ text: first, run: 1 }), github.post({ text: second, run: 2 })]);
  await hold.reached(2);
  hold.release();
  await both;
  expect(read()).toEqual([second]);
});

describe("a service that fails for a while", () => {
  it.each([429, 500, 502, 503, 409] as const)("with %s is asked again", async (status) => {
    github.core.control.addFault({ service: "github", path: "/comments", status, times: 2 });
    expect(await github.post({ text: first })).toMatchObject({ outcome: "created" });
    expect(github.pauses).toEqual([1_000, 2_000]);
  });

  it.each([429, 403] as const)("with %s gets the pause that it asks for", async (status) => {
    github.core.control.addFault({ service: "github", path: "/comments", status, retryAfterSeconds: 60 });
    github.core.control.addFault({ service: "github", path: "/user", status, retryAfterSeconds: 30 });
    expect(await github.post({ text: first })).toMatchObject({ outcome: "created" });
    expect(github.pauses).toEqual([30_000, 60_000]);
  });

  it.each(["POST", "GET", "PATCH"])("and loses the answer to %s makes nothing twice", async (method) => {
    await github.post({ text: first, stack: "test" });
    for (const fault of [{ reset: true }, { status: 502 } as const]) {
      github.core.control.addFault({ service: "github", method, when: "after", ...fault });
    }
    await github.post({ text: second, run: 2, stack: "test" });
    await github.post({ text: first, run: 2, stack: "prod" });
    expect(read()).toEqual([second, first]);
  });

  it("for longer is told with its own words", async () => {
    github.core.control.addFault({ service: "github", path: "/comments", status: 503, times: "always" });
    const { kind, message } = await explain();
    expect(kind).toBe("service");
    expect(message).toContain(
      "GitHub could not post to pull request 1 of contoso/payments (503): The emulator was told",
    );
  });
});

// The primary limit answers 403 with these headers and without Retry-After:
// https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api
test("a used up rate limit is waited for until it is reset", async () => {
  let refused = false;
  const reset = Math.ceil(Date.now() / 1_000) + 50;
  const access = {
    token: github.createToken(),
    wait: (milliseconds: number): Promise<void> => {
      github.pauses.push(milliseconds);
      return Promise.resolve();
    },
  };
  const fetchOnce: typeof fetch = (input, init) => {
    const request = new Request(input, init);
    if (refused || !request.url.includes("/comments")) return github.core.server.fetch(request);
    refused = true;
    const headers = {
      "x-ratelimit-remaining": "0",
      "x-ratelimit-reset": String(reset),
      "content-type": "application/json",
    };
    const body = JSON.stringify({ message: "API rate limit exceeded for installation." });
    return Promise.resolve(new Response(body, { status: 403, headers }));
  };
  const result = await postToGitHub(github.pullRequest(), createPosting(), {
    ...access,
    network: { fetch: fetchOnce },
  });
  expect(result.outcome).toBe("created");
  expect(github.pauses).toHaveLength(1);
  expect(github.pauses[0]).toBeGreaterThan(40_000);
  expect(github.pauses[0]).toBeLessThanOrEqual(51_000);
});

describe("a right that is missing is named, with the place to give it", () => {
  it.each([{ issues: "read" }, {}] as const)("to write: the token has %j", async (permissions) => {
    const { kind, message } = await explain({ token: github.createToken({ permissions }) });
    expect(kind).toBe("rights");
    expect(message).toContain("may not comment on pull request 1 of contoso/payments (403: Resource not accessible by");
    expect(message).toContain("permissions: pull-requests: write");
    expect(message).toContain("workflow_run");
    expect(github.pauses).toEqual([]);
  });

  it("to see the repository", async () => {
    const { kind, message } = await explain({ token: github.createToken({ repository: "another" }) });
    expect(kind).toBe("notFound");
    expect(message).toContain("does not reach pull request 1 of contoso/payments (404)");
  });

  it("to be there at all: the token is over", async () => {
    const { kind, message } = await explain({ token: "ghs_0000" });
    expect(kind).toBe("rights");
    expect(message).toContain("GitHub does not accept the token in GITHUB_TOKEN (401)");
    expect(message).not.toContain("ghs_0000");
  });
});

test("nothing is written to the console, and the token into nothing that is kept", async () => {
  const written: unknown[] = [];
  const spies = (["log", "warn", "error", "info", "debug"] as const).map((name) =>
    jest.spyOn(console, name).mockImplementation((...parts) => written.push(parts)),
  );
  const token = github.createToken({ permissions: {} });
  await explain({ token });
  for (const spy of spies) spy.mockRestore();
  expect(written).toEqual([]);
  expect(JSON.stringify([github.comments(), github.core.control.listRequests()])).not.toContain(token);
});
