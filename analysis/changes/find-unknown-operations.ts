import type { EngineResource } from "../engine/engine-resource";
import type { Unrecognized } from "../model/unrecognized";
import type { Change } from "./change";
import type { ChangeContext } from "./change-context";
import { createChange } from "./create-change";
import { unrecognizedRules } from "./unrecognized-changes";

/** Finds steps that this version does not know, on resources that are nothing which the model holds: they might be anything. */
export function findUnknownOperations(context: ChangeContext): readonly Change[] {
  const steps = context.run.steps.filter(({ operation }) => operation === "unknown");
  if (steps.length === 0) {
    return [];
  }
  const known = new Set(
    [...context.models.before.entities, ...context.models.after.entities].flatMap((entity) =>
      entity.class === "identity" ? [entity.urn, ...entity.parts] : [entity.urn],
    ),
  );
  return steps.flatMap(({ urn, before, after }) => {
    if (known.has(urn) || (before !== undefined && known.has(before.urn))) {
      return [];
    }
    return createChange(
      {
        action: "changed",
        before: before && createUnrecognized(before),
        after: after && createUnrecognized(after),
        verdict: {
          level: "medium",
          effects: ["cannotBeReviewed"],
          reasons: [
            [
              "The engine would do something with it that Keyless does not know, so that nobody can judge it from here.",
            ],
          ],
        },
      },
      unrecognizedRules,
      context,
    );
  });
}

function createUnrecognized(resource: EngineResource): Unrecognized {
  const { urn, type, name, source, protect, retainOnDelete, external } = resource;
  return {
    class: "unrecognized",
    urn,
    type,
    name,
    ...(source === undefined ? {} : { source }),
    protect,
    retainOnDelete,
    external,
  };
}
