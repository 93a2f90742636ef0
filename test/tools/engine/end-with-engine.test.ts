import { spawn, type ChildProcessByStdio } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { transform } from "@swc/core";
import { listenOnLoopback } from "../../../emulator/proxy/loopback-server";
import { repositoryRoot } from "../../../tools/engine/engine";

const plugin = `
require("./end-with-engine").endWithEngine(process.argv[2], () => console.log("stopped"));
setInterval(() => undefined, 1e6);
console.log("ready");
`;

/** Listens as an engine does, and starts the plugin. */
const engine = `
const server = require("node:net").createServer().listen(0, "127.0.0.1", () => {
  const { spawn } = require("node:child_process");
  spawn(process.execPath, ["plugin.js", "127.0.0.1:" + server.address().port], { stdio: "inherit" });
});
`;

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "keyless-plugin-"));
  const source = await readFile(join(repositoryRoot, "tools/engine/end-with-engine.ts"), "utf8");
  const { code } = await transform(source, {
    jsc: { target: "es2022", parser: { syntax: "typescript" } },
    module: { type: "commonjs" },
  });
  await writeFile(join(folder, "end-with-engine.js"), code);
  await writeFile(join(folder, "plugin.js"), plugin);
  await writeFile(join(folder, "engine.js"), engine);
});

afterEach(() => rm(folder, { recursive: true }));

function start(...args: string[]): ChildProcessByStdio<null, Readable, null> {
  return spawn(process.execPath, args, { cwd: folder, stdio: ["ignore", "pipe", "inherit"] });
}

it("ends a plugin, and what it has started, when its engine is killed", async () => {
  const child = start("engine.js");
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (output += text));
  await once(child.stdout, "data");
  child.kill("SIGKILL");
  // The plugin writes to the same pipe, which closes when both are gone.
  await once(child, "close");
  expect(output).toBe("ready\nstopped\n");
});

it("ends a plugin whose engine was gone before it could look", async () => {
  const nobody = await listenOnLoopback(createServer(), 0);
  await nobody.close();
  expect(await once(start("plugin.js", `127.0.0.1:${nobody.port}`), "close")).toEqual([1, null]);
});
