import { endWithEngine } from "../end-with-engine";
import { AzureNativeProvider } from "./azure-native-provider";
import { createEngineLog } from "./engine-log";
import { createNetworkTransport } from "./http-transport";
import { createProviderService } from "./provider-service";
import { serveProvider } from "./serve-provider";
import { pause } from "./waiting";

/** Starts the plugin: it answers on a port of its own and tells the engine that port on standard output. */
async function main(): Promise<void> {
  const engineAddress = process.argv.at(2);
  endWithEngine(engineAddress);
  const provider = new AzureNativeProvider({
    transport: createNetworkTransport(),
    environment: process.env,
    pause,
    now: Date.now,
    warn: createEngineLog(engineAddress),
  });
  const { port } = await serveProvider(createProviderService(provider));
  process.stdout.write(`${port}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(
    `pulumi-resource-azure-native (stand-in): ${error instanceof Error ? error.message : String(error)}\n`,
  );
  process.exitCode = 1;
});
