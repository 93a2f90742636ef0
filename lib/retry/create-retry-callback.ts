import type * as pulumi from "@pulumi/pulumi";
import { decideRetry } from "./decide-retry";
import type { RetryRule } from "./retry-rules-table";

/** What a retry needs of the world. */
export interface RetryWorld {
  /** Waits for some seconds. */
  readonly pause: (seconds: number) => Promise<void>;
  /** Tells a person that it goes on. */
  readonly warn: (message: string) => void;
  /** Tells a person why it ends. */
  readonly error: (message: string) => void;
}

/** Makes the function that the engine asks whether a failed operation shall be tried again. */
export function createRetryCallback(rules: readonly RetryRule[], world: RetryWorld): pulumi.ErrorHookFunction {
  return async ({ name, failedOperation, errors }) => {
    const decision = decideRetry(rules, { operation: failedOperation, errors });
    switch (decision.kind) {
      case "retry": {
        const { rule, pause, attempt } = decision;
        world.warn(
          `${name}: ${rule.cause} Trying again in ${pause} s (${attempt} of ${rule.pauses.length}) [${rule.name}].`,
        );
        await world.pause(pause);
        return true;
      }
      case "give-up": {
        const { rule, waited } = decision;
        const effort = waited === 0 ? "" : ` It did not pass in ${rule.pauses.length} more attempts over ${waited} s.`;
        world.error(`${name}: ${rule.cause}${effort} ${rule.advice} [${rule.name}]`);
        return false;
      }
      case "unknown":
        return false;
    }
  };
}
