import type { FaultTarget } from "../../../emulator/wire/faults";
import { Holds } from "../../../emulator/wire/holds";

const target: FaultTarget = { service: "arm", method: "PUT", pathAndQuery: "/subscriptions/s/credentials/c" };

/** Sends a request through and notes when it has passed. */
function send(holds: Holds, when: "before" | "after" = "before"): { passed: boolean; done: Promise<void> } {
  const request = { passed: false, done: Promise.resolve() };
  request.done = holds.pass(when, target).then(() => {
    request.passed = true;
  });
  return request;
}

test("what matches stands still until it is released, and passes from then on", async () => {
  const holds = new Holds();
  const hold = holds.add({ service: "arm", method: "put", path: "/CREDENTIALS/" });
  const [first, second] = [send(holds), send(holds)];
  await hold.reached(2);
  expect([first.passed, second.passed]).toEqual([false, false]);
  hold.release();
  await Promise.all([first.done, second.done]);
  await send(holds).done;
});

test("says when so many have come, be it earlier or later", async () => {
  const holds = new Holds();
  const hold = holds.add({});
  let reached = 0;
  const watching = [1, 2].map((count) => hold.reached(count).then(() => (reached = count)));
  send(holds);
  await watching[0];
  await hold.reached();
  expect(reached).toBe(1);
  send(holds);
  await watching[1];
  expect(reached).toBe(2);
});

test.each([
  { rule: { method: "GET" }, what: "another method" },
  { rule: { when: "after" as const }, what: "another moment" },
  { rule: { skip: 1 }, what: "one that is skipped" },
])("lets $what pass", async ({ rule }) => {
  const holds = new Holds();
  holds.add(rule);
  await expect(send(holds).done).resolves.toBeUndefined();
});

test("all are released together", async () => {
  const holds = new Holds();
  holds.add({ when: "after" });
  holds.add({ when: "after", service: "arm" });
  const request = send(holds, "after");
  holds.releaseAll();
  await expect(request.done).resolves.toBeUndefined();
});

test("a path that is no regular expression is refused", () => {
  expect(() => new Holds().add({ path: "(" })).toThrow(SyntaxError);
});
