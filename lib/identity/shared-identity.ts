import type * as pulumi from "@pulumi/pulumi";
import { readProperties } from "../arguments/check-object";
import { getProgram } from "../program";

/** What the service connections of a program have put on an identity that they share. */
export interface SharedIdentity {
  /** Federated identity credentials, in the order in which they are written. */
  readonly credentials: pulumi.Resource[];
  /** Who assigned a role at a scope, by both. */
  readonly assignedBy: Map<string, string>;
}

const identitiesByProgram = new WeakMap<object, Map<unknown, SharedIdentity>>();

/**
 * Finds what is known of an existing identity. Connections share one when they are given the same object, or the same plain ID;
 * of IDs that are only known later nothing can be said.
 */
export function findSharedIdentity(identity: unknown): SharedIdentity {
  const program = getProgram();
  const identities = identitiesByProgram.get(program) ?? new Map<unknown, SharedIdentity>();
  identitiesByProgram.set(program, identities);
  const ids = readProperties(identity);
  const id = ids?.get("managedIdentityId") ?? ids?.get("applicationObjectId");
  const key = typeof id === "string" ? id.toLowerCase() : identity;
  const shared = identities.get(key) ?? { credentials: [], assignedBy: new Map<string, string>() };
  identities.set(key, shared);
  return shared;
}

/** Reads the existing identity out of the arguments of a service connection, whatever they are. */
export function readSharedIdentity(args: unknown): SharedIdentity | undefined {
  const identity = readProperties(readProperties(args)?.get("identity"))?.get("existing");
  return readProperties(identity) === undefined ? undefined : findSharedIdentity(identity);
}
