import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What an entry point of the fake SDK saw, as it prints it. */
export interface Sighting {
  entryPoint: string;
  args: string[];
  directory: string;
  config: string;
  secretKeys: string;
  typescript: string;
  marker: string;
}

const entryPoint = (name: string) => `
const { env } = process;
console.log(JSON.stringify({
  entryPoint: ${JSON.stringify(name)},
  args: process.argv.slice(2),
  directory: process.cwd(),
  config: env.PULUMI_CONFIG ?? "",
  secretKeys: env.PULUMI_CONFIG_SECRET_KEYS ?? "",
  typescript: env.PULUMI_NODEJS_TYPESCRIPT ?? "",
  marker: env.MARKER ?? "",
}));
console.error("a word on standard error");
if (env.HANG) setInterval(() => 0, 1000);
else process.exitCode = Number(env.EXIT_CODE ?? 0);
`;

/** A project whose @pulumi/pulumi only tells how its entry points were started. */
export async function createFakeProject(): Promise<string> {
  const project = await mkdtemp(join(tmpdir(), "keyless-host-"));
  const sdk = join(project, "node_modules/@pulumi/pulumi");
  for (const name of ["run", "run-plugin", "run-policy-pack"]) {
    await mkdir(join(sdk, "cmd", name), { recursive: true });
    await writeFile(join(sdk, "cmd", name, "index.js"), entryPoint(name));
  }
  await writeFile(join(sdk, "package.json"), JSON.stringify({ name: "@pulumi/pulumi", version: "0.0.0" }));
  await writeFile(join(project, "package.json"), "{}");
  return project;
}
