import type * as pulumi from "@pulumi/pulumi";

/**
 * A person or a group of people in Azure DevOps. Exactly one argument says who.
 *
 * Names are looked up once each, in the preview already where the project exists, and must be plain values. A group that the same
 * program makes is given by its `id`.
 */
export interface MemberArgs {
  /**
   * The storage key (GUID) by which Azure DevOps itself knows a user, group or team: `groupId` of a group, `id` of a team or of a
   * user in @pulumi/azuredevops. The object ID in Microsoft Entra and the descriptor are other IDs, and do not work.
   */
  id?: pulumi.Input<string>;

  /** Name of a group of the connection's project, in any letter case, such as `Release Managers`. */
  group?: string;

  /**
   * Name of a group of the organization, in any letter case, such as `Project Collection Administrators`. A name that two groups
   * bear is refused: give the `id` then.
   *
   * To look for it costs a request for each group of the organization, once in a program; an `id` costs none. The azuredevops
   * provider may not find a group of Microsoft Entra by its name: add it to the organization with `Group` and its `originId`, and
   * give the `groupId` of that as `id`.
   */
  organizationGroup?: string;

  /** Name of a team of the connection's project. */
  team?: string;

  /** The address that a user signs in with, in any letter case, such as `ada@contoso.com`. */
  user?: string;
}
