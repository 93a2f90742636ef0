import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { credentials } from "@grpc/grpc-js";
import { LanguageRuntimeClient } from "@pulumi/pulumi/proto/language_grpc_pb";
import { transform } from "@swc/core";
import { z } from "zod";
import { repositoryRoot } from "../../../../tools/engine/engine";

/** The language host in a process of its own, as the engine starts it, and a client for it. */
export interface HostProcess {
  client: LanguageRuntimeClient;
  /** A folder below the repository, where programs find its packages. */
  folder: string;
  /** What the host and its programs have written so far, without the port. */
  output(): string;
  /** Resolves when the output holds the text. */
  seen(text: string): Promise<void>;
  stop(): Promise<void>;
}

const sources = [
  "language-host.ts",
  "end-with-engine.ts",
  "language-host/language-runtime.ts",
  "language-host/node-processes.ts",
  "language-host/run-node.ts",
];

/** Starts the host from today's sources, whether they have been compiled or not. */
export async function startHost(engineAddress: string): Promise<HostProcess> {
  await mkdir(join(repositoryRoot, "build"), { recursive: true });
  const folder = await mkdtemp(join(repositoryRoot, "build/.language-host-test-"));
  await Promise.all(sources.map((source) => compile(source, folder)));
  const child = spawn(process.execPath, [join(folder, "host/language-host.js"), engineAddress], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [port] = z.tuple([z.string()]).parse(await once(child.stdout.setEncoding("utf8"), "data"));
  let output = "";
  child.stdout.on("data", (text: string) => (output += text));
  const client = new LanguageRuntimeClient(`127.0.0.1:${port.trim()}`, credentials.createInsecure());
  return {
    client,
    folder,
    output: () => output,
    seen: async (text) => {
      while (!output.includes(text)) await once(child.stdout, "data");
    },
    stop: async () => {
      client.close();
      child.kill();
      await once(child, "close");
      await rm(folder, { recursive: true });
    },
  };
}

async function compile(source: string, folder: string): Promise<void> {
  const file = join(repositoryRoot, "tools/engine", source);
  const { code } = await transform(await readFile(file, "utf8"), {
    filename: file,
    jsc: { target: "es2022", parser: { syntax: "typescript" } },
    module: { type: "commonjs" },
  });
  const target = join(folder, "host", source.replace(/\.ts$/, ".js"));
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, code);
}
