/*
 * The engine does not mask what providers and programs print when they fail: a message may quote a secret. So no message is
 * repeated; what it means is said in words of our own where its form is known.
 */

/** A form of the engine's error messages, and what it means. */
export interface FailureWords {
  readonly form: RegExp;
  readonly meaning: string;
}

export const failureWords: readonly FailureWords[] = [
  {
    form: /(cannot be deleted\b.*\bprotect|protected and cannot be deleted|because it is protected|is currently marked for protection)/is,
    meaning: "it would be deleted, but it is protected",
  },
  {
    form: /^\s*(error: )?(preview failed: )?before hook "keyless:refuse-replacement" failed:/i,
    meaning:
      "it would be replaced, and allowReplacement is not set: the engine's own output says what would be lost, and what to do instead",
  },
  { form: /\bduplicate resource URN\b/i, meaning: "the program declares it twice" },
  { form: /Running program .* failed with an unhandled exception/is, meaning: "the program ended with an error" },
  {
    form: /\bunable to find .*plugin|no resource plugin|could not find plugin/is,
    meaning: "a provider plugin is missing",
  },
];

/** That a run failed, which the engine says at the end of every one: it counts only where nothing else is said. */
export const failureAlone: FailureWords = {
  form: /^\s*(error: )?preview failed\s*$/i,
  meaning: "the engine gives no reason: a mandatory policy may be violated",
};

/** What is said of every other failure. */
export const otherFailure =
  "the reason stands in the engine's own output and is not repeated here, because it could quote a secret";
