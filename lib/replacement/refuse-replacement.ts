import * as pulumi from "@pulumi/pulumi";
import { assertNoProblems } from "../errors/arguments-error";
import { ProgramHooks } from "../hooks/program-hooks";
import { findReplacements } from "./find-replacements";
import { connectionValues, type GuardedValues, identityValues } from "./guarded-values-table";

const valuesByType: Readonly<Record<string, GuardedValues>> = {
  AzureServiceConnection: connectionValues,
  WorkloadIdentity: identityValues,
};

const hooks = new ProgramHooks<pulumi.ResourceHook>("registerResourceHook");

/**
 * Options of a component that have the engine stop before it changes anything where a guarded value changes. The engine asks when the
 * inputs of a component change, in a preview too, and registers no child of the component before.
 *
 * It is a hook before an update and none before a deletion: those would make every plain `pulumi destroy` stop.
 *
 * @param allowed whether the component may be replaced.
 */
export function refuseReplacement(
  options: pulumi.ComponentResourceOptions = {},
  allowed = false,
): pulumi.ComponentResourceOptions {
  const hook = allowed ? undefined : hooks.find("keyless:refuse-replacement", createHook);
  return hook === undefined
    ? options
    : { ...options, hooks: { ...options.hooks, beforeUpdate: [hook, ...(options.hooks?.beforeUpdate ?? [])] } };
}

function createHook(hookName: string): pulumi.ResourceHook {
  return new pulumi.ResourceHook(
    hookName,
    ({ name, type, oldInputs = {}, oldOutputs = {}, newInputs = {} }) => {
      const [component = type] = type.split(":").slice(-1);
      const problems = findReplacements(valuesByType[component] ?? {}, { oldInputs, oldOutputs, newInputs });
      assertNoProblems(`${component} "${name}"`, problems);
    },
    { onDryRun: true },
  );
}
