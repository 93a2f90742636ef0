/** The security namespace of service connections. Documented at https://learn.microsoft.com/azure/devops/organizations/security/namespace-reference */
export const connectionNamespaceId = "49b48001-ca20-4adc-8111-5b60c903a50c";

/** The scope that roles on service connections have. Observed. */
export const connectionRoleScope = "distributedtask.serviceendpointrole";

/** What can be allowed on a service connection, each a bit of its own. Observed. */
export const connectionPermissions = {
  Use: 1,
  Administer: 2,
  Create: 4,
  ViewAuthorization: 8,
  ViewEndpoint: 16,
} as const;

/** A name for permissions that go together. */
export interface ConnectionRole {
  name: string;
  allow: number;
  description: string;
}

const { Use, Administer, Create, ViewAuthorization, ViewEndpoint } = connectionPermissions;

// Names and what they are for are documented; which bits each stands for is guessed.
export const connectionRoles: readonly ConnectionRole[] = [
  { name: "Reader", allow: ViewEndpoint, description: "Can view the service connection." },
  { name: "User", allow: ViewEndpoint | Use, description: "Can use the service connection in pipelines." },
  { name: "Creator", allow: ViewEndpoint | Create, description: "Can create service connections." },
  {
    name: "Administrator",
    allow: ViewEndpoint | ViewAuthorization | Use | Create | Administer,
    description: "Can use the service connection, and manage it and who has a role on it.",
  },
];

/** Finds a role by name, whatever its letter case. */
export function findConnectionRole(name: string): ConnectionRole | undefined {
  return connectionRoles.find((role) => role.name.toLowerCase() === name.toLowerCase());
}
