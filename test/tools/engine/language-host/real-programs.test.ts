import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { status, type ServiceError } from "@grpc/grpc-js";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import type { LanguageRuntimeClient } from "@pulumi/pulumi/proto/language_grpc_pb";
import {
  ProgramInfo,
  RunPluginRequest,
  RunRequest,
  type RunPluginResponse,
  type RunResponse,
} from "@pulumi/pulumi/proto/language_pb";
import { startEngineDouble, type EngineDouble } from "./engine-double";
import { startHost, type HostProcess } from "./host-process";

let engine: EngineDouble;
let host: HostProcess;

beforeAll(async () => {
  engine = await startEngineDouble();
  host = await startHost(engine.address);
});

afterAll(async () => {
  await host.stop();
  engine.stop();
});

type Answer<Response> = (error: ServiceError | null, response: Response) => void;

function ask<Response>(send: (client: LanguageRuntimeClient, answer: Answer<Response>) => void): Promise<Response> {
  return new Promise((resolve, reject) => {
    send(host.client, (error, response) => {
      if (error) reject(error);
      else resolve(response);
    });
  });
}

let programs = 0;

/** Writes a project with one JavaScript file; gives its folder. */
async function writeProject(program: string): Promise<string> {
  const folder = join(host.folder, `project-${++programs}`);
  await mkdir(folder);
  await writeFile(join(folder, "package.json"), JSON.stringify({ name: "app", main: "index.js" }));
  await writeFile(join(folder, "index.js"), program);
  return folder;
}

async function describeRun(program: string): Promise<RunRequest> {
  const folder = await writeProject(program);
  const info = new ProgramInfo().setRootDirectory(folder).setProgramDirectory(folder).setEntryPoint(".");
  return new RunRequest()
    .setPwd(folder)
    .setProgram(folder)
    .setProject("app")
    .setStack("test")
    .setOrganization("contoso")
    .setParallel(8)
    .setMonitorAddress(engine.address)
    .setInfo(info.setOptions(Struct.fromJavaScript({ typescript: false })));
}

const run = async (request: RunRequest): Promise<RunResponse> => ask((client, answer) => client.run(request, answer));

describe("a program", () => {
  test("runs with its project, stack, folder and configuration, secrets marked", async () => {
    const request = await describeRun(`
      const pulumi = require("@pulumi/pulumi");
      const config = new pulumi.Config();
      const seen = [pulumi.getOrganization(), pulumi.getProject(), pulumi.getStack(), pulumi.runtime.isDryRun()];
      console.log("seen " + JSON.stringify([...seen, process.cwd(), config.get("region"), config.require("code")]));
      console.log("raw " + process.env.PULUMI_CONFIG + " " + process.env.PULUMI_CONFIG_SECRET_KEYS);
    `);
    request.getConfigMap().set("app:region", "west").set("app:code", "1234");
    request.setConfigsecretkeysList(["app:code"]).setDryrun(true);
    const response = await run(request);
    expect([response.getError(), response.getBail()]).toEqual(["", false]);
    const seen = JSON.stringify(["contoso", "app", "test", true, request.getPwd(), "west", "1234"]);
    await host.seen("\nraw ");
    expect(host.output()).toContain(`seen ${seen}\n`);
    expect(host.output()).toContain('raw {"app:code":"1234","app:region":"west"} ["app:code"]\n');
  });

  test("that is no preview knows it", async () => {
    const program = 'console.log("dry run: " + require("@pulumi/pulumi").runtime.isDryRun());';
    expect((await run(await describeRun(program))).getError()).toBe("");
    await host.seen("dry run: false\n");
  });

  test("that fails on its own is reported with its exit code", async () => {
    const response = await run(await describeRun("process.exit(3);"));
    expect([response.getError(), response.getBail()]).toEqual(["Program exited with non-zero exit code: 3", false]);
  });

  test("ends when the engine cancels", async () => {
    const running = run(await describeRun('console.log("waiting"); setInterval(() => 0, 1000);'));
    await host.seen("waiting\n");
    await ask((client, answer) => client.cancel(new Empty(), answer));
    expect((await running).getError()).toBe("Program was ended before it was done");
  });
});

interface PluginRun {
  stdout: string;
  stderr: string;
  exitCode: number | undefined;
}

function runPlugin(request: RunPluginRequest): Promise<PluginRun> {
  const plugin: PluginRun = { stdout: "", stderr: "", exitCode: undefined };
  return new Promise((resolve, reject) => {
    host.client
      .runPlugin(request)
      .on("data", (part: RunPluginResponse) => {
        if (part.hasStdout()) plugin.stdout += Buffer.from(part.getStdout_asU8()).toString();
        if (part.hasStderr()) plugin.stderr += Buffer.from(part.getStderr_asU8()).toString();
        if (part.hasExitcode()) plugin.exitCode = part.getExitcode();
      })
      .on("error", reject)
      .on("end", () => {
        resolve(plugin);
      });
  });
}

describe("a plugin", () => {
  const describePlugin = async (kind: string, program: string): Promise<RunPluginRequest> => {
    const folder = await writeProject(program);
    return new RunPluginRequest()
      .setKind(kind)
      .setPwd(folder)
      .setProgram(folder)
      .setArgsList([engine.address])
      .setInfo(new ProgramInfo().setRootDirectory(folder).setProgramDirectory(folder).setEntryPoint("."));
  };

  test.each(["analyzer", "resource"])("of kind %s runs in its folder and streams what it writes", async (kind) => {
    const program = 'console.log(process.cwd(), process.env.COLOUR); console.error("warned"); process.exitCode = 7;';
    const request = await describePlugin(kind, program);
    const { stdout, stderr, exitCode } = await runPlugin(request.setEnvList(["COLOUR=blue=green"]));
    expect([stdout, stderr, exitCode]).toEqual([`${request.getPwd()} blue=green\n`, "warned\n", 7]);
  });

  test("ends when the engine cancels the call", async () => {
    const request = await describePlugin("resource", "console.log(process.pid); setInterval(() => 0, 1000);");
    const call = host.client.runPlugin(request);
    const pid = await new Promise<number>((resolve) => {
      call.once("data", (part: RunPluginResponse) => {
        resolve(Number(Buffer.from(part.getStdout_asU8()).toString()));
      });
    });
    const ended = new Promise<ServiceError>((resolve) => call.once("error", resolve));
    call.cancel();
    expect((await ended).code).toBe(status.CANCELLED);
    await expect(isGone(pid)).resolves.toBe(true);
  });

  test("without the SDK is an error, not an endless wait", async () => {
    const request = (await describePlugin("analyzer", "")).setInfo(new ProgramInfo().setProgramDirectory("/nowhere"));
    await expect(runPlugin(request)).rejects.toMatchObject({
      code: status.INTERNAL,
      details: expect.stringContaining("Cannot find module '@pulumi/pulumi/cmd/run-policy-pack'") as unknown,
    });
  });
});

/** Whether a process ends within the time of a test. There is no event for a process that is not our child. */
async function isGone(pid: number): Promise<boolean> {
  for (;;) {
    try {
      process.kill(pid, 0);
    } catch {
      return true;
    }
    await new Promise(setImmediate);
  }
}
