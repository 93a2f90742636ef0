import * as fc from "fast-check";
import { renderJson } from "../../../report/render/json";
import { reportSchema, type Report } from "../../../report/report-document";
import { fillReport, hostileText } from "../../support/arbitrary-reports";
import { createSmallReport } from "../../support/sample-reports";

/** The same data with every object's keys turned round. */
function turnKeys(data: unknown): unknown {
  if (Array.isArray(data)) {
    return data.map(turnKeys);
  }
  if (typeof data === "object" && data !== null) {
    return Object.fromEntries(
      Object.entries(data)
        .reverse()
        .map(([key, value]) => [key, turnKeys(value)]),
    );
  }
  return data;
}

test("is the report, whole", () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const filled = fillReport(text);
      expect(reportSchema.parse(JSON.parse(renderJson(filled)))).toEqual(filled);
    }),
  );
  const small = createSmallReport();
  expect(JSON.parse(renderJson(small))).toEqual(small);
});

test("does not depend on the order of keys", () => {
  const small = createSmallReport();
  const turned = reportSchema.parse(turnKeys(small));
  expect(renderJson(turnKeys(small) as Report)).toBe(renderJson(small));
  expect(renderJson(turned)).toBe(renderJson(small));
});

test("begins with what it is", () => {
  expect(renderJson(createSmallReport())).toMatch(
    /^\{\n {2}"format": "keyless-report",\n {2}"version": 1,\n {2}"project"/,
  );
});
