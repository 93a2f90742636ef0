import { z } from "zod";

/** What the engine says beside the steps. */
export const diagnosticSchema = z.looseObject({
  urn: z.string().optional().catch(undefined),
  message: z.string().catch(""),
  severity: z.string().catch("error"),
});

/** The parts of a digest; each step and diagnostic is read by itself, so that one that is odd does not hide the others. */
export const digestSchema = z.looseObject({
  steps: z.array(z.unknown()).nullish(),
  diagnostics: z.array(z.unknown()).catch([]),
  changeSummary: z.record(z.string(), z.number()).optional().catch(undefined),
  maybeCorrupt: z.boolean().catch(false),
});

export type Digest = z.infer<typeof digestSchema>;
