import {
  status,
  type handleUnaryCall,
  type ServerWritableStream,
  type UntypedServiceImplementation,
} from "@grpc/grpc-js";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { LanguageRuntimeService } from "@pulumi/pulumi/proto/language_grpc_pb";
import {
  AboutResponse,
  GetProgramDependenciesResponse,
  GetRequiredPackagesResponse,
  GetRequiredPluginsResponse,
  LanguageHandshakeResponse,
  RunPluginResponse,
  RunResponse,
  RuntimeOptionsResponse,
  type RunPluginRequest,
  type RunRequest,
} from "@pulumi/pulumi/proto/language_pb";
import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import { describePlugin, describeProgram, loggedErrorExitCode } from "./node-processes";
import { runNode, stopAll } from "./run-node";

/** What the engine may ask of a language host. Whatever is not built is answered as unimplemented, by name. */
export function createLanguageRuntime(engineAddress: string): UntypedServiceImplementation {
  return {
    ...refuseEveryMethod(),
    handshake: answer(() => new LanguageHandshakeResponse()),
    getPluginInfo: answer(() => new PluginInfo().setVersion("0.0.0")),
    about: answer(() => new AboutResponse().setExecutable(process.execPath).setVersion(process.version)),
    runtimeOptionsPrompts: answer(() => new RuntimeOptionsResponse()),
    // What a program needs is on PATH and in node_modules before the engine starts.
    getRequiredPlugins: answer(() => new GetRequiredPluginsResponse()),
    getRequiredPackages: answer(() => new GetRequiredPackagesResponse()),
    getProgramDependencies: answer(() => new GetProgramDependenciesResponse()),
    installDependencies: (call: ServerWritableStream<unknown, unknown>) => call.end(),
    run: answer((request: RunRequest) => runProgram(engineAddress, request)),
    runPlugin: (call: ServerWritableStream<RunPluginRequest, RunPluginResponse>) => {
      runPlugin(engineAddress, call).catch((error: unknown) => {
        // Not `destroy`: a destroyed stream sends no status, and the engine would wait for ever.
        call.emit("error", describeFailure(error));
      });
    },
    cancel: answer(() => {
      stopAll();
      return new Empty();
    }),
  };
}

function answer<Request, Response>(
  handle: (request: Request) => Response | Promise<Response>,
): handleUnaryCall<Request, Response> {
  return (call, callback) => {
    Promise.resolve(call.request)
      .then(handle)
      .then(
        (response) => {
          callback(null, response);
        },
        (error: unknown) => {
          callback(describeFailure(error));
        },
      );
  };
}

function describeFailure(error: unknown): { code: status; details: string } {
  return { code: status.INTERNAL, details: error instanceof Error ? error.message : String(error) };
}

function refuseEveryMethod(): UntypedServiceImplementation {
  const refuse: handleUnaryCall<unknown, unknown> = (call, callback) => {
    callback({ code: status.UNIMPLEMENTED, details: `this language host does not implement ${call.getPath()}` });
  };
  return Object.fromEntries(Object.keys(LanguageRuntimeService).map((method) => [method, refuse]));
}

async function runProgram(engineAddress: string, request: RunRequest): Promise<RunResponse> {
  // The program's output belongs to the engine's log, which reads this process's own.
  const exitCode = await runNode(describeProgram(engineAddress, request), {
    onStdout: (chunk) => process.stdout.write(chunk),
    onStderr: (chunk) => process.stderr.write(chunk),
  });
  if (exitCode === 0) return new RunResponse();
  if (exitCode === loggedErrorExitCode) return new RunResponse().setBail(true);
  if (exitCode === null) return new RunResponse().setError("Program was ended before it was done");
  return new RunResponse().setError(`Program exited with non-zero exit code: ${exitCode}`);
}

async function runPlugin(
  engineAddress: string,
  call: ServerWritableStream<RunPluginRequest, RunPluginResponse>,
): Promise<void> {
  const stop = new AbortController();
  call.on("cancelled", () => {
    stop.abort();
  });
  const exitCode = await runNode(describePlugin(engineAddress, call.request), {
    onStdout: (chunk) => call.write(new RunPluginResponse().setStdout(chunk)),
    onStderr: (chunk) => call.write(new RunPluginResponse().setStderr(chunk)),
    signal: stop.signal,
  });
  if (!stop.signal.aborted) call.write(new RunPluginResponse().setExitcode(exitCode ?? 1));
  call.end();
}
