import { joinPath } from "../arguments/check";
import { readProperties } from "../arguments/check-object";
import type { ChecksArgs } from "../checks/checks-args";
import { createProblem, type Problem } from "../errors/problem";

/** The checks that decide which run gets in. The others say when, or leave it to a service that is not known here. */
const decidingChecks: readonly (keyof ChecksArgs)[] = ["approval", "branchControl", "requiredTemplate"];

/** Checks that something stops a run that nobody wants to use a connection. */
export function checkApplyGuarded(path: string, connection: unknown): readonly Problem[] {
  const checks = readProperties(readProperties(connection)?.get("checks"));
  return decidingChecks.some((name) => checks?.has(name))
    ? []
    : [createProblem(joinPath(path, "checks"), "apply-without-checks", {})];
}
