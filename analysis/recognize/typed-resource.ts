import type { EngineResource } from "../engine/engine-resource";

/** A resource with the key of its type, which is asked for often. */
export interface TypedResource {
  readonly resource: EngineResource;
  readonly key: string;
}
