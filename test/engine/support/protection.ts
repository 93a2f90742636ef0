import type { CheckConfiguration } from "../../../emulator/state/entities";
import { connectionRoles } from "../../../emulator/services/devops/connection-roles-table";
import type { Inventory } from "./inventory";

/** What protects one service connection in the clouds. */
export interface Protection {
  /** Each check by what a person calls its kind. */
  checks: Partial<Record<CheckKind, CheckConfiguration[]>>;
  /** The connection's own roles by the names of those who have them. */
  roles: Record<string, string | undefined>;
}

// The ids and names by which Azure DevOps knows each kind; what runs a task is told apart by the task.
const kinds = {
  "8c6f20a7-a545-4486-9777-f762fafe0d4d": "approval",
  "2ef31ad6-baa0-403a-8b45-2cbc9b4e5563": "exclusiveLock",
  "4020e66e-b0f3-47e1-bc88-48f3cc59b5f3": "requiredTemplate",
  evaluatebranchProtection: "branchControl",
  evaluateBusinessHours: "businessHours",
  InvokeRESTAPI: "restApi",
} as const;

/** A kind of check, as the component names it. */
export type CheckKind = (typeof kinds)[keyof typeof kinds];

/** Finds what protects a connection. */
export function findProtection(clouds: Inventory, connectionId: string): Protection {
  const checks: Protection["checks"] = {};
  for (const check of clouds.checkConfigurations.filter(({ resourceId }) => resourceId === connectionId)) {
    const kind = readKind(check);
    checks[kind] = [...(checks[kind] ?? []), check];
  }
  const access = clouds.serviceConnections
    .filter((one) => one.connectionId === connectionId)
    .flatMap(({ projects }) => projects.flatMap((place) => place.access ?? []));
  const roles = access.map(({ identityId, allow }) => [
    clouds.organizationIdentities.find((one) => one.identityId === identityId)?.displayName ?? identityId,
    connectionRoles.find((role) => role.allow === allow)?.name,
  ]);
  return { checks, roles: Object.fromEntries(roles) as Protection["roles"] };
}

function readKind({ typeId, settings }: CheckConfiguration): CheckKind {
  const { definitionRef } = settings as { definitionRef?: { name: string } };
  const kind = Object.entries(kinds).find(([id]) => id === typeId || id === definitionRef?.name)?.[1];
  if (kind === undefined) throw new Error(`There is no kind of check ${typeId}.`);
  return kind;
}
