import { realpath, rm } from "node:fs/promises";
import { credentials, Server, ServerCredentials, status, type ServiceError } from "@grpc/grpc-js";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { LanguageRuntimeClient, LanguageRuntimeService } from "@pulumi/pulumi/proto/language_grpc_pb";
import {
  AboutRequest,
  GenerateProgramRequest,
  GetRequiredPackagesRequest,
  InstallDependenciesRequest,
  LanguageHandshakeRequest,
  ProgramInfo,
  RunPluginRequest,
  RunPluginResponse,
  RunRequest,
  type RunResponse,
} from "@pulumi/pulumi/proto/language_pb";
import { createLanguageRuntime } from "../../../../tools/engine/language-host/language-runtime";
import { createFakeProject, type Sighting } from "./fake-sdk";

const engineAddress = "127.0.0.1:4321";

let server: Server;
let client: LanguageRuntimeClient;
let project: string;
let written: string;

beforeAll(async () => {
  server = new Server();
  server.addService(LanguageRuntimeService, createLanguageRuntime(engineAddress));
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, bound) => {
      if (error) reject(error);
      else resolve(bound);
    });
  });
  client = new LanguageRuntimeClient(`127.0.0.1:${port}`, credentials.createInsecure());
  project = await realpath(await createFakeProject());
});

afterAll(async () => {
  client.close();
  server.forceShutdown();
  await rm(project, { recursive: true });
});

beforeEach(() => {
  written = "";
  const keep = (chunk: string | Uint8Array) => {
    written += Buffer.from(chunk).toString();
    return true;
  };
  jest.spyOn(process.stdout, "write").mockImplementation(keep);
  jest.spyOn(process.stderr, "write").mockImplementation(keep);
});

afterEach(() => {
  jest.restoreAllMocks();
  delete process.env["EXIT_CODE"];
  delete process.env["HANG"];
});

type Callback<Response> = (error: ServiceError | null, response: Response) => void;

function ask<Response>(call: (callback: Callback<Response>) => unknown): Promise<Response> {
  return new Promise((resolve, reject) => {
    call((error, response) => {
      if (error) reject(error);
      else resolve(response);
    });
  });
}

function describeProject(options: Record<string, string | boolean> = {}): ProgramInfo {
  return new ProgramInfo()
    .setRootDirectory(project)
    .setProgramDirectory(project)
    .setEntryPoint(".")
    .setOptions(Struct.fromJavaScript(options));
}

function createRunRequest(options?: Record<string, string | boolean>): RunRequest {
  const request = new RunRequest()
    .setProject("payments")
    .setStack("dev")
    .setOrganization("organization")
    .setPwd(project)
    .setMonitorAddress("127.0.0.1:5678")
    .setParallel(16)
    .setConfigsecretkeysList(["payments:key"])
    .setInfo(describeProject(options));
  request.getConfigMap().set("payments:region", "westeurope");
  return request;
}

const run = (request: RunRequest) => ask<RunResponse>((callback) => client.run(request, callback));

function readSighting(): Sighting {
  return JSON.parse(written.split("\n")[0] ?? "") as Sighting;
}

test("shakes hands and says which Node runs programs", async () => {
  await ask((callback) => client.handshake(new LanguageHandshakeRequest().setEngineAddress(engineAddress), callback));
  const about = await ask<{ getExecutable(): string; getVersion(): string }>((callback) =>
    client.about(new AboutRequest(), callback),
  );
  expect([about.getExecutable(), about.getVersion()]).toEqual([process.execPath, process.version]);
});

test("asks the engine for no plugin: they are on PATH", async () => {
  const request = new GetRequiredPackagesRequest().setInfo(describeProject());
  const answer = await ask<{ getPackagesList(): unknown[] }>((callback) =>
    client.getRequiredPackages(request, callback),
  );
  expect(answer.getPackagesList()).toEqual([]);
});

test("installs nothing, and says so by ending at once", async () => {
  const stream = client.installDependencies(new InstallDependenciesRequest().setDirectory(project));
  const messages: unknown[] = [];
  stream.on("data", (message) => messages.push(message));
  await new Promise((resolve, reject) => stream.on("end", resolve).on("error", reject));
  expect(messages).toEqual([]);
});

test("names the method that it does not have", async () => {
  const answer = ask((callback) => client.generateProgram(new GenerateProgramRequest(), callback));
  await expect(answer).rejects.toMatchObject({
    code: status.UNIMPLEMENTED,
    details: "this language host does not implement /pulumirpc.LanguageRuntime/GenerateProgram",
  });
});

describe("a program", () => {
  test("is started by the project's own SDK, with everything it needs to find the engine", async () => {
    const response = await run(createRunRequest().setDryrun(true));
    expect([response.getError(), response.getBail()]).toEqual(["", false]);
    expect(readSighting()).toEqual({
      entryPoint: "run",
      args: [
        ...["--monitor", "127.0.0.1:5678", "--engine", engineAddress, "--organization", "organization"],
        ...["--project", "payments", "--stack", "dev", "--pwd", project, "--root-directory", project],
        ...["--parallel", "16", "--dry-run", "."],
      ],
      directory: project,
      config: '{"payments:region":"westeurope"}',
      secretKeys: '["payments:key"]',
      typescript: "true",
      marker: "",
    });
    expect(written).toContain("a word on standard error");
  });

  test("is no preview unless the engine says so", async () => {
    await run(createRunRequest());
    expect(readSighting().args).not.toContain("--dry-run");
  });

  test("is JavaScript where Pulumi.yaml says so", async () => {
    await run(createRunRequest({ typescript: false }));
    expect(readSighting().typescript).toBe("false");
  });

  test.each([
    ["32", { bail: true, error: "" }],
    ["1", { bail: false, error: "Program exited with non-zero exit code: 1" }],
  ])("that ends with %s is answered with %j", async (exitCode, expected) => {
    process.env["EXIT_CODE"] = exitCode;
    const response = await run(createRunRequest());
    expect({ bail: response.getBail(), error: response.getError() }).toEqual(expected);
  });

  test("without an SDK is an error that says what is missing", async () => {
    const request = createRunRequest().setInfo(describeProject().setProgramDirectory("/nowhere"));
    await expect(run(request)).rejects.toThrow("@pulumi/pulumi/cmd/run");
  });

  test("ends when the engine cancels", async () => {
    process.env["HANG"] = "1";
    const started = new Promise<void>((resolve) => {
      jest.spyOn(process.stdout, "write").mockImplementation(() => {
        resolve();
        return true;
      });
    });
    const running = run(createRunRequest());
    await started;
    await ask((callback) => client.cancel(new Empty(), callback));
    expect((await running).getError()).toBe("Program was ended before it was done");
  });
});

describe("a plugin", () => {
  async function runPlugin(kind: string): Promise<{ stdout: string; stderr: string; exitCode: number }> {
    const request = new RunPluginRequest()
      .setPwd(project)
      .setProgram(project)
      .setKind(kind)
      .setArgsList([engineAddress])
      .setEnvList(["MARKER=a=b", "EXIT_CODE=3"])
      .setInfo(describeProject());
    const seen = { stdout: "", stderr: "", exitCode: -1 };
    const stream = client.runPlugin(request).on("data", (message: RunPluginResponse) => {
      if (message.getOutputCase() === RunPluginResponse.OutputCase.EXITCODE) seen.exitCode = message.getExitcode();
      seen.stdout += Buffer.from(message.getStdout_asU8()).toString();
      seen.stderr += Buffer.from(message.getStderr_asU8()).toString();
    });
    await new Promise((resolve, reject) => stream.on("end", resolve).on("error", reject));
    return seen;
  }

  test.each([
    ["resource", "run-plugin", () => [project, engineAddress]],
    ["analyzer", "run-policy-pack", () => [engineAddress, project]],
  ])("of kind %s is started by %s, and its output and exit code are passed on", async (kind, entryPoint, args) => {
    const seen = await runPlugin(kind);
    expect(JSON.parse(seen.stdout)).toMatchObject({ entryPoint, args: args(), directory: project, marker: "a=b" });
    expect([seen.stderr, seen.exitCode]).toEqual(["a word on standard error\n", 3]);
  });
});
