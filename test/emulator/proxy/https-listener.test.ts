import { readFile } from "node:fs/promises";
import { Agent, get } from "node:https";
import { startEmulator } from "../../../emulator/start-emulator";

// net/http, DefaultTransport: IdleConnTimeout 90 * time.Second.
const goKeepsIdleConnectionsSeconds = 90;

test("keeps an idle connection longer than any client does, so that no request is lost in one that closes", async () => {
  const emulator = await startEmulator();
  const agent = new Agent({ keepAlive: true });
  try {
    const ca = await readFile(emulator.caFile);
    const keepAlive = await new Promise<string | undefined>((resolve, reject) => {
      const host = "dev.azure.com";
      const options = { host: "127.0.0.1", port: emulator.httpsPort, servername: host, ca, agent, headers: { host } };
      get(options, (response) => {
        response.resume();
        resolve(response.headers["keep-alive"]?.toString());
      }).once("error", reject);
    });
    const seconds = Number(/^timeout=(\d+)/.exec(keepAlive ?? "")?.[1]);
    expect(seconds).toBeGreaterThan(goKeepsIdleConnectionsSeconds);
  } finally {
    agent.destroy();
    await emulator.stop();
  }
});
