import { once } from "node:events";
import { spawn } from "node:child_process";
import { createServer, Socket } from "node:net";
import { pathToFileURL } from "node:url";
import { z } from "zod";
import { CommandError, formatFailure, runCommand } from "../../../tools/setup/run-command.mjs";

const run = (script: string) => runCommand(process.execPath, ["-e", script]);

test("returns standard output alone", async () => {
  expect(await run("console.log('out'); console.error('err')")).toBe("out\n");
});

test("shows the end of both streams when a command fails", async () => {
  await expect(run("console.log('out'); console.error('err'); process.exitCode = 3")).rejects.toThrow(
    /ended with 3:\n(out\nerr|err\nout)$/,
  );
});

test("ends a command that takes too long", async () => {
  const endless = runCommand(process.execPath, ["-e", "setInterval(() => 0, 1000)"], { timeoutMilliseconds: 100 });
  await expect(endless).rejects.toThrow("ended with a signal");
});

test("never shows which host a package came from", () => {
  const output =
    'npm error fetch https://user:secret@packages.example.com:8443/npm/typescript failed, see "https://b.example"';
  expect(formatFailure(output)).toEqual(['npm error fetch https://<host>/npm/typescript failed, see "https://<host>"']);
});

test("keeps the last lines of a long output", () => {
  const lines = formatFailure(Array.from({ length: 100 }, (_, index) => `line ${index}`).join("\n"));
  expect(lines).toHaveLength(30);
  expect(lines.at(-1)).toBe("line 99");
});

test.each([
  ["getaddrinfo ENOTFOUND packages.example.com", true],
  ["dial tcp: lookup modules.example.com: no such host", true],
  ["error TS2304: Cannot find name 'host'", false],
])("tells trouble with the network from other failures: %s", async (output, isNetworkTrouble) => {
  const error: unknown = await run(`console.error(${JSON.stringify(output)}); process.exitCode = 1`).catch(
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(CommandError);
  expect(error).toMatchObject({ isNetworkTrouble });
});

test("ends the command when it is ended itself", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const port = z.object({ port: z.number() }).parse(server.address()).port;
  // The command lives as long as its connection to the test, and the connection as long as the command.
  const command = `require("net").connect(${port}, "127.0.0.1").resume()`;
  const module = JSON.stringify(pathToFileURL(require.resolve("../../../tools/setup/run-command.mjs")).href);
  const script = `import(${module}).then((it) => it.runCommand(process.execPath, ["-e", ${JSON.stringify(command)}]))`;
  const child = spawn(process.execPath, ["-e", script], { stdio: "ignore" });
  const [connection] = z.tuple([z.instanceof(Socket)]).parse(await once(server, "connection"));
  const ends = [once(child, "exit"), once(connection.resume(), "close")];
  child.kill("SIGTERM");
  const [exit] = await Promise.all(ends);
  expect(exit).toEqual([null, "SIGTERM"]);
  server.close();
});
