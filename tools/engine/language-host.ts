// The Node language host: the plugin by which the engine runs programs, policy packs and component packages written for
// Node. No package registry has Pulumi's own (a Go program); this one starts the same entry points of @pulumi/pulumi.
import { Server, ServerCredentials } from "@grpc/grpc-js";
import { LanguageRuntimeService } from "@pulumi/pulumi/proto/language_grpc_pb";
import { endWithEngine } from "./end-with-engine";
import { createLanguageRuntime } from "./language-host/language-runtime";
import { stopAll } from "./language-host/run-node";

// The engine starts the host with its own address as the last argument, and waits for the host's port on standard output.
const engineAddress = process.argv.at(-1) ?? "";
const server = new Server({ "grpc.max_receive_message_length": 400 * 1024 * 1024 });
server.addService(LanguageRuntimeService, createLanguageRuntime(engineAddress));
server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, port) => {
  if (error !== null) {
    console.error(`pulumi-language-nodejs: ${error.message}`);
    process.exitCode = 1;
    return;
  }
  console.log(port);
});

endWithEngine(engineAddress, stopAll);
