import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { transform } from "@swc/core";
import { repositoryRoot } from "../../../tools/engine/engine";

const plugin = `
require("./end-with-engine").endWithEngine(() => console.log("stopped"));
setInterval(() => undefined, 1e6);
console.log("ready");
`;

const engine = `
require("node:child_process").spawn(process.execPath, ["plugin.js"], { stdio: "inherit" });
setInterval(() => undefined, 1e6);
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

it("ends a plugin, and what it has started, when its engine was killed", async () => {
  const child = spawn(process.execPath, ["engine.js"], { cwd: folder, stdio: ["ignore", "pipe", "inherit"] });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (output += text));
  await once(child.stdout, "data");
  child.kill("SIGKILL");
  // The plugin writes to the same pipe, which closes when both are gone.
  await once(child, "close");
  expect(output).toBe("ready\nstopped\n");
});
