import * as pulumi from "@pulumi/pulumi";
import { dropSdkFrames } from "./drop-sdk-frames";
import type { Problem } from "./problem";

/**
 * The arguments of a component cannot work. It lists every problem at once; nothing of the component is created.
 *
 * Values that are known while the program is declared are checked at once. Outputs of other resources are checked as soon as
 * they are known, and the error then stops the resource that they were meant for.
 *
 * Pulumi prints the message without a stack trace, and hands the single problems to programs in other languages.
 */
export class ArgumentsError extends pulumi.InputPropertiesError {
  /** The kind of error, for code that cannot use `instanceof`. */
  override readonly name: string = "ArgumentsError";

  /** What is wrong, in the order of the arguments. */
  readonly problems: readonly Problem[];

  /**
   * The mark of Pulumi's run errors. A class cannot extend two others, and this one must be both: an error about inputs for
   * the engine, and one that a local program prints as a message and not as a crash.
   *
   * @internal
   */
  readonly __pulumiRunError: boolean = true;

  /**
   * @param component the component as a user knows it, such as `AzureServiceConnection "payments-dev"`.
   * @param problems at least one.
   */
  constructor(component: string, problems: readonly Problem[]) {
    super({
      message: formatMessage(component, problems),
      errors: problems.map(({ path, problem, fix }) => ({ propertyPath: path, reason: `${problem} ${fix}` })),
    });
    this.problems = problems;
    dropSdkFrames(this);
  }
}

/** Does nothing when there are no problems. @throws ArgumentsError when there are. */
export function assertNoProblems(component: string, problems: readonly Problem[]): void {
  if (problems.length > 0) {
    throw new ArgumentsError(component, problems);
  }
}

function formatMessage(component: string, problems: readonly Problem[]): string {
  const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
  const lines = problems.map(({ path, rule, problem, fix }) => `  ${path}: ${problem}\n    ${fix} [${rule}]`);
  return [`${component} has ${count} in its arguments:`, ...lines].join("\n");
}
