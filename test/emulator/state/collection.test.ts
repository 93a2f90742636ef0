import fc from "fast-check";
import { AdjustableClock } from "../../../emulator/state/clock";
import { Collection } from "../../../emulator/state/collection";

interface Row {
  id: string;
  value: number;
}

function createCollection(): { clock: AdjustableClock; rows: Collection<Row> } {
  jest.useFakeTimers({ now: 0 });
  const clock = new AdjustableClock();
  return { clock, rows: new Collection<Row>(clock, (row) => row.id) };
}

afterEach(() => {
  jest.useRealTimers();
});

test("keys have no letter case and are unique among what is there", () => {
  const { rows } = createCollection();
  rows.insert({ id: "Abc", value: 1 });
  expect(rows.get("aBC")).toEqual({ id: "Abc", value: 1 });
  expect(() => rows.insert({ id: "ABC", value: 2 })).toThrow("duplicate key");
  rows.remove("abc");
  expect(rows.insert({ id: "ABC", value: 2 })).toEqual(rows.get("abc"));
});

test("what is gone cannot be updated or removed again", () => {
  const { rows } = createCollection();
  expect(() => rows.update({ id: "a", value: 1 })).toThrow("unknown key");
  rows.insert({ id: "a", value: 1 });
  expect(rows.remove("a")).toEqual({ id: "a", value: 1 });
  expect(rows.remove("a")).toBeUndefined();
  expect(() => rows.update({ id: "a", value: 1 })).toThrow("unknown key");
});

test("its own service sees a change at once, another one exactly as late as told", () => {
  const delay = fc.nat(1000);
  fc.assert(
    fc.property(delay, delay, delay, delay, (appearMs, disappearMs, lived, waited) => {
      const { clock, rows } = createCollection();
      rows.setDelays({ login: { appearMs, disappearMs } });
      rows.insert({ id: "a", value: 1 });
      expect(rows.list()).toHaveLength(1);
      expect(rows.seenBy("graph")).toHaveLength(1);
      clock.advance(lived);
      expect(rows.seenBy("login")).toHaveLength(lived >= appearMs ? 1 : 0);
      rows.remove("a");
      clock.advance(waited);
      expect(rows.list()).toHaveLength(0);
      expect(rows.seenBy("graph")).toHaveLength(0);
      const visible = lived + waited >= appearMs && waited < disappearMs;
      expect(rows.seenBy("login")).toHaveLength(visible ? 1 : 0);
    }),
  );
});

test("a snapshot is a copy, with the age of every row", () => {
  const { clock, rows } = createCollection();
  rows.setDelays({ arm: { appearMs: 10, disappearMs: 10 } });
  rows.insert({ id: "a", value: 1 });
  rows.insert({ id: "b", value: 1 });
  clock.advance(10);
  rows.remove("b");
  const snapshot = rows.snapshot();
  rows.update({ id: "a", value: 2 });
  rows.restore(snapshot);
  expect(rows.list()).toEqual([{ id: "a", value: 1 }]);
  expect(rows.seenBy("arm")).toHaveLength(2);
  clock.advance(10);
  expect(rows.seenBy("arm")).toHaveLength(1);
});

test("time only moves forward", () => {
  expect(() => {
    new AdjustableClock().advance(-1);
  }).toThrow(RangeError);
});
