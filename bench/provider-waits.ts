import type { Measurement } from "./measurement";

/** Seconds that the providers wait by the clock, however fast the answers are: observed in their code. */
const waits = {
  createConnection: 10,
  createCredential: 4,
  createPermission: 5,
  deleteConnection: 10,
  /** Credential, application and service principal alike. */
  deleteFromGraph: 20,
} as const;

/**
 * The waits that one connection with a service principal cannot be faster than, in seconds. On destroy the engine goes level by
 * level: credential, connection, application. The program written by hand also deletes the service principal, beside the connection,
 * which the application would have taken along.
 */
export function findWaits({ step, program, connections }: Omit<Measurement, "seconds">): number | undefined {
  if (connections !== 1 || step === "preview") return undefined;
  if (step === "up") return waits.createConnection + waits.createCredential + waits.createPermission;
  const beside = program === "components" ? 0 : waits.deleteFromGraph;
  return waits.deleteFromGraph + Math.max(waits.deleteConnection, beside) + waits.deleteFromGraph;
}
