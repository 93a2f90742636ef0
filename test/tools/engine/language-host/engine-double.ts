import {
  Server,
  ServerCredentials,
  type handleUnaryCall,
  type ServiceDefinition,
  type UntypedServiceImplementation,
} from "@grpc/grpc-js";
import { EngineService } from "@pulumi/pulumi/proto/engine_grpc_pb";
import { ResourceMonitorService } from "@pulumi/pulumi/proto/resource_grpc_pb";
import {
  RegisterResourceResponse,
  SupportsFeatureResponse,
  type RegisterResourceRequest,
} from "@pulumi/pulumi/proto/resource_pb";

/** The engine's side of a run, as far as a program without resources talks to it. */
export interface EngineDouble {
  address: string;
  stop(): void;
}

export async function startEngineDouble(): Promise<EngineDouble> {
  const server = new Server();
  server.addService(EngineService, answerEmpty(EngineService));
  server.addService(ResourceMonitorService, {
    ...answerEmpty(ResourceMonitorService),
    supportsFeature,
    registerResource,
  });
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, bound) => {
      if (error) reject(error);
      else resolve(bound);
    });
  });
  return {
    address: `127.0.0.1:${port}`,
    stop: () => {
      server.forceShutdown();
    },
  };
}

/** Answers every method with an empty message of its kind. */
function answerEmpty(service: ServiceDefinition): UntypedServiceImplementation {
  return Object.fromEntries(
    Object.entries(service).map(([name, method]) => {
      const answer: handleUnaryCall<unknown, unknown> = (_, callback) => {
        callback(null, method.responseDeserialize(Buffer.alloc(0)));
      };
      return [name, answer];
    }),
  );
}

const supportsFeature: handleUnaryCall<unknown, SupportsFeatureResponse> = (_, callback) => {
  callback(null, new SupportsFeatureResponse().setHassupport(true));
};

/** The only resource of such a program is its stack. */
const registerResource: handleUnaryCall<RegisterResourceRequest, RegisterResourceResponse> = (call, callback) => {
  const { request } = call;
  callback(
    null,
    new RegisterResourceResponse().setUrn(`urn:pulumi:test::app::${request.getType()}::${request.getName()}`),
  );
};
