import fc from "fast-check";
import { decidePost, type Authorship, type ExistingComment } from "../../../report/post/decide-post";

function comment(id: number, run: number, change: Partial<ExistingComment> = {}): ExistingComment {
  return { id, author: "own", run: { pipeline: "11", number: run, attempt: 1 }, hash: "same", ...change };
}

const next = { run: { pipeline: "11", number: 5, attempt: 2 }, hash: "same", quiet: false };
const run = (number: number, attempt: number, pipeline = "11") => ({ pipeline, number, attempt });

describe("where nobody told anything before", () => {
  it("tells what there is to tell, and nothing else", () => {
    expect(decidePost([], next)).toEqual({ action: "create" });
    expect(decidePost([], { ...next, quiet: true })).toEqual({ action: "none", reason: "quiet" });
  });

  it("does not look at what people wrote", () => {
    const forged = comment(1, 999, { author: "person" });
    expect(decidePost([forged], next)).toEqual({ action: "create" });
    expect(decidePost([forged], { ...next, quiet: true })).toEqual({ action: "none", reason: "quiet" });
  });

  it("tries to go on with the last one of another service, whatever that claims", () => {
    const others = [comment(1, 999, { author: "service" }), comment(2, 1, { author: "service", hash: "x" })];
    expect(decidePost(others, { ...next, quiet: true })).toEqual({ action: "takeOver", comment: others[1] });
  });
});

describe("where this identity told something before", () => {
  it.each([
    ["an earlier run", run(4, 9), "other", "update"],
    ["an earlier run, the same text", run(4, 9), "same", "keep"],
    ["an earlier attempt", run(5, 1), "other", "update"],
    ["the same attempt", run(5, 2), "other", "update"],
    ["another pipeline, whatever its number", run(999, 1, "12"), "other", "update"],
    ["a later attempt", run(5, 3), "other", "none"],
    ["a later run", run(6, 1), "other", "none"],
    ["a later run, the same text", run(6, 1), "same", "none"],
  ])("%s: %j %s → %s", (_, of, hash, action) => {
    expect(decidePost([comment(1, 0, { run: of, hash })], next)).toMatchObject({ action });
    expect(decidePost([comment(1, 0, { run: of, hash })], { ...next, quiet: true })).toMatchObject({ action });
  });

  it("does not look at what others wrote", () => {
    const own = comment(3, 4);
    const existing = [comment(1, 999, { author: "service" }), own, comment(9, 999, { author: "person" })];
    expect(decidePost(existing, next)).toEqual({ action: "keep", comment: own, duplicates: [] });
  });

  it("keeps the oldest of several and drops those of no later run", () => {
    const [first, second, third] = [comment(1, 3, { hash: "x" }), comment(2, 4), comment(3, 5)];
    expect(decidePost([third, first, second], next)).toEqual({
      action: "update",
      comment: first,
      duplicates: [second, third],
    });
    const later = comment(4, 6);
    expect(decidePost([first, second, later], next)).toEqual({
      action: "none",
      reason: "laterRun",
      duplicates: [second],
    });
  });
});

test("two runs never drop each other's comment both, and a later one is never overwritten", () => {
  const authors: readonly Authorship[] = ["own", "service", "person"];
  const existing = fc.uniqueArray(
    fc.record({
      id: fc.nat(20),
      author: fc.constantFrom(...authors),
      run: fc.record({ pipeline: fc.constantFrom("11", "12"), number: fc.nat(9), attempt: fc.nat(2) }),
      hash: fc.constantFrom("same", "other"),
    }),
    { selector: ({ id }) => id },
  );
  fc.assert(
    fc.property(existing, fc.nat(9), fc.boolean(), (all, number, quiet) => {
      const decision = decidePost(all, { run: run(number, 1), hash: "same", quiet });
      const own = all.filter(({ author }) => author === "own").sort((one, other) => one.id - other.id);
      const dropped = "duplicates" in decision ? decision.duplicates : [];
      const written = "comment" in decision ? [decision.comment] : [];
      expect(dropped).not.toContain(own[0]);
      for (const one of dropped) expect(own).toContain(one);
      for (const one of [...dropped, ...written].filter(({ author }) => author === "own")) {
        expect(one.run.pipeline === "11" && one.run.number > number).toBe(false);
      }
      expect(written.some(({ author }) => author === "person")).toBe(false);
    }),
  );
});
