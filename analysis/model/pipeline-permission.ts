import type { Declared } from "./declared";
import type { Reference } from "./reference";
import type { Value } from "./value";

/** Who may use it: a pipeline, or every pipeline of the project. */
export interface PipelinePermission extends Declared {
  readonly class: "pipelinePermission";
  readonly connection: Reference;
  readonly project: Value;
  /** ID of the pipeline's definition as text; absent where every pipeline is meant. */
  readonly pipeline: Value;
  readonly allPipelines: boolean;
}
