import { isEngineState, type EngineState } from "./engine-state";
import { isJsonObject } from "./json-object";
import { readText, readTexts } from "./read-field";

/** One step of a digest. */
export interface DigestStep {
  readonly op: string;
  readonly urn: string;
  readonly oldState: EngineState | undefined;
  readonly newState: EngineState | undefined;
  readonly diffReasons: readonly string[];
  readonly replaceReasons: readonly string[];
}

/** Reads one step of a digest; nothing where it does not say of which resource it is. */
export function readDigestStep(step: unknown): DigestStep | undefined {
  if (!isJsonObject(step) || typeof step["urn"] !== "string") {
    return undefined;
  }
  const { oldState, newState } = step;
  return {
    op: readText(step["op"]),
    urn: step["urn"],
    oldState: isEngineState(oldState) ? oldState : undefined,
    newState: isEngineState(newState) ? newState : undefined,
    diffReasons: readTexts(step["diffReasons"]),
    replaceReasons: readTexts(step["replaceReasons"]),
  };
}
