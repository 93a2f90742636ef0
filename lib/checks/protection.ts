import type * as pulumi from "@pulumi/pulumi";
import { createChecks } from "./checks";
import type { ChecksArgs } from "./checks-args";
import type { ConnectionRoleArgs } from "./connection-role-args";
import { createConnectionRoles } from "./connection-roles";
import type { ProtectedConnection } from "./protected-connection";

/** What protects a service connection, if anything. */
export interface ProtectionArgs {
  readonly checks?: ChecksArgs;
  readonly connectionRoles?: ConnectionRoleArgs[];
}

/** Creates all that must stand before a pipeline may use the connection. */
export function createProtection(
  protectedConnection: ProtectedConnection,
  { checks, connectionRoles }: ProtectionArgs,
): readonly pulumi.Resource[] {
  return [...createChecks(protectedConnection, checks), ...createConnectionRoles(protectedConnection, connectionRoles)];
}
