import type * as pulumi from "@pulumi/pulumi";
import { checkWhenKnown } from "../arguments/check-when-known";
import { identityChecks } from "./check-workload-identity-args";
import type { Identity } from "./identity";
import type { ExistingIdentityArgs } from "./workload-identity-args";

/** Where an existing identity is declared. */
export interface ExistingIdentityPlace {
  /** The component as a user knows it. */
  readonly component: string;
  /** Path of the arguments, such as `identity.existing`. */
  readonly path: string;
}

/** Refers to an identity that exists already; nothing is created. */
export function referToExistingIdentity(place: ExistingIdentityPlace, args: ExistingIdentityArgs): Identity {
  const check = (name: keyof ExistingIdentityArgs, value: pulumi.Input<string>): pulumi.Output<string> =>
    checkWhenKnown(value, { component: place.component, path: `${place.path}.${name}`, check: identityChecks[name] });
  return {
    clientId: check("clientId", args.clientId),
    principalId: check("principalId", args.principalId),
    tenantId: check("tenantId", args.tenantId),
    ...(args.applicationObjectId !== undefined && {
      applicationObjectId: check("applicationObjectId", args.applicationObjectId),
    }),
    ...(args.managedIdentityId !== undefined && {
      managedIdentityId: check("managedIdentityId", args.managedIdentityId),
    }),
  };
}
