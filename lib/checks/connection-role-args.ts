import type { MemberArgs } from "../members/member-args";
import type { ConnectionRole } from "./connection-role";

/**
 * A role on the service connection: what somebody may do with the connection itself. What pipelines may do in Azure is said by
 * `roleAssignments`.
 *
 * It is given beside the roles that the connection inherits from its project; those stay, because the azuredevops provider cannot
 * turn inheritance off. Who is an administrator or creator for all service connections of the project is one for this one. To end
 * that, a person opens the connection in the project settings, chooses Security, and turns inheritance off there.
 *
 * See https://learn.microsoft.com/azure/devops/organizations/security/about-security-roles#service-connection-roles
 */
export interface ConnectionRoleArgs extends MemberArgs {
  /** The role. Somebody has one role on a connection, besides those that are inherited. Changing it changes the role in place. */
  role: ConnectionRole;

  /**
   * Tells this role from others of the component in the stack: letters, digits, hyphens, underscores and periods. It is not sent
   * to Azure DevOps. Changing it takes the role away and gives it again.
   *
   * Default: made from the name of the user, group or team. It is needed where `id` is an output.
   */
  name?: string;
}
