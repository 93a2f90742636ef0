import type { EngineStep, StepOperation } from "../../../analysis/engine/engine-run";
import { createResource } from "../../support/engine-resources";
import { readPhrase, reportOf } from "./report-of";

const step = (type: string, operation: StepOperation): EngineStep => {
  const resource = createResource(type, `${type} ${operation}`);
  return {
    operation,
    urn: resource.urn,
    ...(operation === "delete" ? { before: resource } : { after: resource }),
    differences: [],
    replaceReasons: [],
  };
};

const listLimits = (steps: readonly EngineStep[]): readonly string[] =>
  reportOf([], [], { run: { steps } }).limits.map(readPhrase);

test("what commands and code do is not seen, and the report says so", () => {
  const limit =
    "1 resource runs a command or code of its own with the rights of this deployment: what that does is not seen.";

  expect(listLimits([step("command:local:Command", "create")])).toContain(limit);
  expect(listLimits([step("command:remote:Command", "delete")])).toContain(limit);
  expect(
    listLimits([step("pulumi-nodejs:dynamic:Resource", "update"), step("pulumi-python:dynamic:Resource", "create")]),
  ).toContain(
    "2 resources run commands or code of their own with the rights of this deployment: what that does is not seen.",
  );
});

test("nothing is said of commands that do not run", () => {
  expect(listLimits([step("command:local:Command", "same")])).toEqual(listLimits([]));
});
