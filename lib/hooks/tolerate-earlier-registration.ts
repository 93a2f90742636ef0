import type * as pulumi from "@pulumi/pulumi";

/**
 * The engine knows hooks by name and refuses a second registration, which happens where one deployment holds this package twice:
 * in two copies, or once in the program and once in a component provider. The first hook does the same work, so that the second
 * can go by its name.
 *
 * `__registered` is the promise on which Pulumi's SDK waits before it uses a hook; there is no public way to it. Were it gone, the
 * hook would simply count as registered.
 *
 * @returns the same hook.
 */
export function tolerateEarlierRegistration<Hook extends pulumi.ErrorHook | pulumi.ResourceHook>(hook: Hook): Hook {
  const registered = Promise.resolve(Reflect.get(hook, "__registered")).catch((error: unknown) => {
    if (!(error instanceof Error && error.message.includes("already registered"))) {
      throw error;
    }
  });
  // Whoever uses the hook sees the failure; here it must only not count as unhandled.
  registered.catch(() => undefined);
  Reflect.set(hook, "__registered", registered);
  return hook;
}
