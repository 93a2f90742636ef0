import { checkMap } from "../arguments/check-collection";
import { type Check, joinPath } from "../arguments/check";
import { readProperties } from "../arguments/check-object";
import { checkAll } from "../arguments/check-one-of";
import { input } from "../arguments/check-presence";
import { checkName, checkText } from "../arguments/check-text";
import { createProblem, type Problem } from "../errors/problem";
import { isKey, keyRequirement } from "../naming/key";

// Azure DevOps counts pipelines with 32 bits.
const largestPipelineId = 2 ** 31 - 1;

/** Checks the ID of a pipeline. */
export const checkPipelineId: Check = checkText((path, value) =>
  /^[1-9]\d{0,9}$/.test(value) && Number(value) <= largestPipelineId
    ? []
    : [createProblem(path, "not-a-pipeline-id", { value })],
);

/** Checks the map of authorized pipelines: each key and ID for itself, and that no pipeline stands under two keys. */
export const checkAuthorizedPipelines: Check = checkAll(
  checkMap(checkName({ of: "a pipeline here", requirement: keyRequirement, isValid: isKey }), input(checkPipelineId)),
  checkDistinct,
);

function checkDistinct(path: string, value: unknown): readonly Problem[] {
  const pathsById = new Map<string, string>();
  return [...(readProperties(value) ?? [])].flatMap(([key, id]) => {
    if (typeof id !== "string") {
      return [];
    }
    const here = joinPath(path, key);
    const other = pathsById.get(id);
    pathsById.set(id, other ?? here);
    return other === undefined ? [] : [createProblem(here, "authorized-twice", { pipelineId: id, other })];
  });
}
