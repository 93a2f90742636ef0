import { once } from "node:events";
import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, Socket } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { z } from "zod";
import { runPulumi } from "../../../tools/engine/run-pulumi";
import { PulumiError, Stack } from "../../../tools/engine/stack";

let folder: string;
let environment: NodeJS.ProcessEnv;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "keyless-stack-"));
  environment = { PATH: `${folder}:${dirname(process.execPath)}`, SEEN: join(folder, "seen") };
});

afterEach(() => rm(folder, { recursive: true }));

/** Puts a CLI of the test's own on PATH: it notes its arguments, then does what the test says. */
async function writePulumi(script: string): Promise<void> {
  const path = join(folder, "pulumi");
  const note = 'require("fs").appendFileSync(process.env.SEEN, JSON.stringify(process.argv.slice(2)) + "\\n");';
  await writeFile(path, `#!${process.execPath}\n${note}\n${script}\n`);
  await chmod(path, 0o755);
}

async function readCalls(): Promise<unknown[]> {
  const text = await readFile(join(folder, "seen"), "utf8");
  return text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as unknown);
}

const always = ["--stack", "test", "--non-interactive", "--color", "never"];

describe("runPulumi", () => {
  test("hands arguments, folder and environment on, and returns both streams and the exit code", async () => {
    await writePulumi('console.log(process.cwd() + process.env.COLOUR); console.error("no"); process.exitCode = 3;');
    const run = await runPulumi(["up", "a b", "$HOME"], {
      directory: folder,
      environment: { ...environment, COLOUR: "blue" },
    });
    expect(run).toEqual({
      exitCode: 3,
      stdout: expect.stringMatching(/keyless-stack-\w+blue\n$/) as unknown,
      stderr: "no\n",
    });
    expect(await readCalls()).toEqual([["up", "a b", "$HOME"]]);
  });

  test("shows output as it comes", async () => {
    await writePulumi('console.log("one"); console.error("two");');
    const seen: string[] = [];
    await runPulumi([], { directory: folder, environment, onOutput: (text) => seen.push(text) });
    expect(seen.sort()).toEqual(["one\n", "two\n"]);
  });

  test("fails when there is no CLI", async () => {
    await expect(runPulumi([], { directory: folder, environment })).rejects.toThrow("ENOENT");
  });

  test("interrupts the CLI as Ctrl-C would, and waits for its end", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = z.object({ port: z.number() }).parse(server.address());
    await writePulumi(`
      process.once("SIGINT", () => { console.log("tidied up"); process.exit(130); });
      require("net").connect(${port}, "127.0.0.1").on("error", () => 0);
    `);
    const abort = new AbortController();
    const running = runPulumi([], { directory: folder, environment, signal: abort.signal });
    const [connection] = z.tuple([z.instanceof(Socket)]).parse(await once(server, "connection"));
    abort.abort();
    expect(await running).toEqual({ exitCode: 130, stdout: "tidied up\n", stderr: "" });
    connection.destroy();
    server.close();
  });

  test("interrupts at once when the signal came before", async () => {
    await writePulumi("setInterval(() => 0, 1000);");
    const run = await runPulumi([], { directory: folder, environment, signal: AbortSignal.abort() });
    expect(run.exitCode).not.toBe(0);
  });
});

describe("a stack", () => {
  const createStack = (options: Partial<ConstructorParameters<typeof Stack>[0]> = {}): Stack =>
    new Stack({ directory: folder, environment, ...options });

  test("is created with its configuration, every value whole", async () => {
    await writePulumi("");
    await createStack({
      config: { "app:region": "west europe", "azuredevops:orgServiceUrl": "https://x/?a=b" },
    }).create();
    const values = ["--plaintext", "app:region=west europe", "--plaintext", "azuredevops:orgServiceUrl=https://x/?a=b"];
    expect(await readCalls()).toEqual([
      ["stack", "init", ...always],
      ["config", "set-all", ...values, ...always],
    ]);
  });

  test("without configuration sets none", async () => {
    await writePulumi("");
    await createStack().create();
    expect(await readCalls()).toEqual([["stack", "init", ...always]]);
  });

  test("changes without a question and without a second preview", async () => {
    await writePulumi("");
    const stack = createStack();
    await stack.up("--parallel", "32");
    await stack.refresh();
    await stack.destroy("--run-program");
    await stack.previewText("--diff");
    expect(await readCalls()).toEqual([
      ["up", "--yes", "--skip-preview", "--parallel", "32", ...always],
      ["refresh", "--yes", "--skip-preview", ...always],
      ["destroy", "--yes", "--skip-preview", "--run-program", ...always],
      ["preview", "--diff", ...always],
    ]);
  });

  test("reads digest, outputs and state", async () => {
    await writePulumi(`
      const answers = {
        preview: { steps: [{ op: "create", urn: "u", newState: {} }], changeSummary: { create: 1 } },
        "stack output": { id: "7", tags: ["a"] },
        "stack export": { version: 3, deployment: { resources: [{ urn: "u", type: "t" }] } },
      };
      const [command, verb] = process.argv.slice(2);
      console.log(JSON.stringify(answers[command === "stack" ? "stack " + verb : command]));
    `);
    const stack = createStack();
    expect(await stack.preview()).toMatchObject({ steps: [{ op: "create", urn: "u" }], changeSummary: { create: 1 } });
    expect(await stack.outputs()).toEqual({ id: "7", tags: ["a"] });
    expect(await stack.resources()).toEqual([{ urn: "u", type: "t", inputs: {}, outputs: {} }]);
    expect(await readCalls()).toContainEqual(["preview", "--json", ...always]);
  });

  test("shows changes as they go, and not what it only reads", async () => {
    await writePulumi('console.log(process.argv[2] === "stack" ? "{}" : process.argv[2]);');
    const seen: string[] = [];
    const stack = createStack({ onOutput: (text) => seen.push(text) });
    await stack.outputs();
    await stack.up();
    expect(seen).toEqual(["up\n"]);
  });

  test("fails with the CLI's whole output, where a run must not fail", async () => {
    await writePulumi('console.log("progress"); console.error("403 forbidden"); process.exitCode = 255;');
    const failure: unknown = await createStack()
      .up()
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(PulumiError);
    expect(failure).toMatchObject({ run: { exitCode: 255, stderr: "403 forbidden\n" } });
    expect(String(failure)).toContain("pulumi up --yes --skip-preview ended with 255\nprogress\n\n403 forbidden");
  });

  test("lets a run fail where the caller wants to see it", async () => {
    await writePulumi("process.exitCode = 255;");
    expect(await createStack().try("destroy")).toMatchObject({ exitCode: 255 });
  });
});
