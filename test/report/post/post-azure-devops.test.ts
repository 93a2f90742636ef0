import { addMarker, formatMarkerProperties, readMarker, readMarkerProperties } from "../../../report/post/marker";
import { PostError } from "../../../report/post/post-error";
import { createAzureDevOpsHarness, type AzureDevOpsHarness } from "./azure-devops-harness";
import { createPosting, type PostingChange } from "./posting";

// The vendor's own client, over HTTPS, against the emulator.

let azure: AzureDevOpsHarness;

beforeAll(async () => {
  azure = await createAzureDevOpsHarness();
});

beforeEach(() => {
  azure.reset();
});

afterAll(() => azure.stop());

const first = "## Access report\n\nFirst.";
const second = "## Access report\n\nSecond.";

/** The texts that readers see, with the status of each thread. */
function read(): [text: string, status: string][] {
  return azure
    .threads()
    .filter(({ comments }) => comments[0]?.isDeleted === false)
    .map(({ comments, status }) => [comments[0]?.content.split("\n").slice(2).join("\n") ?? "", status]);
}

async function explain(change: PostingChange & { token?: string } = {}): Promise<PostError> {
  const error: unknown = await azure.post(change).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(PostError);
  return error as PostError;
}

/** A thread that somebody else writes, with the marker where they want to have it. */
async function write(content: string, options: { token: string; properties?: Record<string, string> }): Promise<void> {
  const { token, properties = {} } = options;
  const body = { comments: [{ content, commentType: "text" }], status: "active", properties };
  await azure.send("POST", "/threads", { body, token });
}

describe("one thread a report", () => {
  it("is created once, updated in place, and tells who wrote what when", async () => {
    const created = await azure.post({ text: first, run: 1 });
    expect(created).toEqual({
      outcome: "created",
      url: "https://dev.azure.com/contoso/payments/_git/payments/pullrequest/1?discussionId=1",
      statusPosted: true,
    });
    expect(await azure.post({ text: second, run: 2, gate: "hit" })).toMatchObject({ outcome: "updated" });
    expect(read()).toEqual([[second, "active"]]);
    const [thread] = azure.threads();
    const { marker } = createPosting({ text: second, run: 2 });
    expect(readMarkerProperties(thread?.properties)).toEqual(marker);
    expect(readMarker(thread?.comments[0]?.content ?? "")).toEqual(marker);
  });

  it("is left alone where it says the same already, but for the later run", async () => {
    await azure.post({ text: first, run: 1 });
    azure.writes();
    expect(await azure.post({ text: first, run: 1 })).toMatchObject({ outcome: "unchanged" });
    expect(azure.writes()).toEqual(["POST statuses"]);
    expect(await azure.post({ text: first, run: 2 })).toMatchObject({ outcome: "unchanged" });
    expect(azure.writes()).toEqual(["PATCH threads/1", "POST statuses"]);
    expect(await azure.post({ text: second, run: 1 })).toEqual({ outcome: "laterRun", statusPosted: false });
    expect(azure.writes()).toEqual([]);
    expect(read()).toEqual([[first, "closed"]]);
  });

  it("is written again where somebody changed its text", async () => {
    const token = await azure.startJob();
    await azure.post({ text: first });
    await azure.send("PATCH", "/threads/1/comments/1", { token, body: { content: "All is well." } });
    expect(await azure.post({ text: first })).toMatchObject({ outcome: "updated" });
    expect(read()).toEqual([[first, "closed"]]);
  });

  it("is never overwritten by an earlier run, nor is its status", async () => {
    await azure.post({ text: second, run: 7, gate: "hit" });
    expect(await azure.post({ text: first, run: 6 })).toEqual({ outcome: "laterRun", statusPosted: false });
    expect(read()).toEqual([[second, "active"]]);
    expect(azure.statuses().map(({ state }) => state)).toEqual(["failed"]);
    await azure.send("DELETE", "/statuses/1");
    await azure.post({ text: first, run: 6 });
    expect(azure.statuses()).toEqual([]);
    expect(await azure.post({ text: first, run: 6, pipeline: "12" })).toMatchObject({ outcome: "updated" });
  });

  it("has a status of the later run also where there is no thread", async () => {
    await azure.post({ quiet: true, run: 7 });
    expect(await azure.post({ quiet: true, run: 6 })).toEqual({ outcome: "nothingToTell", statusPosted: false });
    expect(await azure.post({ quiet: true, run: 6, pipeline: "12" })).toMatchObject({ statusPosted: true });
  });

  it("stands beside those of other stacks, purposes and projects", async () => {
    await azure.post({ text: first, stack: "prod" });
    await azure.post({ text: first, stack: "test" });
    await azure.post({ text: first, purpose: "drift" });
    expect(await azure.post({ text: second, stack: "test" })).toMatchObject({ outcome: "updated" });
    expect(read().map(([text]) => text)).toEqual([first, second, first]);
    expect(azure.statuses().map(({ genre, name }) => `${genre ?? ""} ${name}`)).toEqual([
      "keyless access-report/payments/prod",
      "keyless access-report/payments/test",
      "keyless access-report/payments/prod/drift",
      "keyless access-report/payments/test",
    ]);
  });

  it("is found among more than a hundred, and in any status", async () => {
    await azure.post({ text: first, run: 1, gate: "hit" });
    const token = await azure.startJob();
    for (let index = 0; index < 120; index += 1) await write(`talk ${index}`, { token });
    for (const status of ["fixed", "wontFix", "closed", "byDesign", "pending", "active"]) {
      await azure.send("PATCH", "/threads/1", { token, body: { status } });
      const text = `${second} ${status}`;
      expect(await azure.post({ text, run: 2, gate: "hit" })).toMatchObject({ outcome: "updated" });
      expect(azure.threads()[0]).toMatchObject({ status: "active" });
    }
    expect(azure.threads()).toHaveLength(121);
  });

  it("is made anew where it was deleted, also under somebody's answer", async () => {
    await azure.post({ text: first });
    await azure.send("DELETE", "/threads/1/comments/1");
    expect(await azure.post({ text: first })).toMatchObject({ outcome: "created" });
    await azure.send("POST", "/threads/2/comments", { body: { content: "Why?", parentCommentId: 1 } });
    await azure.send("DELETE", "/threads/2/comments/1");
    expect(await azure.post({ text: first })).toMatchObject({ outcome: "created" });
    expect(azure.threads()).toHaveLength(3);
  });

  it("is not made where nothing changes and nothing was told; what was told is corrected", async () => {
    expect(await azure.post({ quiet: true })).toEqual({ outcome: "nothingToTell", statusPosted: true });
    expect(azure.threads()).toEqual([]);
    expect(azure.statuses()).toMatchObject([{ state: "succeeded" }]);
    await azure.post({ text: first, run: 2, gate: "hit" });
    expect(await azure.post({ text: second, run: 3, quiet: true })).toMatchObject({ outcome: "updated" });
    expect(read()).toEqual([[second, "closed"]]);
  });

  it("holds 150,000 characters", async () => {
    const { marker } = createPosting({ stack: "long" });
    const room = 150_000 - addMarker(marker, "").length;
    expect(await azure.post({ stack: "long", text: "x".repeat(room) })).toMatchObject({ outcome: "created" });
    const { kind, message } = await explain({ stack: "long", text: "y".repeat(room + 1), run: 2 });
    expect(kind).toBe("service");
    expect(message).toContain("cannot be longer than 150000 characters");
  });
});

describe("a thread asks for attention", () => {
  it("while the gate trips or the preview is broken, and no longer", async () => {
    for (const [run, gate, status] of [
      [1, "clean", "closed"],
      [2, "hit", "active"],
      [3, "brokenPreview", "active"],
      [4, "clean", "closed"],
    ] as const) {
      await azure.post({ text: `run ${run}`, run, gate });
      expect(azure.threads()).toMatchObject([{ status }]);
    }
    expect(azure.statuses().map(({ state }) => state)).toEqual(["succeeded", "failed", "error", "succeeded"]);
  });

  it.each([
    ["wontFix", "wontFix"],
    ["byDesign", "byDesign"],
    ["pending", "pending"],
    ["fixed", "active"],
    ["closed", "active"],
  ])("where somebody made it %s and the text is the same, it is %s", async (status, expected) => {
    await azure.post({ text: first, gate: "hit" });
    await azure.send("PATCH", "/threads/1", { body: { status } });
    await azure.post({ text: first, run: 2, gate: "hit" });
    expect(azure.threads()).toMatchObject([{ status: expected }]);
  });

  it("not where somebody ended it in other words than ours", async () => {
    await azure.post({ text: first, gate: "hit" });
    await azure.send("PATCH", "/threads/1", { body: { status: "fixed" } });
    await azure.post({ text: second, run: 2 });
    expect(azure.threads()).toMatchObject([{ status: "fixed" }]);
  });
});

describe("what others write", () => {
  const forged = createPosting({ text: "All is well.", run: 999 });

  it("is not taken over from a person, whatever its first line and properties claim", async () => {
    const token = await azure.signIn("person");
    const properties = formatMarkerProperties(forged.marker);
    await write(addMarker(forged.marker, forged.text), { token, properties });
    expect(await azure.post({ text: first })).toMatchObject({ outcome: "created" });
    expect(await azure.post({ text: second, run: 2 })).toMatchObject({ outcome: "updated" });
    expect(read()).toEqual([
      ["All is well.", "active"],
      [second, "closed"],
    ]);
  });

  it("is not ours for quoting us, even in our own name", async () => {
    const token = await azure.startJob();
    const content = addMarker(forged.marker, forged.text);
    for (const quoted of [`> ${content}`, `see:\n\n${content}`, "```\n" + content + "\n```"])
      await write(quoted, { token });
    expect(await azure.post({ text: first })).toMatchObject({ outcome: "created" });
    expect(azure.threads()).toHaveLength(4);
  });

  it("is of another report where the properties say so, whatever its first line claims", async () => {
    const other = createPosting({ stack: "test" });
    const token = await azure.startJob();
    await write(addMarker(forged.marker, "x"), { token, properties: formatMarkerProperties(other.marker) });
    expect(await azure.post({ text: first })).toMatchObject({ outcome: "created" });
    expect(await azure.post({ text: second, stack: "test" })).toMatchObject({ outcome: "updated" });
    expect(azure.threads()).toHaveLength(2);
  });

  it("is known by its first line where the thread lost its properties", async () => {
    const token = await azure.startJob();
    await write(addMarker(createPosting({ run: 3 }).marker, "x"), { token });
    expect(await azure.post({ text: second, run: 2 })).toMatchObject({ outcome: "laterRun" });
    expect(await azure.post({ text: second, run: 4 })).toMatchObject({ outcome: "updated" });
  });

  it("as another service is replaced by our own thread, and its thread no longer asks for attention", async () => {
    const token = await azure.signIn("service");
    await azure.post({ text: first, run: 999, gate: "hit", token });
    expect(await azure.post({ text: second, gate: "hit" })).toMatchObject({ outcome: "created" });
    expect(read()).toEqual([
      [first, "closed"],
      [second, "active"],
    ]);
    expect(await azure.post({ text: first, run: 2 })).toMatchObject({ outcome: "updated" });
    expect(azure.threads()).toHaveLength(2);
  });
});

describe("runs at the same time", () => {
  it("that both create a thread agree on one, with the text of the later run", async () => {
    const hold = azure.emulator.control.hold({ method: "POST", path: "/threads\\?|/threads$" });
    const both = Promise.all([azure.post({ text: first, run: 1 }), azure.post({ text: second, run: 2 })]);
    await hold.reached(2);
    hold.release();
    await both;
    expect(read()).toEqual([[second, "closed"]]);
    expect(await azure.post({ text: first, run: 3 })).toMatchObject({ outcome: "updated" });
    expect(read()).toEqual([[first, "closed"]]);
  });

  it("leave duplicates of a run that broke off to the next one", async () => {
    const token = await azure.startJob();
    for (const run of [1, 2]) {
      const { marker } = createPosting({ run });
      await write(addMarker(marker, first), { token, properties: formatMarkerProperties(marker) });
    }
    expect(await azure.post({ text: second, run: 3 })).toMatchObject({ outcome: "updated" });
    expect(read()).toEqual([[second, "closed"]]);
    expect(azure.threads().map(({ status }) => status)).toEqual(["closed", "closed"]);
  });
});

describe("a service that fails for a while", () => {
  it.each([429, 500, 503, 409] as const)("with %s is asked again", async (status) => {
    azure.emulator.control.addFault({ service: "devops", path: "/threads", status, times: 2 });
    expect(await azure.post({ text: first })).toMatchObject({ outcome: "created" });
    expect(azure.pauses).toEqual([1_000, 2_000]);
    expect(azure.threads()).toHaveLength(1);
  });

  it("gets the pause that it asks for", async () => {
    azure.emulator.control.addFault({ service: "devops", path: "/threads", status: 429, retryAfterSeconds: 17 });
    azure.emulator.control.addFault({ service: "devops", path: "/statuses", status: 503, retryAfterSeconds: 9 });
    expect(await azure.post({ text: first })).toMatchObject({ outcome: "created", statusPosted: true });
    expect(azure.pauses).toEqual([17_000, 9_000]);
  });

  it.each([
    ["POST", "/threads(\\?|$)"],
    ["PATCH", "/comments/"],
    ["PATCH", "/threads/1(\\?|$)"],
    ["GET", "/threads"],
    ["GET", "connectionData"],
    ["OPTIONS", ""],
  ])("and loses the answer to %s %s makes nothing twice", async (method, path) => {
    await azure.post({ text: first, stack: "test" });
    for (const fault of [{ reset: true }, { status: 502 } as const]) {
      azure.emulator.control.addFault({ service: "devops", method, path, when: "after", ...fault });
    }
    await azure.post({ text: second, run: 2, stack: "test" });
    await azure.post({ text: first, run: 2, stack: "prod" });
    expect(read()).toEqual([
      [second, "closed"],
      [first, "closed"],
    ]);
  });

  it("for longer is told with its own words", async () => {
    azure.emulator.control.addFault({ service: "devops", path: "/threads", status: 503, times: "always" });
    const { kind, message } = await explain();
    expect(kind).toBe("service");
    expect(message).toBe(
      "Azure DevOps could not post to pull request 1 of payments (503): The emulator was told to answer 503 here.",
    );
    expect(azure.pauses).toEqual([1_000, 2_000, 4_000, 8_000, 16_000]);
  });

  it("for an hour is not waited for", async () => {
    azure.emulator.control.addFault({ service: "devops", path: "/threads", status: 429, retryAfterSeconds: 3_600 });
    expect((await explain()).message).toContain("The service asks to wait 3600 seconds: TF400733");
  });
});

describe("a right that is missing is named, with the place to give it", () => {
  function takeRight(): void {
    azure.emulator.store.repositories.update({ ...azure.platform().repository, contributorIds: [] });
  }

  it("to contribute to pull requests, for the project's build service", async () => {
    takeRight();
    const { kind, message } = await explain({ text: first });
    expect(kind).toBe("rights");
    expect(message).toBe(
      'The job may not post to pull request 1: "payments Build Service (contoso)" lacks the right "Contribute to pull ' +
        'requests" in the repository payments. Give it at Project settings > Repositories > payments > Security, to this ' +
        "identity and no group.",
    );
    expect(azure.pauses).toEqual([]);
  });

  it("the same where there is nothing to tell but the status", async () => {
    takeRight();
    expect((await explain({ quiet: true })).message).toContain("Contribute to pull requests");
  });

  it("to read: nothing is found", async () => {
    azure.emulator.store.repositories.remove(azure.platform().repository.repositoryId);
    const { kind, message } = await explain();
    expect(kind).toBe("notFound");
    expect(message).toContain("The job's identity cannot see pull request 1 of payments (404)");
    expect(message).toContain("Security");
  });

  it.each(["eyJ.made.up", "job"])("to be there at all: the token of %s is over", async (token) => {
    const job = await azure.startJob();
    azure.emulator.store.pipelineJobs.restore({ rows: [] });
    const { kind, message } = await explain({ token: token === "job" ? job : token });
    expect(kind).toBe("rights");
    expect(message).toContain("does not accept the token in SYSTEM_ACCESSTOKEN (401)");
    expect(message).toContain("env: SYSTEM_ACCESSTOKEN: $(System.AccessToken)");
    expect(message).not.toContain(job);
  });

  it("that nobody knows is told in the service's words", async () => {
    azure.emulator.control.addFault({ service: "devops", path: "/threads", status: 403 });
    const { kind, message } = await explain();
    expect(kind).toBe("rights");
    expect(message).toContain("(403): The emulator was told to answer 403 here.");
  });
});

test("the token goes to the organization's host and nowhere into what is kept", async () => {
  const token = await azure.startJob();
  await azure.post({ text: first, token });
  const kept = JSON.stringify([azure.threads(), azure.statuses(), azure.emulator.control.listRequests()]);
  expect(kept).not.toContain(token);
});
