import { z } from "zod";
import { stackKinds } from "./large-preview";

/** What the report of one preview took, beside the bare parsing of the same text. */
export const reportMeasurementSchema = z.object({
  kind: z.enum(stackKinds),
  /** Changed resources of the preview. */
  resources: z.number(),
  /** Size of the preview's text. */
  megabytes: z.number(),
  /** The best of several rounds of `JSON.parse`. */
  parseSeconds: z.number(),
  /** The best of as many rounds, in turn with the others: from the text to the Markdown and JSON of the report. */
  reportSeconds: z.number(),
  /** The most memory that a process took which only made the report, once. */
  peakMegabytes: z.number(),
});

export type ReportMeasurement = z.infer<typeof reportMeasurementSchema>;
