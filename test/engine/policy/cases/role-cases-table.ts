import type { RuleName } from "../../../../analysis/rules/rules-table";
import type { PolicyCases } from "../policy-cases";

/** A role in Azure for a service principal of another stack. */
function assign(role: string, scope = "group"): string {
  return `new authorization.RoleAssignment("assigned", { ...assignment, roleDefinitionId: ${role}, scope: ${scope} });`;
}

/** A custom role, and its assignment. */
function assignCustom(permission: string, scope = "group"): string {
  return `const custom = new authorization.RoleDefinition("custom", {
      roleName: "custom",
      scope: group,
      permissions: [{ ${permission} }],
    });
    ${assign("custom.id", scope)}`;
}

const site = `group + "/providers/Microsoft.Web/sites/shop"`;
const owner = `findRole("8e3af657-a8ff-443c-a75c-2fe8c4bcb635")`;
const contributor = `findRole("b24988ac-6180-42a0-ab88-20f7382dd24c")`;
const reader = `findRole("acdd72a7-3385-48ef-bd42-f606fba81ae7")`;
const secretsUser = `findRole("4633458b-17de-408a-b874-0445c86b69e6")`;

/** Cases of the policies about what an identity may do in Azure. */
export const roleCases = {
  "broad-scope": {
    pageSays: [
      'broad-scope payments-dev-role-contributor-5b5c9700-aaaa-4aaa-8aaa-000000000008-90aa31c5: Application "payments-dev" can change nearly everything, or decide who may, in the whole subscription "5b5c9700-aaaa-4aaa-8aaa-000000000008": it has the role "Contributor".',
    ],
    found: {
      "secrets of a whole subscription": {
        program: assign(secretsUser, "wholeSubscription"),
        says: [
          'broad-scope assigned: The identity with the ID "d41c19a1-aaaa-4aaa-8aaa-000000000004" can read secrets, keys or data in the whole subscription "5b5c9700-aaaa-4aaa-8aaa-000000000008": it has the role "Key Vault Secrets User".',
        ],
      },
    },
    notFound: {
      "settings of a whole subscription": { program: assign(reader, "wholeSubscription") },
    },
  },
  "can-write-federated-credentials": {
    pageSays: [
      'can-write-federated-credentials payments-dev-role-managed-identity-contributor-payments-c6ee5e39: Application "payments-dev" can add ways in to any managed identity in the resource group "payments": it has the role "Managed Identity Contributor".',
    ],
    found: {
      "a custom role that may write them": {
        program: assignCustom(
          `actions: ["Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials/write"]`,
        ),
        says: [
          'can-write-federated-credentials assigned: The identity with the ID "d41c19a1-aaaa-4aaa-8aaa-000000000004" can add ways in to any managed identity in the resource group "payments": it has the custom role "custom".',
        ],
      },
    },
    notFound: {
      "a custom role that may read them": {
        program: assignCustom(
          `actions: ["Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials/read"]`,
        ),
      },
    },
  },
  "identity-in-target-group": {
    pageSays: [
      'identity-in-target-group payments-dev-role-contributor-payments-b4efe590: Managed identity "payments-dev-identity…" lives in the resource group "payments", where the role "Contributor" lets it add further ways in to itself.',
    ],
    found: {
      "a managed identity by hand": {
        program: `const builder = new managedidentity.UserAssignedIdentity("builder", {
          location: "westeurope",
          resourceGroupName: "payments",
          resourceName: "builder",
        });
        new authorization.RoleAssignment("builder", {
          principalId: builder.principalId,
          principalType: "ServicePrincipal",
          roleDefinitionId: ${contributor},
          scope: group,
        });`,
        says: [
          'identity-in-target-group builder: Managed identity "builder" lives in the resource group "payments", where the role "Contributor" lets it add further ways in to itself.',
        ],
      },
    },
    notFound: {
      "a role at one resource beside it": {
        program: `const builder = new managedidentity.UserAssignedIdentity("builder", {
          location: "westeurope",
          resourceGroupName: "payments",
          resourceName: "builder",
        });
        new authorization.RoleAssignment("builder", {
          principalId: builder.principalId,
          principalType: "ServicePrincipal",
          roleDefinitionId: ${contributor},
          scope: ${site},
        });`,
      },
    },
  },
  "owner-role": {
    pageSays: [
      'owner-role payments-dev-role-owner-payments-577e4d1d: Application "payments-dev" may do everything in the resource group "payments": it has the role "Owner".',
    ],
    found: {
      "an Owner of one resource": {
        program: assign(owner, site),
        says: [
          'owner-role assigned: The identity with the ID "d41c19a1-aaaa-4aaa-8aaa-000000000004" may do everything in the resource "/subscriptions/5b5c9700-aaaa-4aaa-8aaa-000000000008/resourceGroups/payments/providers/Microsoft.Web/sites/shop": it has the role "Owner".',
        ],
      },
    },
    notFound: {
      "a Contributor of a group": {
        program: assign(contributor, `wholeSubscription + "/resourceGroups/website"`),
      },
    },
  },
  "principal-type-missing": {
    pageSays: [
      'principal-type-missing reader: The role assignment for application "release" says that it is a "User": that is what the SDK writes where the program says nothing.',
    ],
    found: {
      "an identity that is called a group": {
        program: `const builder = new managedidentity.UserAssignedIdentity("builder", {
          location: "westeurope",
          resourceGroupName: "identities",
          resourceName: "builder",
        });
        new authorization.RoleAssignment("builder", {
          principalId: builder.principalId,
          principalType: "Group",
          roleDefinitionId: ${reader},
          scope: group,
        });`,
        says: [
          'principal-type-missing builder: The role assignment for managed identity "builder" says that it is a "Group".',
        ],
      },
    },
    notFound: {
      "a group that is called a group": {
        program: `const team = new azuread.Group("team", { displayName: "team", securityEnabled: true });
        new authorization.RoleAssignment("team", {
          principalId: team.objectId,
          principalType: "Group",
          roleDefinitionId: ${reader},
          scope: group,
        });`,
      },
    },
  },
  "role-assignment-right": {
    pageSays: [
      'role-assignment-right payments-dev-role-role-based-access-control-administrator-payments-19134a9e: Application "payments-dev" can assign roles in the resource group "payments", also to itself: it has the role "Role Based Access Control Administrator", and no condition says which roles.',
    ],
    found: {
      "a custom role that may assign roles": {
        program: assignCustom(`actions: ["Microsoft.Authorization/roleAssignments/write"]`),
        says: [
          'role-assignment-right assigned: The identity with the ID "d41c19a1-aaaa-4aaa-8aaa-000000000004" can assign roles in the resource group "payments", also to itself: it has the custom role "custom", and no condition says which roles.',
        ],
      },
    },
    notFound: {
      "a custom role that may see who has roles": {
        program: assignCustom(`actions: ["Microsoft.Authorization/roleAssignments/read"]`),
      },
    },
  },
  "self-escalation": {
    pageSays: [
      'self-escalation helper: Application "release" can change what custom roles may do in the resource group "payments", also those that it has itself: it has the custom role "helper".',
    ],
    found: {
      "an application that manages itself": {
        program: `const release = new azuread.Application("release", { displayName: "release" });
        const principal = new azuread.ServicePrincipal("release", { clientId: release.clientId });
        new azuread.ApplicationOwner("itself", { applicationId: release.id, ownerObjectId: principal.objectId });
        new azuread.AppRoleAssignment("graph", {
          // Application.ReadWrite.OwnedBy
          appRoleId: "18a4783c-866b-4cc7-a460-3d5e5662c884",
          principalObjectId: principal.objectId,
          resourceObjectId: "8bc4f4d3-2c4a-4c1e-9c0e-5d0b7c1f2a10",
        });`,
        says: [
          'self-escalation graph: Application "release" can add credentials to itself: it is an owner of its own application and may manage what it owns.',
        ],
      },
    },
    notFound: {
      "an application that manages others": {
        program: `const release = new azuread.Application("release", { displayName: "release" });
        const principal = new azuread.ServicePrincipal("release", { clientId: release.clientId });
        const website = new azuread.Application("website", { displayName: "website" });
        new azuread.ApplicationOwner("release", { applicationId: website.id, ownerObjectId: principal.objectId });
        new azuread.AppRoleAssignment("graph", {
          // Application.ReadWrite.OwnedBy
          appRoleId: "18a4783c-866b-4cc7-a460-3d5e5662c884",
          principalObjectId: principal.objectId,
          resourceObjectId: "8bc4f4d3-2c4a-4c1e-9c0e-5d0b7c1f2a10",
        });`,
      },
    },
  },
  unreviewable: {
    pageSays: [
      'unreviewable payments-dev-role-scope: Nobody can review this yet: application "payments-dev" gets a role in a scope that cannot be seen, but the role is written in a way that cannot be read, and its scope is marked secret.',
    ],
    found: {
      "a role for somebody secret": {
        program: `new authorization.RoleAssignment("assigned", {
          ...assignment,
          principalId: pulumi.secret(principalId),
          roleDefinitionId: ${reader},
          scope: group,
        });`,
        says: [
          'unreviewable assigned: Nobody can review this yet: somebody gets the role "Reader" in the resource group "payments", but who gets the role is marked secret.',
        ],
      },
    },
    notFound: {
      "a role for somebody who is named": { program: assign(reader) },
    },
  },
} satisfies Partial<Record<RuleName, PolicyCases>>;
