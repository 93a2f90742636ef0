import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Emulator } from "../../emulator/start-emulator";
import type { DemoProject } from "./demo-project";
import { announce, tell } from "./narrator";

/** Says how to look around, and waits until a person presses Ctrl-C. */
export async function keepRunning(
  emulator: Emulator,
  project: DemoProject,
  environment: NodeJS.ProcessEnv,
): Promise<void> {
  const file = join(project.directory, "environment.sh");
  await writeFile(file, formatExports(environment));
  announce("Everything is left running. In another terminal:");
  tell(`cd ${project.directory}`);
  tell(". ./environment.sh                     # engine, emulator, and who deploys");
  tell("pulumi stack --stack test              # what was made");
  tell("pulumi up --stack test                 # change index.ts, and see");
  tell(`curl ${emulator.controlUrl}/_emulator/state     # what stands in the clouds`);
  tell(`curl ${emulator.controlUrl}/_emulator/journal   # every request that was answered`);
  tell("");
  tell("Ctrl-C ends the emulator; the clouds end with it.");
  await new Promise<void>((resolve) => {
    process.once("SIGINT", resolve);
    process.once("SIGTERM", resolve);
  });
}

function formatExports(environment: NodeJS.ProcessEnv): string {
  return Object.entries(environment)
    .filter(([name]) => name !== "HOME" && name !== "TERM")
    .map(([name, value = ""]) => `export ${name}='${value.replaceAll("'", `'\\''`)}'\n`)
    .join("");
}
