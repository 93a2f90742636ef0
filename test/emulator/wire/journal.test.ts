import fc from "fast-check";
import { Journal, type JournalEntry } from "../../../emulator/wire/journal";

function entry(seq: number, changes: Partial<JournalEntry> = {}): JournalEntry {
  const time = "2026-11-24T00:00:00.000Z";
  return {
    seq,
    time,
    service: "arm",
    method: "GET",
    host: "h",
    path: "/a",
    query: {},
    status: 200,
    durationMs: 1,
    ...changes,
  };
}

test("is in the order of arrival, whatever the order of the answers", () => {
  const orders = fc.nat(30).chain((count) => fc.shuffledSubarray([...Array(count).keys()], { minLength: count }));
  fc.assert(
    fc.property(orders, (order) => {
      const journal = new Journal();
      for (const index of order) journal.add(entry(index + 1));
      expect(journal.list().map(({ seq }) => seq)).toEqual(order.map((_index, place) => place + 1));
    }),
  );
});

test("drops the oldest beyond its limit", () => {
  const journal = new Journal(2);
  for (const seq of [1, 2, 3]) journal.add(entry(seq));
  expect(journal.list().map(({ seq }) => seq)).toEqual([2, 3]);
});

test("lists by every field given", () => {
  const journal = new Journal();
  journal.add(entry(1, { service: "graph", method: "POST", path: "/v1.0/applications" }));
  journal.add(entry(2, { service: "graph", path: "/v1.0/applications" }));
  journal.add(entry(3));
  const list = (filter: Parameters<Journal["list"]>[0]): number[] => journal.list(filter).map(({ seq }) => seq);
  expect(list({ service: "graph" })).toEqual([1, 2]);
  expect(list({ method: "post" })).toEqual([1]);
  expect(list({ path: /applications$/ })).toEqual([1, 2]);
  expect(list({ service: "graph", afterSeq: 1 })).toEqual([2]);
});

test("goes on counting after it was cleared", () => {
  const journal = new Journal();
  journal.add(entry(journal.nextSeq()));
  journal.clear();
  expect(journal.list()).toEqual([]);
  expect(journal.nextSeq()).toBe(2);
});
