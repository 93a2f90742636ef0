import { Server, ServerCredentials } from "@grpc/grpc-js";
import { AnalyzerService } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import { createAnalyzerService } from "./analyzer-service";

/** The engine sends stacks of any size in one message. */
const maxMessageLength = 400 * 1024 * 1024;

/** Answers the engine's calls on a free port of the loopback interface, and gives that port. */
export function serveAnalyzer(): Promise<number> {
  const server = new Server({ "grpc.max_receive_message_length": maxMessageLength });
  server.addService(AnalyzerService, createAnalyzerService());
  return new Promise((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, port) => {
      if (error === null) {
        resolve(port);
      } else {
        reject(error);
      }
    });
  });
}
