import { createRule } from "./create-rule";
import { nameReferredConnection, startSentence } from "./name-thing";

/** Finds connections that every pipeline of the project may use. */
export const allPipelines = createRule("all-pipelines", (model) =>
  model
    .list("pipelinePermission")
    .filter((permission) => permission.allPipelines)
    .map((permission) => ({
      on: permission,
      message: [
        ...startSentence(nameReferredConnection(permission.connection, model)),
        " may be used by every pipeline of the project, also by those that are made later.",
      ],
    })),
);
