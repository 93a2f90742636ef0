import type { PipelinePermission } from "../model/pipeline-permission";
import type { ChangeContext } from "./change-context";
import type { ClassRules, Pair, Placed } from "./class-rules";
import { compareReferences, compareValues, isSameText } from "./compare-values";
import { isConnectionGone } from "./is-connection-gone";
import type { Side } from "./side";
import { formatVisible, joinKeys } from "./join-keys";
import { createLookup } from "./lookup";
import { nameConnectionOf, nameValue, writeReference, writeValue } from "./name-value";
import { joinVerdicts, noChange, type Verdict } from "./verdict";

/** Pipeline permissions: who may use a connection. */
export const pipelinePermissionRules: ClassRules<PipelinePermission> = {
  hasOwnId: false,
  formatMeaning: (placed, context) => {
    const place = formatPlace(placed, context);
    const { pipeline, allPipelines } = placed.entity;
    return joinKeys([
      place,
      allPipelines ? "all" : pipeline.state === "known" ? `pipeline ${pipeline.value}` : undefined,
    ]);
  },
  formatPairKeys: (placed, context) => [placed.entity.allPipelines ? undefined : formatPlace(placed, context)],
  describe: ({ entity, side }, context) =>
    `${entity.allPipelines ? "all pipelines" : `pipeline ${writeValue(entity.pipeline)}`} of ${writeValue(entity.project)} on ${writeReference(entity.connection, side, context)}`,
  judgeAdded: (permission, context) =>
    isOpenToAll({ entity: permission, side: "after" }, "before", context)
      ? { level: "info", effects: [], reasons: [["Every pipeline of the project could use the connection already."]] }
      : judgeNew(permission, context),
  judgeRemoved: (permission, context) => {
    if (isOpenToAll({ entity: permission, side: "before" }, "after", context)) {
      return { level: "info", effects: [], reasons: [["Every pipeline of the project may still use the connection."]] };
    }
    return {
      level: "low",
      effects: ["breaksUse", "narrowsAccess"],
      reasons: [
        isConnectionGone(permission.connection, context)
          ? ["It goes with its service connection."]
          : permission.allPipelines
            ? ["Pipelines that are not permitted by name can no longer use the connection."]
            : ["The pipeline can no longer use the connection."],
      ],
    };
  },
  judgeChanged: (pair, context) => joinVerdicts([judgeConnection(pair, context), judgePipeline(pair, context)]),
  judgeReplaced: () => ({
    level: "low",
    effects: [],
    reasons: [["It is deleted and made anew: the pipeline cannot use the connection in between."]],
  }),
};

function formatPlace({ entity, side }: Placed<PipelinePermission>, { lineage }: ChangeContext): string | undefined {
  return joinKeys([lineage.formatReferenceKey(side, entity.connection), formatVisible(entity.project)?.toLowerCase()]);
}

/** Whether the other side lets in every pipeline where a permission is about some. */
function isOpenToAll(placed: Placed<PipelinePermission>, side: Side, context: ChangeContext): boolean {
  return findOpenings[side](context, formatPlace(placed, context)).length > 0;
}

const findOpenings = { before: createOpeningLookup("before"), after: createOpeningLookup("after") };

function createOpeningLookup(side: Side): ReturnType<typeof createLookup<ChangeContext, PipelinePermission>> {
  return createLookup(
    ({ index }) => index[side].list("pipelinePermission").filter(({ allPipelines }) => allPipelines),
    (entity, context) => formatPlace({ entity, side }, context),
  );
}

function judgeNew(permission: PipelinePermission, context: ChangeContext): Verdict {
  if (permission.allPipelines) {
    return {
      level: "critical",
      effects: ["widensAccess"],
      reasons: [["Every pipeline of the project may use the connection, also ones that somebody writes tomorrow."]],
    };
  }
  const connection = nameConnectionOf(permission.connection, "after", context);
  return permission.pipeline.state === "known"
    ? {
        level: "medium",
        effects: ["widensAccess"],
        reasons: [
          [
            "One more pipeline may use ",
            ...connection,
            ": whoever can change that pipeline acts as the connection's identity.",
          ],
        ],
      }
    : {
        level: "medium",
        effects: ["cannotBeReviewed", "widensAccess"],
        reasons: [
          [
            "Which pipeline may use ",
            ...connection,
            " cannot be seen: it is ",
            ...nameValue(permission.pipeline, "id"),
            ".",
          ],
        ],
      };
}

function judgeConnection(pair: Pair<PipelinePermission>, context: ChangeContext): Verdict {
  const { before, after } = pair;
  const relations = [
    compareReferences({ before: before.connection, after: after.connection }, pair, context),
    compareValues({ before: before.project, after: after.project, isSame: isSameText }, pair, context),
  ];
  if (relations.includes("different")) {
    return {
      ...judgeNew(after, context),
      effects: ["narrowsAccess", "widensAccess"],
      fields: ["connection"],
      reasons: [["It is now about another connection: ", ...nameConnectionOf(after.connection, "after", context), "."]],
    };
  }
  if (relations.includes("unseen")) {
    return {
      level: "medium",
      effects: ["cannotBeReviewed"],
      fields: ["connection"],
      reasons: [["Which connection it is about cannot be seen before the deployment."]],
    };
  }
  return relations.includes("reattached")
    ? {
        level: "low",
        effects: [],
        fields: ["connection"],
        reasons: [["It is re-attached to the connection that it belonged to before, whose ID is new."]],
      }
    : noChange;
}

function judgePipeline(pair: Pair<PipelinePermission>, context: ChangeContext): Verdict {
  const { before, after } = pair;
  if (before.allPipelines && after.allPipelines) {
    return noChange;
  }
  if (before.allPipelines) {
    return {
      level: "low",
      effects: ["narrowsAccess"],
      fields: ["allPipelines", "pipeline"],
      reasons: [["Only one pipeline may use the connection, where all could before."]],
    };
  }
  if (after.allPipelines) {
    return { ...judgeNew(after, context), fields: ["allPipelines", "pipeline"] };
  }
  switch (compareValues({ before: before.pipeline, after: after.pipeline }, pair, context)) {
    case "different":
      return {
        level: "medium",
        effects: ["narrowsAccess", "widensAccess"],
        fields: ["pipeline"],
        reasons: [
          ["Another pipeline may use the connection: ", ...nameValue(after.pipeline, "id"), "."],
          ["This one no longer may: ", ...nameValue(before.pipeline, "id"), "."],
        ],
      };
    case "unseen":
      return {
        level: "medium",
        effects: ["cannotBeReviewed"],
        fields: ["pipeline"],
        reasons: [
          ["Which pipeline may use the connection cannot be seen: it is ", ...nameValue(after.pipeline, "id"), "."],
        ],
      };
    case "reattached":
      return {
        level: "low",
        effects: [],
        fields: ["pipeline"],
        reasons: [["It is about the same pipeline of this stack, whose ID is new."]],
      };
    case "same":
      return noChange;
  }
}
