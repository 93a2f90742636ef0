import { connectionNamespaceId, connectionPermissions } from "./connection-roles-table";

/** A kind of thing that access control lists are kept for, and what can be allowed there. */
export interface SecurityNamespace {
  id: string;
  name: string;
  /** Each action's bit. */
  actions: Readonly<Record<string, number>>;
}

// Documented at https://learn.microsoft.com/azure/devops/organizations/security/namespace-reference; the bits are observed.
export const securityNamespaces: readonly SecurityNamespace[] = [
  { id: connectionNamespaceId, name: "ServiceEndpoints", actions: connectionPermissions },
  {
    id: "5a27515b-ccd7-42c9-84f1-54c998f03866",
    name: "Identity",
    actions: { Read: 1, Write: 2, Delete: 4, ManageMembership: 8, CreateScope: 16 },
  },
];
