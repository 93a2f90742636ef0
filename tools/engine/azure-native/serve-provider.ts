import { Server, ServerCredentials } from "@grpc/grpc-js";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import type { ProviderService } from "./provider-service";

/** A provider that answers on loopback. */
export interface ServedProvider {
  readonly port: number;
  /** Ends it at once, with every call that is going on. */
  readonly stop: () => void;
}

/** The engine sends states of any size. */
const maxMessageLength = 400 * 1024 * 1024;

/** Answers the engine's calls on a free port of the loopback interface. */
export function serveProvider(service: ProviderService): Promise<ServedProvider> {
  const server = new Server({ "grpc.max_receive_message_length": maxMessageLength });
  server.addService(ResourceProviderService, service);
  return new Promise((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, port) => {
      if (error !== null) reject(error);
      else
        resolve({
          port,
          stop: () => {
            server.forceShutdown();
          },
        });
    });
  });
}
