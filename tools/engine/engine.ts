import { existsSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { z } from "zod";

const engineSchema = z.object({
  format: z.literal(1),
  /** Folder to put on PATH: the CLI, the providers, the language host. */
  bin: z.string(),
  programs: z.record(
    z.string(),
    z.object({ path: z.string(), version: z.string(), source: z.enum(["machine", "downloaded", "built"]) }),
  ),
});

/** The real engine, as the set-up left it. */
export type Engine = z.infer<typeof engineSchema>;

/** Root folder of this checkout. */
export const repositoryRoot = findRoot(__dirname);

// Compiled programs run from build/, tests from the sources.
function findRoot(folder: string): string {
  return existsSync(join(folder, "tools/setup.mjs")) ? folder : findRoot(join(folder, ".."));
}

/** Reads what the set-up of a checkout found or built. */
export function readEngine(root = repositoryRoot): Engine {
  const file = join(root, ".keyless/engine.json");
  if (!existsSync(file)) throw new Error("The engine is not set up. Run: npm run setup");
  return engineSchema.parse(JSON.parse(readFileSync(file, "utf8")));
}

export interface EngineEnvironmentOptions {
  /** Folder that holds this run's state and nothing of any other: HOME, PULUMI_HOME and the file backend. */
  home: string;
  /** Proxy and CA variables of an emulator. Default: a proxy that refuses, so that nothing reaches the network. */
  network?: Readonly<Record<string, string>>;
  /** More variables, such as those that sign the providers in. */
  extra?: Readonly<Record<string, string>>;
  /** Folder of the engine's programs. Default: what the set-up left. */
  bin?: string;
}

/** Of the caller's environment only what a process cannot do without; credentials and provider settings stay outside. */
const inheritedVariables = ["LANG", "LC_ALL", "TMPDIR", "TERM"];

// Port 9 is "discard" and closed on any ordinary machine.
const closedProxy = {
  HTTPS_PROXY: "http://127.0.0.1:9",
  HTTP_PROXY: "http://127.0.0.1:9",
  NO_PROXY: "127.0.0.1,localhost",
};

/** The environment that the engine and everything it starts run in. */
export function createEngineEnvironment(options: EngineEnvironmentOptions): NodeJS.ProcessEnv {
  const { home, network, extra, bin = readEngine().bin } = options;
  const inherited = inheritedVariables.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return {
    ...Object.fromEntries(inherited),
    // Not the caller's: sign-ins of command line tools lie in a home folder.
    HOME: home,
    PATH: [bin, process.env["PATH"] ?? ""].join(delimiter),
    PULUMI_HOME: join(home, "pulumi"),
    PULUMI_BACKEND_URL: `file://${home}`,
    // The state holds no secret, so its passphrase guards nothing.
    PULUMI_CONFIG_PASSPHRASE: "",
    PULUMI_SKIP_UPDATE_CHECK: "true",
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
    ...(network ?? closedProxy),
    ...extra,
  };
}
