import * as pulumi from "@pulumi/pulumi";
import { getProgram } from "../program";
import { createRetryCallback, type RetryWorld } from "./create-retry-callback";
import { type RetryPurpose, retryRules } from "./retry-rules-table";

const hooksByProgram = new WeakMap<object, Map<RetryPurpose, pulumi.ErrorHook>>();

const world: RetryWorld = {
  pause: (seconds) =>
    new Promise((resolve) => {
      setTimeout(resolve, seconds * 1000);
    }),
  warn: (message) => void pulumi.log.warn(message),
  error: (message) => void pulumi.log.error(message),
};

/**
 * Options that make the engine try a resource again where its provider gives up too early.
 *
 * They are error hooks, which a plain `pulumi destroy` passes over: it does not run the program, and so fails where
 * `pulumi destroy --run-program` goes on.
 */
export function retryHooks(purpose: RetryPurpose): Pick<pulumi.CustomResourceOptions, "hooks"> {
  const program = getProgram();
  // The mocks of unit tests know no hooks, and would fail the resource that carries one.
  if (!("registerErrorHook" in program)) {
    return {};
  }
  const hooks = hooksByProgram.get(program) ?? new Map<RetryPurpose, pulumi.ErrorHook>();
  hooksByProgram.set(program, hooks);
  const hook = hooks.get(purpose) ?? registerRetryHook(purpose);
  hooks.set(purpose, hook);
  return { hooks: { onError: [hook] } };
}

/** The name of a hook. It is kept in the state of a stack: a change would leave resources without their hook. */
function formatHookName(purpose: RetryPurpose): string {
  return `keyless:retry:${purpose}`;
}

function registerRetryHook(purpose: RetryPurpose): pulumi.ErrorHook {
  const hook = new pulumi.ErrorHook(formatHookName(purpose), createRetryCallback(retryRules[purpose], world));
  tolerateEarlierRegistration(hook);
  return hook;
}

/**
 * The engine knows hooks by name and refuses a second registration, which happens where one deployment holds this package twice:
 * in two copies, or once in the program and once in a component provider. The first hook does the same work, so that the second
 * can go by its name.
 *
 * `__registered` is the promise on which Pulumi's SDK waits before it uses a hook; there is no public way to it. Were it gone, the
 * hook would simply count as registered.
 */
function tolerateEarlierRegistration(hook: pulumi.ErrorHook): void {
  const registered = Promise.resolve(Reflect.get(hook, "__registered")).catch((error: unknown) => {
    if (!(error instanceof Error && error.message.includes("already registered"))) {
      throw error;
    }
  });
  // Whoever uses the hook sees the failure; here it must only not count as unhandled.
  registered.catch(() => undefined);
  Reflect.set(hook, "__registered", registered);
}
