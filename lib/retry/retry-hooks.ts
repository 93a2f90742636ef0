import * as pulumi from "@pulumi/pulumi";
import { ProgramHooks } from "../hooks/program-hooks";
import { createRetryCallback, type RetryWorld } from "./create-retry-callback";
import { type RetryPurpose, retryRules } from "./retry-rules-table";

const world: RetryWorld = {
  pause: (seconds) =>
    new Promise((resolve) => {
      setTimeout(resolve, seconds * 1000);
    }),
  warn: (message) => void pulumi.log.warn(message),
  error: (message) => void pulumi.log.error(message),
};

const hooks = new ProgramHooks<pulumi.ErrorHook>("registerErrorHook");

/**
 * Options that make the engine try a resource again where its provider gives up too early.
 *
 * They are error hooks, which a plain `pulumi destroy` passes over: it does not run the program, and so fails where
 * `pulumi destroy --run-program` goes on.
 */
export function retryHooks(purpose: RetryPurpose): Pick<pulumi.CustomResourceOptions, "hooks"> {
  const hook = hooks.find(
    `keyless:retry:${purpose}`,
    (name) => new pulumi.ErrorHook(name, createRetryCallback(retryRules[purpose], world)),
  );
  return hook === undefined ? {} : { hooks: { onError: [hook] } };
}
