import fc from "fast-check";
import { longestReport, parseReport } from "../../../report/post/parse-report";
import { InputError } from "../../../report/read/input-error";
import { report } from "../../support/report-builder";

function explain(json: string): string {
  try {
    parseReport(json);
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return (error as InputError).message;
  }
  return "read";
}

test("a report is read as it was written, also behind a byte order mark", () => {
  const json = JSON.stringify(report());
  expect(parseReport(json)).toEqual(report());
  expect(parseReport(`\uFEFF${json}`)).toEqual(report());
});

test.each([
  ["", "no JSON"],
  ["{", "no JSON"],
  ["[]", "no report of keyless"],
  ["null", "no report of keyless"],
  ['{"format":"other","version":1}', "no report of keyless"],
  ['{"steps":[]}', "no report of keyless"],
  [JSON.stringify({ ...report(), version: 2 }), "has version 2, and this keyless reads version 1"],
  [JSON.stringify({ ...report(), version: 1.5 }), "has version 1.5"],
  [JSON.stringify({ ...report(), stack: 7 }), "stack: invalid_type"],
  [JSON.stringify({ ...report(), stack: "x".repeat(201) }), "stack: too_big"],
  [JSON.stringify({ ...report(), extra: 1 }), "document: unrecognized_keys"],
])("%j: %s", (json, message) => {
  expect(explain(json)).toContain(message);
});

test("what is too long is not even parsed", () => {
  expect(explain(" ".repeat(longestReport + 1))).toContain("longer than 64 MiB");
});

test("nothing of a refused report is repeated", () => {
  const canary = "##vso[task.setvariable]";
  const bad = { ...report(), [canary]: canary, run: { [canary]: canary }, sections: [{ [canary]: [canary] }] };
  expect(explain(JSON.stringify(bad))).not.toContain("##vso");
});

test("no input breaks it", () => {
  fc.assert(
    fc.property(fc.oneof(fc.json(), fc.string()), (json) => {
      expect(explain(json)).not.toBe("read");
    }),
  );
});
