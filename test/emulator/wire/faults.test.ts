import fc from "fast-check";
import { Faults, type FaultTarget } from "../../../emulator/wire/faults";

const target: FaultTarget = {
  service: "devops",
  method: "POST",
  pathAndQuery: "/contoso/_apis/serviceendpoint/endpoints?x=1",
};

test("skips and strikes exactly as often as told", () => {
  fc.assert(
    fc.property(fc.nat(6), fc.integer({ min: 1, max: 6 }), fc.nat(20), (skip, times, requests) => {
      const faults = new Faults();
      faults.add({ status: 429, skip, times });
      const struck = Array.from({ length: requests }, () => faults.strike(target) !== undefined);
      expect(struck).toEqual(struck.map((_one, index) => index >= skip && index < skip + times));
    }),
  );
});

test("strikes once unless told otherwise, or always", () => {
  const faults = new Faults();
  faults.add({ reset: true });
  expect([faults.strike(target), faults.strike(target)]).toMatchObject([{ reset: true }, undefined]);
  faults.add({ reset: true, times: "always" });
  for (let count = 0; count < 5; count += 1) expect(faults.strike(target)).toBeDefined();
});

test.each([
  [{ service: "graph" as const }, false],
  [{ service: "devops" as const }, true],
  [{ method: "post" }, true],
  [{ method: "GET" }, false],
  [{ path: "/_APIS/serviceendpoint/endpoints\\?x=1$" }, true],
  [{ path: "^/_apis" }, false],
  [{ service: "devops" as const, method: "POST", path: "nothing" }, false],
])("matches by every field given: %j", (rule, matches) => {
  const faults = new Faults();
  faults.add({ ...rule, status: 503 });
  expect(faults.strike(target) !== undefined).toBe(matches);
});

test("a spent fault lets the next one strike", () => {
  const faults = new Faults();
  faults.add({ status: 429 });
  faults.add({ status: 503 });
  expect([1, 2, 3].map(() => faults.strike(target)?.status)).toEqual([429, 503, undefined]);
});

test("are cleared one by one or all together", () => {
  const faults = new Faults();
  const { id } = faults.add({ status: 429 });
  faults.add({ status: 503 });
  faults.clear(id);
  expect(faults.list()).toMatchObject([{ status: 503, seen: 0, struck: 0 }]);
  faults.clear();
  expect(faults.list()).toEqual([]);
});

test("a path that is no regular expression is refused", () => {
  expect(() => new Faults().add({ path: "(", status: 500 })).toThrow(SyntaxError);
});
