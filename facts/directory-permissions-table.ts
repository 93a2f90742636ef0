/**
 * What a permission in the directory is worth to an attacker. `critical`: leads to every right in the tenant. `high`: leads to
 * the rights of others. `medium`: changes what is its own, or reads what tells an attacker where to go. `low`: reads.
 */
export type DirectoryPermissionTier = "critical" | "high" | "medium" | "low";

/** A permission in Microsoft Entra ID. */
export interface KnownDirectoryPermission {
  /** The name in Microsoft's own spelling. */
  readonly name: string;
  /** GUID in lower case, the same in every tenant. */
  readonly id: string;
  /** How much harm it can do in the tenant. */
  readonly tier: DirectoryPermissionTier;
  /** True where it can lead to more rights than it has: its holder can give rights or ways in to itself or to others. */
  readonly escalates: boolean;
  /** Why it is in its tier: the rest of a sentence that begins with "It". */
  readonly reason: string;
}

/**
 * App roles of Microsoft Graph that a pipeline is likely to be given, by name.
 *
 * Names and IDs are documented at https://learn.microsoft.com/graph/permissions-reference; tiers and reasons are this
 * project's judgement.
 */
export const graphAppRoles: readonly KnownDirectoryPermission[] = [
  {
    name: "Application.Read.All",
    id: "9a5d68dd-52b0-4cc2-bd40-abcf44ac3a30",
    tier: "low",
    escalates: false,
    reason: "reads all applications",
  },
  {
    name: "Application.ReadUpdate.All",
    id: "fc023787-fd04-4e44-9bc7-d454f00c0f0a",
    tier: "critical",
    escalates: true,
    reason: "can add credentials to any application and then act as it",
  },
  {
    name: "Application.ReadWrite.All",
    id: "1bfefb4e-e0b5-418b-a88f-73c46d2cc8e9",
    tier: "critical",
    escalates: true,
    reason: "can add credentials to any application and then act as it",
  },
  {
    name: "Application.ReadWrite.OwnedBy",
    id: "18a4783c-866b-4cc7-a460-3d5e5662c884",
    tier: "medium",
    escalates: false,
    reason: "manages the applications that it owns, credentials included",
  },
  {
    name: "AppRoleAssignment.ReadWrite.All",
    id: "06b708a9-e830-4db3-a914-8e69da51d44f",
    tier: "critical",
    escalates: true,
    reason: "can give itself any application permission",
  },
  {
    name: "Directory.Read.All",
    id: "7ab1d382-f21e-4acd-a863-ba3e13f7da61",
    tier: "medium",
    escalates: false,
    reason: "reads the whole directory",
  },
  {
    name: "Directory.ReadWrite.All",
    id: "19dbc75e-c2e2-444c-a770-ec69d8559fc7",
    tier: "high",
    escalates: true,
    reason: "changes users, groups and their members",
  },
  {
    name: "Group.Create",
    id: "bf7b1a76-6e77-406b-b258-bf5c7720e98f",
    tier: "low",
    escalates: false,
    reason: "creates groups",
  },
  {
    name: "Group.ReadWrite.All",
    id: "62a82d76-70ea-41e2-9197-370581804d09",
    tier: "high",
    escalates: true,
    reason: "can put itself into groups and so get what they have",
  },
  {
    name: "GroupMember.ReadWrite.All",
    id: "dbaae8cf-10b5-4b86-a4a1-f871c94c6695",
    tier: "high",
    escalates: true,
    reason: "can put itself into groups and so get what they have",
  },
  {
    name: "RoleManagement.ReadWrite.Directory",
    id: "9e3f62cf-ca93-4989-b6ce-bf83c28f9fe8",
    tier: "critical",
    escalates: true,
    reason: "can give itself any directory role",
  },
  {
    name: "User.Read.All",
    id: "df021288-bdef-4463-88db-98f22de89214",
    tier: "low",
    escalates: false,
    reason: "reads all users",
  },
];

/**
 * The directory roles that Microsoft labels privileged, and two that identities of pipelines are given without that label, by name.
 *
 * Names and IDs are documented at
 * https://learn.microsoft.com/entra/identity/role-based-access-control/permissions-reference; tiers and reasons are this
 * project's judgement.
 */
export const directoryRoles: readonly KnownDirectoryPermission[] = [
  {
    name: "Application Administrator",
    id: "9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3",
    tier: "critical",
    escalates: true,
    reason: "can add credentials to any application and then act as it",
  },
  {
    name: "Application Developer",
    id: "cf1c38e5-3621-4004-a7cb-879624dced7c",
    tier: "medium",
    escalates: false,
    reason: "registers applications even where users may not",
  },
  {
    name: "Authentication Administrator",
    id: "c4e39bd9-1100-46d3-8c65-fb160da0071f",
    tier: "high",
    escalates: true,
    reason: "resets how users sign in",
  },
  {
    name: "Authentication Extensibility Administrator",
    id: "25a516ed-2fa0-40ea-a2d0-12923a21473a",
    tier: "high",
    escalates: true,
    reason: "changes what happens when users sign in",
  },
  {
    name: "Azure DevOps Administrator",
    id: "e3973bdf-4987-49ae-837a-ba8e231c7286",
    tier: "high",
    escalates: false,
    reason: "sets the policies of the tenant's Azure DevOps organizations",
  },
  {
    name: "B2C IEF Keyset Administrator",
    id: "aaf43236-0c0d-4d5f-883a-6955382ac081",
    tier: "high",
    escalates: true,
    reason: "manages the keys that sign tokens",
  },
  {
    name: "Cloud Application Administrator",
    id: "158c047a-c907-4556-b7ef-446551a6b5f7",
    tier: "critical",
    escalates: true,
    reason: "can add credentials to any application and then act as it",
  },
  {
    name: "Conditional Access Administrator",
    id: "b1be1c3e-b65d-4f19-8427-f6fa0d97feb9",
    tier: "high",
    escalates: false,
    reason: "can take away the conditions on signing in",
  },
  {
    name: "Directory Readers",
    id: "88d8e3e3-8f55-4a1e-953a-9b9898b8876b",
    tier: "low",
    escalates: false,
    reason: "reads users, groups and applications",
  },
  {
    name: "Directory Writers",
    id: "9360feb5-f418-4baa-8175-e2a00bac4301",
    tier: "high",
    escalates: true,
    reason: "changes users, groups and their members",
  },
  {
    name: "Domain Name Administrator",
    id: "8329153b-31d0-4727-b945-745eb3bc5f31",
    tier: "high",
    escalates: true,
    reason: "manages domains and whom they trust",
  },
  {
    name: "External Identity Provider Administrator",
    id: "be2f45a1-457d-42af-a067-6ec1fa63bc45",
    tier: "high",
    escalates: true,
    reason: "decides which identity providers are trusted",
  },
  {
    name: "Global Administrator",
    id: "62e90394-69f5-4237-9190-012177145e10",
    tier: "critical",
    escalates: true,
    reason: "can do everything in the tenant",
  },
  {
    name: "Global Reader",
    id: "f2ef992c-3afb-46b9-b7cf-a126ee74c451",
    tier: "medium",
    escalates: false,
    reason: "reads everything in the tenant",
  },
  {
    name: "Helpdesk Administrator",
    id: "729827e3-9c14-49f7-bb1b-9608f156bbb8",
    tier: "high",
    escalates: true,
    reason: "resets passwords of users",
  },
  {
    name: "Hybrid Identity Administrator",
    id: "8ac3fc64-6eca-42ea-9e69-59f4c7b60eb2",
    tier: "high",
    escalates: true,
    reason: "manages how other directories are trusted",
  },
  {
    name: "Intune Administrator",
    id: "3a2c62db-5318-420d-8d74-23affee5d9d5",
    tier: "high",
    escalates: true,
    reason: "runs code on managed devices",
  },
  {
    name: "Lifecycle Workflows Administrator",
    id: "59d46f88-662b-457b-bceb-5c3809e5908f",
    tier: "high",
    escalates: true,
    reason: "runs workflows that change users and groups",
  },
  {
    name: "Password Administrator",
    id: "966707d0-3269-4727-9be2-8c3a10f19b9d",
    tier: "high",
    escalates: true,
    reason: "resets passwords of users",
  },
  {
    name: "Privileged Authentication Administrator",
    id: "7be44c8a-adaf-4e2a-84d6-ab2649e08a13",
    tier: "critical",
    escalates: true,
    reason: "resets how administrators sign in",
  },
  {
    name: "Privileged Role Administrator",
    id: "e8611ab8-c189-46e8-94e1-60213ab1f814",
    tier: "critical",
    escalates: true,
    reason: "can give itself any directory role",
  },
  {
    name: "Security Administrator",
    id: "194ae4cb-b126-40b2-bd5b-6091b380977d",
    tier: "high",
    escalates: false,
    reason: "can take away protection in the whole tenant",
  },
  {
    name: "Security Operator",
    id: "5f2222b1-57c3-48ba-8ad5-d4759f1fde6f",
    tier: "medium",
    escalates: false,
    reason: "manages alerts of attacks",
  },
  {
    name: "Security Reader",
    id: "5d6b6bb7-de71-4623-b4af-96380a352509",
    tier: "low",
    escalates: false,
    reason: "reads what protects the tenant",
  },
  {
    name: "User Administrator",
    id: "fe930be7-5e62-47db-91af-98c3a49a38b1",
    tier: "high",
    escalates: true,
    reason: "manages users and groups, passwords included",
  },
];
