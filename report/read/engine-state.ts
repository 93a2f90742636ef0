import { isJsonObject, type JsonObject } from "./json-object";

/** A resource's state in the words of the engine's JSON. Only its URN is sure to be there: every other field is read tolerantly. */
export interface EngineState extends JsonObject {
  readonly urn: string;
}

/** Whether a value is the state of a resource. */
export function isEngineState(value: unknown): value is EngineState {
  return isJsonObject(value) && typeof value["urn"] === "string";
}
