import type { RuleName } from "../../../../analysis/rules/rules-table";
import { writeConnectionByHand } from "../hand-written-connection";
import type { PolicyCases } from "../policy-cases";

const certificate = `type: "AsymmetricX509Cert", value: "MIIB..."`;

/** Connections that share an identity. */
function share(connections: number): string {
  return `const release = new keyless.WorkloadIdentity("release", { servicePrincipal: {} });
    for (let team = 1; team <= ${connections}; team++) {
      new keyless.AzureServiceConnection("team-" + team, {
        project: "payments",
        subscription,
        identity: { existing: release },
      });
    }`;
}

/** A permission of Microsoft Graph, or a role in the directory, for an application. */
function permit(permission: string): string {
  return `const release = new azuread.Application("release", { displayName: "release" });
    const principal = new azuread.ServicePrincipal("release", { clientId: release.clientId });
    ${permission}`;
}

/** Cases of the policies about identities themselves. */
export const identityCases = {
  "certificate-beside-federation": {
    pageSays: [
      'certificate-beside-federation signing: Application "release" signs in by federated identity credentials and has a certificate too: "signing".',
    ],
    found: {
      "a certificate of an application by hand": {
        program: `${writeConnectionByHand("payments")}
        new azuread.ApplicationCertificate("spare", { applicationId: paymentsApplication.id, ${certificate} });`,
        says: [
          'certificate-beside-federation spare: Application "payments" signs in by federated identity credentials and has a certificate too: "spare".',
        ],
      },
    },
    notFound: {
      "a certificate of an application without federation": {
        program: `${writeConnectionByHand("payments")}
        const old = new azuread.Application("old", { displayName: "old" });
        new azuread.ApplicationCertificate("old", { applicationId: old.id, ${certificate} });`,
      },
    },
  },
  "dangerous-directory-permission": {
    pageSays: [
      'dangerous-directory-permission graph: Application "release" has the permission "Application.ReadWrite.All": it can add credentials to any application and then act as it.',
    ],
    found: {
      "a Global Administrator": {
        program: permit(`new azuread.DirectoryRoleAssignment("everything", {
          principalObjectId: principal.objectId,
          roleId: "62e90394-69f5-4237-9190-012177145e10",
        });`),
        says: [
          'dangerous-directory-permission everything: Application "release" has the directory role "Global Administrator": it can do everything in the tenant.',
        ],
      },
    },
    notFound: {
      "reading all users": {
        program: permit(`new azuread.AppRoleAssignment("graph", {
          // User.Read.All
          appRoleId: "df021288-bdef-4463-88db-98f22de89214",
          principalObjectId: principal.objectId,
          resourceObjectId: "8bc4f4d3-2c4a-4c1e-9c0e-5d0b7c1f2a10",
        });`),
      },
    },
  },
  "multi-tenant-application": {
    pageSays: [
      'multi-tenant-application deploy: Application "deploy" accepts sign-ins of other tenants: its sign-in audience is "AzureADMultipleOrgs".',
    ],
    found: {
      "an application for personal accounts too": {
        program: `new azuread.Application("deploy", {
          displayName: "deploy",
          signInAudience: "AzureADandPersonalMicrosoftAccount",
          api: { requestedAccessTokenVersion: 2 },
        });`,
        says: [
          'multi-tenant-application deploy: Application "deploy" accepts sign-ins of other tenants: its sign-in audience is "AzureADandPersonalMicrosoftAccount".',
        ],
      },
    },
    notFound: {
      "an application that says nothing": {
        program: `new azuread.Application("deploy", { displayName: "deploy" });`,
      },
    },
  },
  "near-credential-limit": {
    pageSays: [
      'near-credential-limit release-application: Application "release" has 16 federated identity credentials of at most 20.',
      'shared-identity release-application: Application "release" is shared by 16 service connections: "team-1", "team-10", "team-11", "team-12" and 12 more. At most 3 may share one.',
    ],
    found: {
      "more than the team allows": {
        program: share(3),
        options: { "near-credential-limit": { credentialsPerIdentity: 2 } },
        says: [
          'near-credential-limit release-application: Application "release" has 3 federated identity credentials of at most 20.',
        ],
      },
    },
    notFound: {
      "as many as the team allows": {
        program: share(15),
        options: { "shared-identity": { connectionsPerIdentity: 30 } },
      },
    },
  },
  "not-understood": {
    found: {
      "a role on something else of Azure DevOps": {
        program: `new azuredevops.SecurityroleAssignment("environment", {
          scope: "distributedtask.environmentreferencerole",
          resourceId: projectId + "_3",
          identityId: principalId,
          roleName: "Administrator",
        });`,
        says: [
          'not-understood environment: The resource "environment" of type "azuredevops:index/securityroleAssignment:SecurityroleAssignment" can give access, but this version of Keyless does not understand it.',
        ],
      },
      "a team with administrators": {
        program: `new azuredevops.Team("team", { projectId, administrators: ["vssgp.Uy0xLTktMTU1MTM3NDI0NQ"] });`,
        says: [
          'not-understood team: The resource "team" of type "azuredevops:index/team:Team" can give access, but this version of Keyless does not understand it.',
        ],
      },
    },
    notFound: {
      "a group without members": {
        program: `new azuread.Group("team", { displayName: "team", securityEnabled: true });`,
      },
    },
  },
  "secret-beside-federation": {
    pageSays: [
      'secret-beside-federation spare: Application "release" signs in by federated identity credentials and has a password too: "spare".',
    ],
    found: {
      "a password of the service principal": {
        program: `${writeConnectionByHand("payments")}
        const principal = new azuread.ServicePrincipal("payments", { clientId: paymentsApplication.clientId });
        new azuread.ServicePrincipalPassword("spare", { servicePrincipalId: principal.id });`,
        says: [
          'secret-beside-federation spare: Application "payments" signs in by federated identity credentials and has a password too: "spare".',
        ],
      },
    },
    notFound: {
      "a password of an application without federation": {
        program: `${writeConnectionByHand("payments")}
        const old = new azuread.Application("old", { displayName: "old" });
        new azuread.ApplicationPassword("old", { applicationId: old.id });`,
      },
    },
  },
  "shared-identity": {
    pageSays: [
      'shared-identity release-application: Application "release" is shared by 4 service connections: "payments", "shop", "stock" and "website". At most 3 may share one.',
    ],
    found: {
      "more than the team allows": {
        program: share(2),
        options: { "shared-identity": { connectionsPerIdentity: 1 } },
        says: [
          'shared-identity release-application: Application "release" is shared by 2 service connections: "team-1" and "team-2". At most 1 may share one.',
        ],
      },
    },
    notFound: {
      "as many as are allowed where nothing is said": { program: share(3) },
    },
  },
} satisfies Partial<Record<RuleName, PolicyCases>>;
