import type { Emulator } from "../../emulator/start-emulator";
import type { DemoProject } from "./demo-project";
import { announce, tell } from "./narrator";

/** Says how to look around, and waits until a person presses Ctrl-C. */
export async function keepRunning(
  emulator: Emulator,
  project: DemoProject,
  environment: NodeJS.ProcessEnv,
): Promise<void> {
  announce("Everything is left running. In another terminal:");
  tell(`cd ${project.directory}`);
  const shown = ["PATH", "PULUMI_HOME", "PULUMI_BACKEND_URL", "PULUMI_CONFIG_PASSPHRASE"];
  const names = Object.keys(environment).filter(
    (name) => shown.includes(name) || /^(ARM_|AZDO_)|PROXY$|CERT/.test(name),
  );
  for (const name of names) tell(`export ${name}='${environment[name] ?? ""}'`);
  tell("");
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
