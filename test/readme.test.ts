import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { checkProgramTypes } from "./support/check-program-types";
import { readSnippets } from "./support/read-snippets";
import { recordProgram } from "./support/record-program";
import { runProgramText } from "./support/run-program-text";

const root = join(__dirname, "..");
const pages = [
  "README.md",
  ...readdirSync(join(root, "docs"))
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
];

// What these programs are found to be is tested beside the rules.
const rulePages = readdirSync(join(root, "docs/rules")).map((name) => `docs/rules/${name}`);

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
  [
    ...["AzureServiceConnection", "WorkloadIdentity"],
    ...["Application", "ServicePrincipal", "ServiceEndpointAzureRM", "ApplicationFederatedIdentityCredential"],
    ...["CheckApproval", "CheckBranchControl", "CheckExclusiveLock", "SecurityroleAssignment", "PipelineAuthorization"],
  ],
  [
    "AzureServiceConnectionPair",
    ...["plan", "apply"].flatMap(() => [
      ...["AzureServiceConnection", "WorkloadIdentity", "Application", "ServicePrincipal", "ServiceEndpointAzureRM"],
      ...["ApplicationFederatedIdentityCredential", "RoleAssignment", "PipelineAuthorization"],
    ]),
    "CheckBranchControl",
  ],
  [
    ...["AzureServiceConnection", "WorkloadIdentity"],
    ...["Application", "ServicePrincipal", "ServiceEndpointAzureRM", "ApplicationFederatedIdentityCredential"],
    ...["RoleAssignment", "RoleAssignment"],
  ],
];

test("every program has its list of resources here", () => {
  expect(programs.map(({ place }) => place)).toHaveLength(registered.length);
});

test("programs type-check against the package, as strictly as a compiler can", () => {
  const all = [...programs, ...rulePages.flatMap(readSnippets).filter(({ language }) => language === "ts")];
  expect(checkProgramTypes(all)).toEqual([]);
});

test.each(programs.map((program, index) => ({ ...program, index })))(
  "$place registers what it says",
  async ({ code, index }) => {
    const { resources } = await recordProgram(() => {
      runProgramText(code);
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
  /^pulumi preview --policy-pack node_modules\/(pulumi-keyless\/policy|\.bin\/keyless-policy)$/,
  /^npm install( [@\w/-]+)+$/,
  /^keyless preview( --(stack|output|fail-on) [\w.-]+| --drift)*$/,
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
