import { credentials } from "@grpc/grpc-js";
import { EngineClient } from "@pulumi/pulumi/proto/engine_grpc_pb";
import { LogRequest, LogSeverity } from "@pulumi/pulumi/proto/engine_pb";

/**
 * Shows warnings at a resource, through the engine that started the plugin.
 *
 * @param engineAddress host and port of the engine; without one (a plugin started by hand) warnings go to standard error.
 */
export function createEngineLog(engineAddress: string | undefined): (urn: string, message: string) => void {
  if (engineAddress === undefined) return (_, message) => process.stderr.write(`warning: ${message}\n`);
  let client: EngineClient | undefined;
  return (urn, message) => {
    client ??= new EngineClient(engineAddress, credentials.createInsecure());
    client.log(new LogRequest().setSeverity(LogSeverity.WARNING).setUrn(urn).setMessage(message), (error) => {
      if (error !== null) process.stderr.write(`warning: ${message}\n`);
    });
  };
}
