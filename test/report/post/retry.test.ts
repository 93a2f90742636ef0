import { PostError } from "../../../report/post/post-error";
import { retry } from "../../../report/post/retry";
import { parseRetryAfter, ServiceFailure } from "../../../report/post/service-failure";

async function run(failures: readonly unknown[]): Promise<{ result: unknown; pauses: number[] }> {
  const left = [...failures];
  const pauses: number[] = [];
  const work = (): Promise<string> => {
    const failure = left.shift();
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- also what is no error must come through
    return failure === undefined ? Promise.resolve("done") : Promise.reject(failure);
  };
  const wait = (milliseconds: number): Promise<void> => {
    pauses.push(milliseconds);
    return Promise.resolve();
  };
  const result = await retry(work, wait).catch((error: unknown) => error);
  return { result, pauses };
}

const passing = new ServiceFailure(503, "busy");

it.each([undefined, 409, 429, 500, 502, 503, 504])("status %s passes", async (status) => {
  expect(await run([new ServiceFailure(status, "x")])).toEqual({ result: "done", pauses: [1_000] });
});

it.each([400, 401, 403, 404, 422])("status %s does not", async (status) => {
  const failure = new ServiceFailure(status, "x");
  expect(await run([failure])).toEqual({ result: failure, pauses: [] });
});

it("doubles its pauses and gives up with the last failure", async () => {
  const last = new ServiceFailure(500, "last");
  const { result, pauses } = await run([passing, passing, passing, passing, passing, last]);
  expect(pauses).toEqual([1_000, 2_000, 4_000, 8_000, 16_000]);
  expect(result).toBe(last);
});

it("waits as long as the service asks, even where the status alone would not pass", async () => {
  const throttled = new ServiceFailure(403, "secondary rate limit", 42_000);
  expect(await run([throttled, new ServiceFailure(429, "x", 100)])).toEqual({
    result: "done",
    pauses: [42_000, 2_000],
  });
});

it("does not wait for an hour", async () => {
  const { result, pauses } = await run([new ServiceFailure(429, "slow down", 3_600_000)]);
  expect(pauses).toEqual([]);
  expect(result).toBeInstanceOf(PostError);
  expect(result).toHaveProperty("message", "The service asks to wait 3600 seconds: slow down");
});

it("repeats nothing that fails otherwise", async () => {
  const defect = new TypeError("x is not a function");
  expect(await run([defect])).toEqual({ result: defect, pauses: [] });
});

// RFC 9110, section 10.2.3
it.each([
  [undefined, undefined],
  ["120", 120_000],
  [" 0 ", 0],
  ["Wed, 21 Oct 2015 07:28:30 GMT", 30_000],
  ["Wed, 21 Oct 2015 07:27:00 GMT", 0],
  ["soon", undefined],
])("Retry-After %s is %s", (header, expected) => {
  expect(parseRetryAfter(header, Date.parse("Wed, 21 Oct 2015 07:28:00 GMT"))).toBe(expected);
});
