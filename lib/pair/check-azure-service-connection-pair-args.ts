import { type Check, joinPath } from "../arguments/check";
import { checkObject, readProperties, type Shape } from "../arguments/check-object";
import { optional, plain, required } from "../arguments/check-presence";
import { checkFlag } from "../arguments/check-value";
import { checkAzureServiceConnectionArgs } from "../connection/check-azure-service-connection-args";
import { createProblem, type Problem } from "../errors/problem";
import type { AzureServiceConnectionPairArgs, PairedConnectionArgs } from "./azure-service-connection-pair-args";
import { checkApplyGuarded } from "./check-apply-guarded";
import { checkPlanReads } from "./check-plan-reads";
import { formatHalfName, formConnectionArgs, type PairHalf, sharedArguments } from "./form-connection-args";

/** What each connection is checked for by itself. */
const checkedWithConnection: Check = () => [];

const checkPaired = plain(
  "the arguments of the connection",
  checkObject<PairedConnectionArgs>({
    connectionName: checkedWithConnection,
    roleAssignments: checkedWithConnection,
    authorizedPipelines: checkedWithConnection,
    checks: checkedWithConnection,
    connectionRoles: checkedWithConnection,
  }),
);

const shape: Shape<AzureServiceConnectionPairArgs> = {
  project: checkedWithConnection,
  environment: checkedWithConnection,
  subscription: checkedWithConnection,
  managementGroup: checkedWithConnection,
  description: checkedWithConnection,
  identity: optional(checkNotShared),
  plan: optional(checkPaired),
  apply: required("the arguments of the connection that applies", checkPaired),
  allowAnyRoleForPlan: optional(plain("true or false", checkFlag)),
  allowApplyWithoutChecks: optional(plain("true or false", checkFlag)),
  allowReplacement: checkedWithConnection,
};
/** Makes the check of the arguments of an AzureServiceConnectionPair with the given name. */
export function checkAzureServiceConnectionPairArgs(name: string): Check {
  return (path, value) => {
    const problems = checkObject(shape)(path, value);
    if (!isPairArgs(value)) {
      return problems;
    }
    const ofConnections = (["plan", "apply"] as const).flatMap((half) => checkHalf(name, value, half));
    return [
      ...problems,
      ...dropRepeated(ofConnections),
      ...(value.allowAnyRoleForPlan === true ? [] : checkPlanReads("plan", value.plan)),
      ...(value.allowApplyWithoutChecks === true ? [] : checkApplyGuarded("apply", value.apply)),
    ];
  };
}

/** Whether both connections can be formed, be their arguments good or not. */
function isPairArgs(value: unknown): value is AzureServiceConnectionPairArgs {
  const properties = readProperties(value);
  const isReadable = (key: string): boolean =>
    !properties?.has(key) || readProperties(properties.get(key)) !== undefined;
  return properties?.has("apply") === true && ["plan", "apply", "identity"].every(isReadable);
}

/** Checks one connection; what is its own is told by its place in the pair. */
function checkHalf(name: string, args: AzureServiceConnectionPairArgs, half: PairHalf): readonly Problem[] {
  return checkAzureServiceConnectionArgs(formatHalfName(name, half))("", formConnectionArgs(args, half)).map(
    (problem) =>
      sharedArguments.some((key) => problem.path.split(/[.[]/)[0] === key)
        ? problem
        : { ...problem, path: `${half}.${problem.path}` },
  );
}

/** What both connections share is wrong for both in the same way. */
function dropRepeated(problems: readonly Problem[]): readonly Problem[] {
  return [...new Map(problems.map((problem) => [`${problem.path} ${problem.rule}`, problem])).values()];
}

/** Checks that no identity is given that both would have. */
function checkNotShared(path: string, value: unknown): readonly Problem[] {
  return readProperties(value)?.has("existing")
    ? [createProblem(joinPath(path, "existing"), "pair-shares-identity", {})]
    : [];
}
