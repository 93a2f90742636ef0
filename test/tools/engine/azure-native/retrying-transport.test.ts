import type { HttpRequest, HttpResponse } from "../../../../tools/engine/azure-native/http-transport";
import { createRetryingTransport } from "../../../../tools/engine/azure-native/retrying-transport";
import { readRetryAfter, readWaitPolicy } from "../../../../tools/engine/azure-native/waiting";
import { respond, respondError } from "./azure-double";

const request: HttpRequest = { method: "PUT", url: "https://management.azure.com/a", headers: {} };
const done = respond(200, { name: "a" });

async function send(...outcomes: (HttpResponse | Error)[]) {
  const waits: number[] = [];
  const left = [...outcomes];
  const transport = createRetryingTransport(
    () => {
      const outcome = left.shift();
      if (outcome === undefined) throw new Error("one request too many");
      return outcome instanceof Error ? Promise.reject(outcome) : Promise.resolve(outcome);
    },
    {
      retryDelays: [20_000, 60_000, 120_000],
      pause: (milliseconds) => {
        waits.push(milliseconds);
        return Promise.resolve();
      },
    },
  );
  return { response: await transport(request), waits, left };
}

describe("a request that fails in passing", () => {
  it.each([408, 429, 500, 502, 503, 504])("is sent again after status %d", async (status) => {
    const { response, waits } = await send(respondError(status, ""), done);
    expect(response).toBe(done);
    expect(waits).toEqual([20_000]);
  });

  it.each(["ConcurrentFederatedIdentityCredentialsWritesForSingleManagedIdentity", "AnotherOperationInProgress"])(
    "is sent again after the conflict %s, with the pauses of the official provider",
    async (code) => {
      const conflict = respondError(409, code);
      const { response, waits } = await send(conflict, conflict, conflict, done);
      expect(response).toBe(done);
      expect(waits).toEqual([20_000, 60_000, 120_000]);
    },
  );

  it("is given up after three more tries, with the last answer", async () => {
    const { response, left } = await send(...Array.from({ length: 4 }, () => respondError(503, "Busy")), done);
    expect(response.status).toBe(503);
    expect(left).toEqual([done]);
  });

  it("waits as long as the service asks", async () => {
    const throttled = { ...respondError(429, "TooManyRequests"), headers: { "retry-after": "7" } };
    expect((await send(throttled, done)).waits).toEqual([7000]);
  });

  it("is sent again after a broken connection", async () => {
    const reset = Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET" });
    expect((await send(reset, done)).response).toBe(done);
  });

  it.each([400, 401, 403, 404, 412])("is not sent again after status %d", async (status) => {
    const { response, waits } = await send(respondError(status, "PrincipalNotFound"));
    expect(response.status).toBe(status);
    expect(waits).toEqual([]);
  });

  it("is not sent again after another conflict", async () => {
    expect((await send(respondError(409, "RoleAssignmentExists"))).waits).toEqual([]);
  });

  it("is not sent again to a host that cannot be reached", async () => {
    const refused = Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" });
    await expect(send(refused, done)).rejects.toBe(refused);
  });
});

describe("the wait that an answer asks for", () => {
  it.each([
    [{ "retry-after-ms": "250" }, 250],
    [{ "x-ms-retry-after-ms": "300", "retry-after": "9" }, 300],
    [{ "retry-after": "2" }, 2000],
    [{ "retry-after": "Thu, 01 Jan 1970 00:00:00 GMT" }, 0],
    [{ "retry-after": "soon" }, undefined],
    [{}, undefined],
  ])("%j is %s ms", (headers, wait) => {
    expect(readRetryAfter({ status: 429, headers, body: "" })).toBe(wait);
  });
});

describe("the wait policy", () => {
  it("is the official provider's", () => {
    expect(readWaitPolicy({})).toEqual({
      retryDelays: [20_000, 60_000, 120_000],
      updatePolling: 10_000,
      deletePolling: 30_000,
    });
  });

  it("is shortened by a factor", () => {
    expect(readWaitPolicy({ AZURE_NATIVE_STAND_IN_WAIT_SCALE: "0.01" }).retryDelays).toEqual([200, 600, 1200]);
  });

  it.each(["fast", "-1", "2"])("refuses the factor %s", (factor) => {
    expect(() => readWaitPolicy({ AZURE_NATIVE_STAND_IN_WAIT_SCALE: factor })).toThrow(
      "AZURE_NATIVE_STAND_IN_WAIT_SCALE must be a number from 0 to 1",
    );
  });
});
