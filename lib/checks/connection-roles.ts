import * as azuredevops from "@pulumi/azuredevops";
import * as pulumi from "@pulumi/pulumi";
import { findStorageKeys } from "../members/find-storage-keys";
import { retryHooks } from "../retry/retry-hooks";
import type { ConnectionRoleArgs } from "./connection-role-args";
import { formatConnectionRoleKey } from "./connection-role-key";
import type { ProtectedConnection } from "./protected-connection";

/** Gives roles on the service connection, beside those that it inherits from its project. */
export function createConnectionRoles(
  { component, connection, projectId }: ProtectedConnection,
  roles: readonly ConnectionRoleArgs[] = [],
): readonly azuredevops.SecurityroleAssignment[] {
  const storageKeys = findStorageKeys(roles, { component, projectId, path: "connectionRoles" });
  return roles.map(
    (args, index) =>
      new azuredevops.SecurityroleAssignment(
        `${component.name}-connection-role-${formatConnectionRoleKey(args) ?? ""}`,
        {
          scope: "distributedtask.serviceendpointrole",
          resourceId: pulumi.interpolate`${connection.projectId}_${connection.id}`,
          identityId: storageKeys[index] ?? "",
          roleName: args.role,
        },
        {
          parent: component.resource,
          // It stands until the connection is gone, and costs no request of its own then.
          deletedWith: connection,
          ...retryHooks("connection-role"),
        },
      ),
  );
}
