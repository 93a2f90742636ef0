import type * as pulumi from "@pulumi/pulumi";
import { getProgram } from "../program";
import { tolerateEarlierRegistration } from "./tolerate-earlier-registration";

/** How the engine hears of a kind of hooks. */
type Registration = "registerErrorHook" | "registerResourceHook";

/** The hooks of one kind. The engine knows a hook by its name and wants it once in a program. */
export class ProgramHooks<Hook extends pulumi.ErrorHook | pulumi.ResourceHook> {
  readonly #hooksByProgram = new WeakMap<object, Map<string, Hook>>();

  constructor(private readonly registration: Registration) {}

  /**
   * Finds a hook of the running program, and registers it where it is the first time.
   *
   * @param name a name that never changes: the states of stacks hold it, and would have resources without their hook.
   * @param create makes the hook, which registers itself.
   * @returns `undefined` where no hooks are known: the mocks of unit tests would fail a resource that carries one.
   */
  find(name: string, create: (name: string) => Hook): Hook | undefined {
    const program = getProgram();
    if (!(this.registration in program)) {
      return undefined;
    }
    const hooks = this.#hooksByProgram.get(program) ?? new Map<string, Hook>();
    this.#hooksByProgram.set(program, hooks);
    const hook = hooks.get(name) ?? tolerateEarlierRegistration(create(name));
    hooks.set(name, hook);
    return hook;
  }
}
