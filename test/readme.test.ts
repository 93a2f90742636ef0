import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runInThisContext } from "node:vm";
import { fromMarkdown } from "mdast-util-from-markdown";
import ts from "typescript";
import { z } from "zod";
import * as keyless from "../lib";
import { recordProgram } from "./support/record-program";

const root = join(__dirname, "..");
const pages = ["README.md", ...readdirSync(join(root, "docs")).map((name) => `docs/${name}`)];

interface Snippet {
  /** Page and line, as an editor opens it. */
  place: string;
  language: string;
  code: string;
}

/** Every fenced block of a page, also inside lists and quotes. */
function readSnippets(page: string): Snippet[] {
  const snippets: Snippet[] = [];
  const visit = (node: ReturnType<typeof fromMarkdown>["children"][number]): void => {
    if (node.type === "code") {
      const line = node.position?.start.line ?? 0;
      snippets.push({ place: `${page}:${line}`, language: node.lang ?? "", code: node.value });
    }
    if ("children" in node) node.children.forEach(visit);
  };
  fromMarkdown(readFileSync(join(root, page))).children.forEach(visit);
  return snippets;
}

const snippets = pages.flatMap(readSnippets);
const programs = snippets.filter(({ language }) => language === "ts");
const commands = snippets
  .filter(({ language }) => language === "sh")
  .flatMap(({ place, code }) => code.split("\n").map((line) => [place, line.replace(/(^|\s)#.*/, "").trim()] as const))
  .filter(([, line]) => line !== "");

/** What each program registers, in the order of the pages; what the README promises in words. */
const registered: string[][] = [
  [
    ...["AzureServiceConnection", "WorkloadIdentity"],
    ...["Application", "ServicePrincipal", "ServiceEndpointAzureRM", "ApplicationFederatedIdentityCredential"],
  ],
  [
    ...["AzureServiceConnection", "WorkloadIdentity", "UserAssignedIdentity", "ServiceEndpointAzureRM"],
    ...["RoleAssignment", "FederatedIdentityCredential", "PipelineAuthorization"],
  ],
];

test("every program has its list of resources here", () => {
  expect(programs.map(({ place }) => place)).toHaveLength(registered.length);
});

test("programs type-check against the package, as strictly as a compiler can", () => {
  const sources = new Map(programs.map(({ code }, index) => [join(root, `snippet-${index}.ts`), code]));
  const { options, errors } = ts.convertCompilerOptionsFromJson(
    {
      ...{ strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, noUnusedLocals: true },
      ...{ noEmit: true, module: "node20", target: "es2022", types: ["node"], skipLibCheck: true },
      paths: { "pulumi-keyless": ["./lib/index.ts"] },
    },
    root,
  );
  expect(errors).toEqual([]);
  const host = ts.createCompilerHost(options);
  const files = ts.createCompilerHost(options);
  host.fileExists = (file) => sources.has(file) || files.fileExists(file);
  host.readFile = (file) => sources.get(file) ?? files.readFile(file);
  host.getSourceFile = (file, version, ...rest) => {
    const code = sources.get(file);
    return code === undefined ? files.getSourceFile(file, version, ...rest) : ts.createSourceFile(file, code, version);
  };
  const problems = ts.getPreEmitDiagnostics(ts.createProgram([...sources.keys()], options, host));
  expect(problems.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"))).toEqual([]);
});

/** Runs a program as Pulumi does, with our sources in the place of the package. */
function runProgram(code: string): void {
  const { outputText } = ts.transpileModule(code, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  });
  const load = (name: string): unknown => (name === "pulumi-keyless" ? keyless : jest.requireActual(name));
  const run: unknown = runInThisContext(`(require, exports) => {${outputText}\n}`);
  if (typeof run !== "function") throw new TypeError("A function is no function.");
  Reflect.apply(run, undefined, [load, {}]);
}

test.each(programs.map((program, index) => ({ ...program, index })))(
  "$place registers what it says",
  async ({ code, index }) => {
    const { resources } = await recordProgram(() => {
      runProgram(code);
    });
    const types = resources.map(({ type }) => type.split(":").at(-1)).filter((type) => type !== "Stack");
    expect(types.sort()).toEqual(registered[index]?.sort());
  },
);

const manifest = z
  .object({ scripts: z.record(z.string(), z.string()), peerDependencies: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync(join(root, "package.json"), "utf8")));

/** Programs that a reader has, with the subcommands that the pages use. */
const knownCommands = [
  /^export( [A-Z_]+=\S+)+$/,
  /^git clone \S+$/,
  /^cd \S+$/,
  /^pulumi (config set [\w:-]+ \S+|(preview|up|refresh|destroy)( --[a-z-]+)*)$/,
  /^npm install( [@\w/-]+)+$/,
];

test.each(commands)("%s: %s can be typed as it is", (_, line) => {
  const script = /^npm (?:run )?([\w:]+)(?: -- .*)?$/.exec(line)?.[1];
  const isScript = script !== undefined && script in manifest.scripts;
  expect(isScript || knownCommands.some((known) => known.test(line))).toBe(true);
});

test("the command that installs the package installs its peers too", () => {
  const [, install = ""] = commands.find(([, line]) => line.startsWith("npm install pulumi-keyless")) ?? [];
  expect(install.split(" ").slice(3).sort()).toEqual(Object.keys(manifest.peerDependencies).sort());
});

test("reads pages that are there", () => {
  expect(pages.every((page) => existsSync(join(root, page)))).toBe(true);
  expect(programs.length).toBeGreaterThan(1);
});
