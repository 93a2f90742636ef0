/** A group that is there without anybody having made it. */
export interface BuiltInGroup {
  name: string;
  description: string;
  /** The group of the same project that it is a member of. */
  memberOf?: string;
}

/** The group that may do everything in an organization. */
export const organizationAdministrators = "Project Collection Administrators";

/** The group that may do everything in a project. */
export const projectAdministrators = "Project Administrators";

/** The group that may look at a project. */
export const projectReaders = "Readers";

/** The group that administers all service connections of a project. */
export const endpointAdministrators = "Endpoint Administrators";

/** The group that may make service connections in a project. */
export const endpointCreators = "Endpoint Creators";

// Documented at https://learn.microsoft.com/azure/devops/organizations/security/permissions; the groups that say nothing about
// service connections or approvals are left out.
export const organizationGroups: readonly BuiltInGroup[] = [
  { name: organizationAdministrators, description: "Members can perform all operations in the organization." },
];

export const projectGroups: readonly BuiltInGroup[] = [
  {
    name: projectAdministrators,
    description: "Members can perform all operations in the project.",
    memberOf: endpointAdministrators,
  },
  { name: "Build Administrators", description: "Members can administer builds of the project." },
  { name: "Contributors", description: "Members can add, change and delete items.", memberOf: endpointCreators },
  { name: projectReaders, description: "Members can look at the project." },
  { name: endpointAdministrators, description: "Members can administer all service connections." },
  { name: endpointCreators, description: "Members can create service connections." },
];
