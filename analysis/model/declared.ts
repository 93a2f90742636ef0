import type { SourcePosition } from "../engine/engine-resource";

/** What every thing of the model has: the resource that declares it. */
export interface Declared {
  readonly urn: string;
  /** Type token of the resource. */
  readonly type: string;
  /** Logical name of the resource. */
  readonly name: string;
  /** URN of the nearest component of ours above it. */
  readonly component?: string;
  readonly source?: SourcePosition;
  readonly protect: boolean;
  readonly retainOnDelete: boolean;
  /** True where the program only reads it: its owner is elsewhere. */
  readonly external: boolean;
}
