import * as pulumi from "@pulumi/pulumi";
import { dropSdkFrames } from "../errors/drop-sdk-frames";

/** A look-up that failed. */
export interface FailedLookUp {
  /** The component as a user knows it. */
  readonly component: string;
  /** What was looked up, to end a sentence: `its project "payments"`. */
  readonly what: string;
  /** What a person can do, as whole sentences. */
  readonly advice: string;
}

/** What the provider said. */
export function readReason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Makes an error of the provider's own words, which Pulumi prints without a stack trace. */
export function createLookUpError(error: unknown, { component, what, advice }: FailedLookUp): Error {
  const lines = [
    `${component} could not look up ${what}:`,
    `  ${readReason(error).replace(/\s+/g, " ").trim()}`,
    `    ${advice}`,
  ];
  return dropSdkFrames(new pulumi.RunError(lines.join("\n")));
}
