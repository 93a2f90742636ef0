/** How a command of `keyless` ends, so that a pipeline can tell a wider access from a broken tool. */
export const exitCodes = {
  /** Done, and the gate is not hit. */
  fine: 0,
  /** The tool itself failed: a defect, a file that cannot be written, a service that does not answer. */
  toolFailure: 1,
  /** Arguments or input that the caller has to change. */
  wrongUse: 2,
  /** What `--fail-on` names is there. */
  gateHit: 3,
  /** The preview failed or is not whole: nothing can be concluded from it. */
  brokenPreview: 4,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
