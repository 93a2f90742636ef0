import { z } from "zod";

/** What a step in Azure saw. */
export const jobReportSchema = z.object({
  signedIn: z.boolean(),
  /** The resources it could read. */
  read: z.array(z.string()).default([]),
  /** What became of its attempt to change the web app: `changed`, or status and code of the refusal. */
  write: z.string().default(""),
  /** Why it got no further. */
  refusal: z.string().default(""),
});

export type JobReport = z.infer<typeof jobReportSchema>;

/** What a relying party outside of Azure makes of a token. */
export const verdictSchema = z.object({
  accepted: z.boolean(),
  /** The subject that it let in, or the claim that it stumbled over. */
  because: z.string(),
});

export type Verdict = z.infer<typeof verdictSchema>;
