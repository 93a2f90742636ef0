import type * as pulumi from "@pulumi/pulumi";
import { getProgram } from "../program";

/** What was asked of the vendor, by what it was asked for. Failures are kept too. */
export type LookUps<Answer> = Map<string, Promise<Answer>>;

/**
 * Makes a memory of what was looked up, so that each thing is asked for once in a program: a program may declare hundreds of
 * connections in one project.
 *
 * @returns a function that finds the memory of a provider. Other providers may work in other organizations.
 */
export function createLookUpMemory<Answer>(): (provider: pulumi.ProviderResource | undefined) => LookUps<Answer> {
  const byProgram = new WeakMap<object, Map<pulumi.ProviderResource | undefined, LookUps<Answer>>>();
  return (provider) => {
    const program = getProgram();
    const byProvider = byProgram.get(program) ?? new Map<pulumi.ProviderResource | undefined, LookUps<Answer>>();
    byProgram.set(program, byProvider);
    const lookUps: LookUps<Answer> = byProvider.get(provider) ?? new Map<string, Promise<Answer>>();
    byProvider.set(provider, lookUps);
    return lookUps;
  };
}

/** Looks something up, unless that was done already. */
export function lookUpOnce<Answer>(
  lookUps: LookUps<Answer>,
  key: string,
  lookUp: () => Promise<Answer>,
): Promise<Answer> {
  const answer = lookUps.get(key) ?? lookUp();
  lookUps.set(key, answer);
  return answer;
}
