import { join } from "node:path";
import ts from "typescript";
import type { Snippet } from "./read-snippets";

const root = join(__dirname, "../..");

/**
 * Type-checks the texts of programs against the package, as strictly as a compiler can.
 *
 * @returns the compiler's messages, each with the place of its program.
 */
export function checkProgramTypes(programs: readonly Snippet[]): readonly string[] {
  const sources = new Map(programs.map(({ code }, index) => [join(root, `snippet-${index}.ts`), code]));
  const places = new Map(programs.map(({ place }, index) => [join(root, `snippet-${index}.ts`), place]));
  const { options, errors } = ts.convertCompilerOptionsFromJson(
    {
      ...{ strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, noUnusedLocals: true },
      ...{ noEmit: true, module: "node20", target: "es2022", types: ["node"], skipLibCheck: true },
      paths: { "pulumi-keyless": ["./lib/index.ts"] },
    },
    root,
  );
  const host = ts.createCompilerHost(options);
  const files = ts.createCompilerHost(options);
  host.fileExists = (file) => sources.has(file) || files.fileExists(file);
  host.readFile = (file) => sources.get(file) ?? files.readFile(file);
  host.getSourceFile = (file, version, ...rest) => {
    const code = sources.get(file);
    return code === undefined ? files.getSourceFile(file, version, ...rest) : ts.createSourceFile(file, code, version);
  };
  const problems = ts.getPreEmitDiagnostics(ts.createProgram([...sources.keys()], options, host));
  return [...errors, ...problems].map(({ file, messageText }) => {
    const place = (file === undefined ? undefined : places.get(file.fileName)) ?? "";
    return `${place} ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
  });
}
