import ts from "typescript";
import * as keyless from "../../lib";

/** Runs the text of a TypeScript program as Pulumi does, with our sources in the place of the package. */
export function runProgramText(code: string): void {
  const { outputText } = ts.transpileModule(code, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  });
  const load = (name: string): unknown => (name === "pulumi-keyless" ? keyless : jest.requireActual(name));
  // Not by node:vm: its arrays would be of another realm, and the SDK would send them as objects.
  const run: unknown = Reflect.construct(Function, ["require", "exports", outputText]);
  if (typeof run !== "function") throw new TypeError("A function is no function.");
  Reflect.apply(run, undefined, [load, {}]);
}
