import type * as pulumi from "@pulumi/pulumi";
import type { RolePreset } from "./role-preset";

/** A role at a scope, for the identity of a service connection. Exactly one of `role` and `preset` says which. */
export interface RoleAssignmentArgs {
  /**
   * The role: the name of a built-in role in any letter case, such as `Website Contributor`, or the GUID or the whole ID of any
   * role definition. Changing it replaces the role assignment.
   *
   * Names are listed at https://learn.microsoft.com/azure/role-based-access-control/built-in-roles
   */
  role?: pulumi.Input<string>;

  /**
   * A role with the place that it is for, and with a condition where it needs one. Changing it replaces the role assignment
   * where the role is another one.
   */
  preset?: RolePreset;

  /**
   * Of the preset `AssignRoles`: the built-in roles, by name or GUID, that may be assigned and taken away. Roles by which
   * somebody could get any other right are refused.
   */
  assignableRoles?: string[];

  /**
   * Where the role holds: the ID of a management group, subscription, resource group or resource, without a slash at the end.
   * The role holds for everything below, so take the narrowest that suffices. A preset takes only the kind of scope that it is
   * for. Changing it replaces the role assignment.
   *
   * See https://learn.microsoft.com/azure/role-based-access-control/scope-overview
   */
  scope: pulumi.Input<string>;

  /**
   * Tells this role assignment from others of the component in the stack: letters, digits, hyphens, underscores and periods.
   * It is not sent to Azure. Changing it replaces the role assignment.
   *
   * Default: made from role and scope; from the role alone where the scope is an output. It is needed where the role is an
   * output, and where the same role has two scopes that are outputs.
   */
  name?: string;

  /**
   * Not beside a preset: condition that limits what the role allows, up to 8 KB, in the language of
   * https://learn.microsoft.com/azure/role-based-access-control/conditions-format
   */
  condition?: pulumi.Input<string>;

  /** Version of the condition's language: `2.0`, the only one that Azure accepts. Default: `2.0` where there is a condition. */
  conditionVersion?: pulumi.Input<string>;

  /** Why the identity has the role, up to 2 KB. Default: nothing; with a preset, what it allows. */
  description?: pulumi.Input<string>;
}
