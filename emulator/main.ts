import { parseArgs } from "node:util";
import { deployerEnvironment } from "./seed";
import { startEmulator, type Emulator } from "./start-emulator";
import { renderWelcome } from "./welcome";

const usage = `Runs the Keyless emulator of Azure DevOps, Microsoft Graph, Azure Resource Manager and Microsoft Entra.

  --state FILE   keep the state in this file, and go on from it
  --port PORT    port of the proxy; the control API takes the next one (default: any free ports)
  --help         this text
`;

const renewalMs = 12 * 60 * 60 * 1000;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { state: { type: "string" }, port: { type: "string" }, help: { type: "boolean" } },
  });
  if (values.help === true) {
    process.stdout.write(usage);
    return;
  }
  const emulator = await startEmulator({
    ...(values.state === undefined ? {} : { stateFile: values.state }),
    ...(values.port === undefined ? {} : readPorts(values.port)),
  });
  stopOnSignal(emulator);
  process.stdout.write(`${await welcome(emulator, values.state)}\n`);
}

function readPorts(text: string): { proxyPort: number; controlPort: number } {
  const proxyPort = Number(text);
  if (!Number.isInteger(proxyPort) || proxyPort < 1 || proxyPort > 65_534) {
    throw new Error(`--port ${text}: write a number from 1 to 65534.`);
  }
  return { proxyPort, controlPort: proxyPort + 1 };
}

async function welcome(emulator: Emulator, stateFile: string | undefined): Promise<string> {
  const { controlUrl, clientEnvironment, control, resumed } = emulator;
  const platform = control.platform ?? emulator.seed();
  const { deployer, organizationUrl, cloud } = platform;
  const oidcTokenFile = await emulator.writeDeployerToken(deployer);
  setInterval(() => void emulator.writeDeployerToken(deployer), renewalMs).unref();
  return renderWelcome({
    controlUrl,
    clientEnvironment,
    deployerEnvironment: deployerEnvironment(deployer, { oidcTokenFile, organizationUrl, cloud }),
    platform,
    resumed,
    ...(stateFile === undefined ? {} : { stateFile }),
  });
}

function stopOnSignal(emulator: Emulator): void {
  const stop = (): void => {
    emulator.stop().then(() => process.exit(0), fail);
  };
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
}

function fail(error: unknown): never {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}

main().catch(fail);
