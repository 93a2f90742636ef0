import { randomUUID } from "node:crypto";
import { createCore, type Core } from "../../emulator/core";
import type { FaultRule } from "../../emulator/wire/faults";

let core: Core;

beforeEach(() => {
  core = createCore({ newId: randomUUID });
});

async function ask(url: string, init?: RequestInit): Promise<{ status: number; headers: Headers; body: unknown }> {
  const response = await core.server.fetch(new Request(url, init));
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === "" ? undefined : JSON.parse(text) };
}

const login = "https://login.microsoftonline.com";
const devops = "https://dev.azure.com/contoso/_apis/projects?x=1";

describe("what is not there says so in its vendor's form", () => {
  test("an unknown route", async () => {
    expect(await ask(`${login}/nothing/here`)).toMatchObject({
      status: 404,
      body: { error_description: expect.stringContaining("knows no route GET /nothing/here") as string },
    });
  });

  test.each([
    [
      "https://vsaex.dev.azure.com/contoso/_apis/userentitlements",
      "GET /contoso/_apis/userentitlements at the user entitlement service",
    ],
    ["https://contoso.visualstudio.com/_apis/projects", "Azure DevOps under its earlier host name"],
  ])("an unbuilt host: %s", async (url, text) => {
    expect(await ask(url)).toMatchObject({
      status: 501,
      body: { message: expect.stringContaining(text) as string, typeKey: "NotImplemented" },
    });
  });

  test("a foreign host is misdirected and leaves no trace in a service", async () => {
    const response = await core.server.fetch(new Request("https://example.com/"));
    expect(response.status).toBe(421);
    expect(core.control.listRequests()).toEqual([]);
  });
});

describe("faults", () => {
  function spoil(rule: FaultRule): void {
    core.control.addFault(rule);
  }

  // Body and headers: https://learn.microsoft.com/azure/devops/integrate/concepts/rate-limits
  test("429 of Azure DevOps says TF400733 and when to come back", async () => {
    spoil({ service: "devops", status: 429, retryAfterSeconds: 7 });
    const { status, headers, body } = await ask(devops);
    expect({ status, retry: headers.get("retry-after"), body }).toMatchObject({
      status: 429,
      retry: "7",
      body: { message: expect.stringMatching(/^TF400733: /) as string },
    });
    expect((await ask(devops)).status).not.toBe(429);
  });

  test.each([
    ["https://graph.microsoft.com/v1.0/applications", { error: { code: "ServiceUnavailable" } }],
    ["https://management.azure.com/subscriptions", { error: { code: "ServiceUnavailable" } }],
    [`${login}/common/v2.0/.well-known/openid-configuration`, { error_description: expect.anything() as string }],
  ])("503 comes in the form of %s", async (url, body) => {
    spoil({ status: 503 });
    expect(await ask(url)).toMatchObject({ status: 503, body });
  });

  test("a reset breaks the connection and is status 0 in the journal", async () => {
    spoil({ reset: true });
    await expect(ask(devops)).rejects.toThrow("fetch failed");
    const [fault] = core.control.listFaults();
    expect(core.control.listRequests()).toMatchObject([{ status: 0, fault: fault?.id }]);
  });

  test("after: the service has done its work although the answer is lost", async () => {
    core.control.seed();
    const { tenantId, clientId } = core.store.applications.list()[0] ?? { tenantId: "", clientId: "" };
    const send = (): Promise<unknown> =>
      ask(`${login}/${tenantId}/oauth2/v2.0/token`, {
        method: "POST",
        body: new URLSearchParams({ client_id: clientId }),
      });
    spoil({ status: 500, when: "after" });
    expect(await send()).toMatchObject({
      status: 500,
      body: { error_description: expect.stringContaining("told") as string },
    });
    expect(await send()).toMatchObject({ status: 400, body: { error_codes: [900144] } });
  });

  test("a delay alone only delays", async () => {
    spoil({ delayMs: 30 });
    const started = performance.now();
    expect((await ask(`${login}/common/v2.0/.well-known/openid-configuration`)).status).toBe(200);
    expect(performance.now() - started).toBeGreaterThanOrEqual(25);
  });
});

describe("holds", () => {
  test.each([
    { when: "before" as const, isDone: false },
    { when: "after" as const, isDone: true },
  ])("keep a request $when the service's work", async ({ when, isDone }) => {
    const { tenantId } = core.control.seed().tenant;
    const work = jest.spyOn(core.store.tenants, "get");
    const hold = core.control.hold({ service: "login", path: "openid-configuration", when });
    const answer = ask(`${login}/${tenantId}/v2.0/.well-known/openid-configuration`);
    await hold.reached();
    expect(work.mock.calls.length > 0).toBe(isDone);
    expect(core.control.listRequests()).toEqual([]);
    hold.release();
    expect((await answer).status).toBe(200);
  });

  test("go with a reset", async () => {
    const hold = core.control.hold({});
    const answer = ask(devops);
    await hold.reached();
    core.control.reset();
    await expect(answer).resolves.toBeDefined();
  });
});

describe("the journal", () => {
  test("tells who asked for what and keeps no token", async () => {
    const platform = core.control.seed();
    const { tenantId, principalId, clientId } = platform.deployer;
    const claims = { oid: principalId, appid: clientId, tid: tenantId, aud: "https://graph.microsoft.com" };
    const token = await core.tokens.sign(`https://sts.windows.net/${tenantId}/`, claims, 3600);
    await ask("https://graph.microsoft.com/v1.0/nothing?$select=id", {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify({ displayName: "payments", password: "canary" }),
    });
    const [entry] = core.control.listRequests();
    expect(entry).toMatchObject({
      seq: 1,
      service: "graph",
      method: "POST",
      host: "graph.microsoft.com",
      path: "/v1.0/nothing",
      query: { $select: "id" },
      caller: { kind: "principal", tenantId, principalId, clientId },
      body: { keys: ["displayName", "password"], value: { displayName: "payments", password: "(redacted)" } },
      status: 404,
    });
    expect(JSON.stringify(entry)).not.toContain(token.slice(0, 30));
  });

  test("takes nobody's word for who asks", async () => {
    await ask(`${login}/nothing`, { headers: { authorization: "Bearer eyJhbGciOiJub25lIn0.eyJvaWQiOiJtZSJ9." } });
    expect(core.control.listRequests()[0]).not.toHaveProperty("caller");
  });

  test("knows a job by its token", async () => {
    const { project, pipelines, deployer } = core.control.seed();
    const { pipelineId } = pipelines.platform;
    const job = await core.control.startJob({
      projectId: project.projectId,
      pipelineId,
      connectionIds: [deployer.connectionId],
    });
    const authorization = `Bearer ${job.environment.SYSTEM_ACCESSTOKEN}`;
    await ask("https://dev.azure.com/contoso/_apis/projects", { headers: { authorization } });
    expect(core.control.listRequests()[0]).toMatchObject({ caller: { kind: "job", jobId: job.jobId, pipelineId } });
  });
});

test("an error inside a service is the emulator's own, in the vendor's form", async () => {
  jest.spyOn(core.store.tenants, "get").mockImplementation(() => {
    throw new Error("broken on purpose");
  });
  expect(await ask(`${login}/a/v2.0/.well-known/openid-configuration`)).toMatchObject({
    status: 500,
    body: {
      error_description: expect.stringMatching(/^EmulatorError: The emulator is wrong: .*broken on purpose/) as string,
    },
  });
});
