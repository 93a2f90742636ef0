import type * as pulumi from "@pulumi/pulumi";
import { limits } from "../../facts/limits-table";
import { type Check, joinPath } from "../arguments/check";
import { readProperties } from "../arguments/check-object";
import { createProblem } from "../errors/problem";
import type { ExistingIdentityArgs } from "../identity/workload-identity-args";
import { getProgram } from "../program";

/** The credentials of one shared identity, as far as this program has come. */
interface Turns {
  count: number;
  last?: pulumi.Resource;
}

const turnsByProgram = new WeakMap<object, Map<unknown, Turns>>();

/**
 * Checks that one more credential fits on the identity that a service connection shares. It sees the connections of this program;
 * over all others Microsoft Entra itself keeps count.
 */
export const checkCredentialsLeft: Check = (path, value) => {
  const identity = readProperties(readProperties(value)?.get("identity"))?.get("existing");
  const maximum = limits.federatedIdentityCredentialsPerIdentity.value;
  return readProperties(identity) === undefined || findTurns(identity).count < maximum
    ? []
    : [createProblem(joinPath(joinPath(path, "identity"), "existing"), "too-many-credentials", { maximum })];
};

/**
 * Creates a credential of a shared identity when its turn has come: Azure refuses to write two at once under one managed identity.
 *
 * Connections share an identity when they are given the same object, or the same plain ID. Of others nothing is known here, and
 * the retry of the credential has to help.
 *
 * @param create creates the credential after the previous one.
 */
export function takeTurn<Credential extends pulumi.Resource>(
  identity: ExistingIdentityArgs,
  create: (previous: pulumi.Resource | undefined) => Credential,
): Credential {
  const turns = findTurns(identity);
  const credential = create(turns.last);
  turns.count += 1;
  turns.last = credential;
  return credential;
}

function findTurns(identity: unknown): Turns {
  const program = getProgram();
  const byIdentity = turnsByProgram.get(program) ?? new Map<unknown, Turns>();
  turnsByProgram.set(program, byIdentity);
  const ids = readProperties(identity);
  const id = ids?.get("managedIdentityId") ?? ids?.get("applicationObjectId");
  const key = typeof id === "string" ? id.toLowerCase() : identity;
  const turns = byIdentity.get(key) ?? { count: 0 };
  byIdentity.set(key, turns);
  return turns;
}
