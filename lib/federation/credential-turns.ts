import type * as pulumi from "@pulumi/pulumi";
import { limits } from "../../facts/limits-table";
import { type Check, joinPath } from "../arguments/check";
import { createProblem } from "../errors/problem";
import { readSharedIdentity, type SharedIdentity } from "../identity/shared-identity";

/**
 * Checks that one more credential fits on the identity that a service connection shares. It sees the connections of this
 * program; over all others Microsoft Entra itself keeps count.
 */
export const checkCredentialsLeft: Check = (path, value) => {
  const maximum = limits.federatedIdentityCredentialsPerIdentity.value;
  const count = readSharedIdentity(value)?.credentials.length ?? 0;
  return count < maximum
    ? []
    : [createProblem(joinPath(joinPath(path, "identity"), "existing"), "too-many-credentials", { maximum })];
};

/**
 * Creates a credential of a shared identity when its turn has come: Azure refuses to write two at once under one managed
 * identity.
 *
 * @param create creates the credential after the previous one.
 */
export function takeTurn<Credential extends pulumi.Resource>(
  { credentials }: SharedIdentity,
  create: (previous: pulumi.Resource | undefined) => Credential,
): Credential {
  const credential = create(credentials.at(-1));
  credentials.push(credential);
  return credential;
}
