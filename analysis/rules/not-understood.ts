import { createRule } from "./create-rule";
import { nameThing } from "./name-thing";

/** Finds resources that can give access and that this version does not understand. */
export const notUnderstood = createRule("not-understood", (model) =>
  model.list("unrecognized").map((resource) => ({
    on: resource,
    message: [
      "The resource ",
      ...nameThing(resource),
      " of type ",
      { value: resource.type, kind: "resource" },
      " can give access, but this version of Keyless does not understand it.",
    ],
  })),
);
