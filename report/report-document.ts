import { z } from "zod";
import { levels } from "../analysis/level";

/*
 * The report as data: what every format is rendered from, and the one thing that the posting step accepts. Its version rises
 * when a reader of an older one could misread it.
 */

const text = (max: number) => z.string().max(max);

const phraseSchema = z
  .array(
    z.union([
      text(4_000),
      z.strictObject({
        value: text(4_000),
        kind: z.enum(["name", "id", "role", "scope", "issuer", "subject", "text", "branch", "resource"]),
      }),
    ]),
  )
  .max(100);

const levelSchema = z.enum(levels);

const sourceSchema = z.strictObject({
  file: text(1_000),
  line: z.number().int().positive(),
  column: z.number().int().positive().optional(),
});

const itemSchema = z.strictObject({
  /** Stable across runs. */
  id: text(2_000),
  /** A change is a fact from the engine, a finding the verdict of a rule. */
  kind: z.enum(["change", "finding"]),
  /** Of a change: what happened; of a finding: absent. */
  action: z
    .enum(["added", "removed", "changed", "replaced", "moved", "imported", "read", "left", "unprotected"])
    .optional(),
  /** Of a finding: the rule's name. */
  rule: text(100).optional(),
  class: text(50),
  level: levelSchema,
  effects: z.array(text(50)).max(20),
  /** One sentence that stands alone. */
  title: phraseSchema,
  /** Who, from where, to what, may do what, what stops them, and why it has this level: a sentence each. */
  details: z.array(phraseSchema).max(200),
  urn: text(4_000),
  source: sourceSchema.optional(),
});

const sectionSchema = z.strictObject({
  name: z.enum(["needsAttention", "newAccess", "removedAccess", "whoMayUse", "replaced", "other"]),
  items: z.array(itemSchema).max(20_000),
});

const graphSchema = z.strictObject({
  nodes: z
    .array(
      z.strictObject({
        id: text(4_000),
        /** The column, from left to right: who asks, through what, as whom, what it may do where. */
        kind: z.enum(["pipeline", "connection", "identity", "role"]),
        label: text(1_000),
        detail: text(1_000).optional(),
        state: z.enum(["added", "removed", "changed", "unchanged"]),
        level: levelSchema,
      }),
    )
    .max(20_000),
  edges: z
    .array(
      z.strictObject({
        from: text(4_000),
        to: text(4_000),
        label: text(1_000).optional(),
        state: z.enum(["added", "removed", "changed", "unchanged"]),
      }),
    )
    .max(50_000),
});

/** The versioned schema of a report. */
export const reportSchema = z.strictObject({
  format: z.literal("keyless-report"),
  version: z.literal(1),
  project: text(200),
  stack: text(200),
  /** What the engine was asked: `preview` what would change, `drift` what was changed outside, `states` two exports. */
  source: z.enum(["preview", "drift", "states"]),
  run: z.strictObject({
    complete: z.boolean(),
    failures: z.array(z.strictObject({ message: text(4_000), urn: text(4_000).optional() })).max(1_000),
    includesUnchanged: z.boolean(),
    /** True where the caller says that the run was limited to some resources. */
    targeted: z.boolean(),
  }),
  summary: z.strictObject({
    /** The highest level of all items; at least `high` where the run is not complete. */
    level: levelSchema,
    /** True where anything widens access, removes or weakens a guard, or cannot be reviewed. */
    widens: z.boolean(),
    changes: z.number().int().nonnegative(),
    findings: z.number().int().nonnegative(),
    byLevel: z.record(levelSchema, z.number().int().nonnegative()),
    /** The first sentence of the report. */
    headline: phraseSchema,
    /** What a reviewer must know, the most important first: at most five sentences. */
    sentences: z.array(phraseSchema).max(5),
  }),
  sections: z.array(sectionSchema).max(6),
  graph: graphSchema,
  /** What this report cannot see. */
  limits: z.array(phraseSchema).max(20),
});

/** A report, as data. */
export type Report = z.infer<typeof reportSchema>;

/** One line of a report. */
export type ReportItem = z.infer<typeof itemSchema>;

/** A group of lines. */
export type ReportSection = z.infer<typeof sectionSchema>;

/** The picture of a report: pipeline, connection, identity, role at scope. */
export type ReportGraph = z.infer<typeof graphSchema>;
