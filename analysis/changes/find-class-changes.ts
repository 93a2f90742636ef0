import type { EngineStep } from "../engine/engine-run";
import type { Entity, EntityClass } from "../model/model";
import { indexModel } from "../rules/model-index";
import type { Change, ChangeAction } from "./change";
import type { ChangeContext } from "./change-context";
import type { ClassRules } from "./class-rules";
import { findClassRules } from "./class-rules-table";
import { createChange } from "./create-change";
import type { Side } from "./side";
import { isReplacementCertain } from "./is-replacement-certain";
import { pairEntities, type Match } from "./pair-entities";
import { noChange, joinVerdicts, type Verdict } from "./verdict";

/** Finds the changes of one class. */
export function findClassChanges(entityClass: EntityClass, context: ChangeContext): readonly Change[] {
  const rules = findClassRules(entityClass);
  const sides = {
    before: indexModel(context.models.before).list(entityClass),
    after: indexModel(context.models.after).list(entityClass),
  };
  const { matches, gone, made, isThere } = pairEntities(sides, rules, context);
  return [
    ...matches.flatMap((match) => judgeMatch(match, rules, context)),
    ...made.flatMap((entity) => judgeMade(entity, { isThere: isThere(entity, "after") }, rules, context)),
    ...gone.flatMap((entity) => judgeGone(entity, { isThere: isThere(entity, "before") }, rules, context)),
  ];
}

const unknownOperation: Verdict = {
  level: "medium",
  effects: ["cannotBeReviewed"],
  reasons: [
    ["The engine would do something with it that Keyless does not know, so that nobody can judge it from here."],
  ],
};

function judgeMatch<E extends Entity>(
  match: Match<E>,
  rules: ClassRules<E>,
  context: ChangeContext,
): readonly Change[] {
  return [...judgeDifferences(match, rules, context), ...judgeProtection(match, rules, context)];
}

function judgeDifferences<E extends Entity>(
  match: Match<E>,
  rules: ClassRules<E>,
  context: ChangeContext,
): readonly Change[] {
  const { before, after, by } = match;
  const { lineage } = context;
  const step = lineage.findStep("after", after.urn);
  const isMadeAnew =
    by === "thing" && (step?.operation === "replace" || lineage.isReplaced(lineage.formatKey("after", after)));
  const isUntouched = by === "thing" && !isMadeAnew && isSame(match, context);
  if (isUntouched && before.urn === after.urn) {
    return [];
  }
  const differences = isUntouched || by === "meaning" ? noChange : rules.judgeChanged(match, context);
  const action = findAction(match, { hasFields: (differences.fields ?? []).length > 0, isMadeAnew, step, rules });
  const verdict = joinVerdicts([
    ...(action === "moved" ? [judgeMoved(match)] : [differences]),
    ...(isMadeAnew || by === "successor" ? [judgeReplacement(match, rules, context)] : []),
    ...(step?.operation === "unknown" ? [unknownOperation] : []),
  ]);
  return action === undefined ? [] : createChange({ action, before, after, verdict }, rules, context);
}

function judgeReplacement<E extends Entity>(match: Match<E>, rules: ClassRules<E>, context: ChangeContext): Verdict {
  return match.by === "thing" && !isReplacementCertain(match.after, context)
    ? {
        level: "info",
        effects: [],
        reasons: [
          [
            "The preview makes it anew only because something that it depends on is updated: where the ID of that stays, so does this.",
          ],
        ],
      }
    : rules.judgeReplaced(match, context);
}

/** Whether the engine says that every resource of a thing stays as it is, whatever a provider fills in on one side. */
function isSame({ before, after }: Match<Entity>, { lineage }: ChangeContext): boolean {
  const isSameStep = (side: Side, urn: string): boolean => lineage.findStep(side, urn)?.operation === "same";
  return (
    listUrns(before).every((urn) => isSameStep("before", urn)) &&
    listUrns(after).every((urn) => isSameStep("after", urn))
  );
}

function listUrns(entity: Entity): readonly string[] {
  return entity.class === "identity" ? [entity.urn, ...entity.parts] : [entity.urn];
}

/** Protection is told apart from everything else that changes: it is about what may happen next. */
function judgeProtection<E extends Entity>(
  { before, after }: Match<E>,
  rules: ClassRules<E>,
  context: ChangeContext,
): readonly Change[] {
  if (before.protect === after.protect) {
    return [];
  }
  return before.protect
    ? createChange({ action: "unprotected", before, after, verdict: unprotected }, rules, context)
    : createChange({ action: "changed", before, after, verdict: nowProtected }, rules, context);
}

const nowProtected: Verdict = {
  level: "info",
  effects: ["addsGuard"],
  fields: ["protect"],
  reasons: [["It is protected from now on: nothing deletes it without a further step."]],
};

const unprotected: Verdict = {
  level: "medium",
  effects: ["removesProtection"],
  fields: ["protect"],
  reasons: [["It is no longer protected: the next change may delete it without a further step."]],
};

function findAction<E extends Entity>(
  { before, after, by }: Match<E>,
  facts: {
    readonly hasFields: boolean;
    readonly isMadeAnew: boolean;
    readonly step: EngineStep | undefined;
    readonly rules: ClassRules<E>;
  },
): ChangeAction | undefined {
  const { hasFields, isMadeAnew, step, rules } = facts;
  if (by === "meaning") {
    return "moved";
  }
  if (isMadeAnew || by === "successor") {
    return hasFields && !rules.hasOwnId ? "changed" : "replaced";
  }
  if (hasFields || step?.operation === "unknown") {
    return "changed";
  }
  return before.urn === after.urn ? undefined : "moved";
}

function judgeMoved({ by, after }: Match<Entity>): Verdict {
  return {
    level: "info",
    // Tokens are refused from the moment when the one is deleted until the other one is there.
    effects: by === "meaning" && after.class === "trust" ? ["replacesCredential"] : [],
    reasons: [
      by === "meaning"
        ? ["One resource takes over from another, with exactly the same meaning: nobody gets more or less."]
        : ["It has another name in the program; what it means is the same."],
    ],
  };
}

function judgeMade<E extends Entity>(
  entity: E,
  { isThere }: { readonly isThere: boolean },
  rules: ClassRules<E>,
  context: ChangeContext,
): readonly Change[] {
  const step = context.lineage.findStep("after", entity.urn);
  const full = rules.judgeAdded(entity, context);
  const draft = (action: ChangeAction, verdict: Verdict): readonly Change[] =>
    createChange({ action, after: entity, verdict }, rules, context);
  if (step?.operation === "import") {
    return draft("imported", describeExisting(full, "It exists already; from now on this stack manages it."));
  }
  if (step?.operation === "read" || entity.external) {
    return draft(
      "read",
      describeExisting(full, "It exists already and is managed elsewhere; the program only reads it."),
    );
  }
  const verdict: Verdict = isThere
    ? { level: "info", effects: [], reasons: [["The same is declared already, so that nobody gets more."]] }
    : full;
  return draft("added", step?.operation === "unknown" ? joinVerdicts([verdict, unknownOperation]) : verdict);
}

/** What exists already gives nobody anything new, but whoever reviews has to see what it gives. */
function describeExisting(full: Verdict, reason: string): Verdict {
  return {
    level: "info",
    effects: full.effects.filter((effect) => effect === "cannotBeReviewed"),
    reasons: [[reason], ...full.reasons],
  };
}

function judgeGone<E extends Entity>(
  entity: E,
  { isThere }: { readonly isThere: boolean },
  rules: ClassRules<E>,
  context: ChangeContext,
): readonly Change[] {
  const step = context.lineage.findStep("before", entity.urn);
  const draft = (action: ChangeAction, verdict: Verdict): readonly Change[] =>
    createChange({ action, before: entity, verdict }, rules, context);
  const isDeleted = step?.operation === "delete" || step?.operation === "replace";
  if (!isDeleted && step?.after === undefined && step?.operation !== "discard" && !context.run.complete) {
    // What an incomplete run does not list may still be there.
    return [];
  }
  if (entity.external || step?.operation === "discard") {
    return draft("left", {
      level: "info",
      effects: [],
      reasons: [["The program no longer reads it. It stays as it is: somebody else manages it."]],
    });
  }
  if (entity.retainOnDelete && step?.after === undefined && context.run.source !== "drift") {
    return draft("left", {
      level: "medium",
      effects: [],
      reasons: [
        [
          "It is removed from Pulumi only: it stays in the cloud with all that it gives, and nobody manages it any more.",
        ],
      ],
    });
  }
  return draft(
    "removed",
    isThere
      ? {
          level: "info",
          effects: [],
          reasons: [["The same stays declared elsewhere in the stack, so that nobody loses anything."]],
        }
      : rules.judgeRemoved(entity, context),
  );
}
