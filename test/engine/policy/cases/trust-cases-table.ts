import type { RuleName } from "../../../../analysis/rules/rules-table";
import { writeConnectionByHand } from "../hand-written-connection";
import type { PolicyCases } from "../policy-cases";

const deploy = `const deploy = new azuread.Application("deploy", { displayName: "deploy" });`;

/** An application with a federated identity credential of its own. */
function trust(credential: string): string {
  return `${deploy}
    new azuread.ApplicationFederatedIdentityCredential("trust", {
      applicationId: deploy.id,
      displayName: "trust",
      audiences,
      ${credential}
    });`;
}

/** Cases of the policies about whom an identity trusts. */
export const trustCases = {
  "foreign-trust": {
    pageSays: [
      'foreign-trust shop: Application "deploy" trusts GitHub Actions in the repository "contoso/shop" on the branch "main".',
    ],
    found: {
      "any run of a pipeline": {
        program: trust(`issuer: legacyIssuer, subject: "p://contoso/payments/deploy",`),
        says: [
          'foreign-trust trust: Application "deploy" trusts the pipeline "deploy" of the project "payments" in the Azure DevOps organization "contoso", past the checks of every service connection.',
          'legacy-issuer trust: Application "deploy" trusts tokens of the issuer "https://vstoken.dev.azure.com/049a4120-aaaa-4aaa-8aaa-000000000007", which name organization, project and connection by names that can be taken again.',
        ],
      },
    },
    notFound: {
      "a connection of the stack, by hand": { program: writeConnectionByHand("payments") },
    },
  },
  "legacy-issuer": {
    pageSays: [
      'legacy-issuer payments: Application "deploy" trusts tokens of the issuer "https://vstoken.dev.azure.com/049a4120-aaaa-4aaa-8aaa-000000000007", which name organization, project and connection by names that can be taken again.',
      'trust-without-connection payments: Application "deploy" trusts the pipelines that may use the service connection "payments-dev" of the project "payments" in the Azure DevOps organization "contoso"; this stack declares no such connection.',
    ],
    found: {
      "the issuer of the first preview, on a managed identity": {
        program: `const builder = new managedidentity.UserAssignedIdentity("builder", {
          location: "westeurope",
          resourceGroupName: "identities",
          resourceName: "builder",
        });
        new managedidentity.FederatedIdentityCredential("builder", {
          resourceGroupName: "identities",
          resourceName: builder.name,
          issuer: "https://app.vstoken.visualstudio.com",
          subject: "sc://contoso/payments/builder",
          audiences,
        });`,
        says: [
          'legacy-issuer builder: Managed identity "builder" trusts tokens of the issuer "https://app.vstoken.visualstudio.com", which name organization, project and connection by names that can be taken again.',
          'trust-without-connection builder: Managed identity "builder" trusts the pipelines that may use the service connection "builder" of the project "payments" in the Azure DevOps organization "contoso"; this stack declares no such connection.',
        ],
      },
    },
    notFound: {
      "Azure Government, which has no other": {
        program: `${deploy}
        new azuredevops.ServiceEndpointAzureRM("government", {
          projectId,
          serviceEndpointName: "government",
          serviceEndpointAuthenticationScheme: "WorkloadIdentityFederation",
          credentials: { serviceprincipalid: deploy.clientId },
          azurermSpnTenantid: tenantId,
          azurermSubscriptionId: subscriptionId,
          azurermSubscriptionName: "Payments",
          environment: "AzureUSGovernment",
        });
        new azuread.ApplicationFederatedIdentityCredential("government", {
          applicationId: deploy.id,
          displayName: "government",
          issuer: legacyIssuer,
          subject: "sc://contoso/payments/government",
          audiences: ["api://AzureADTokenExchangeUSGov"],
        });`,
      },
    },
  },
  "many-identities-one-connection": {
    pageSays: [
      'many-identities-one-connection payments-dev-connection: Service connection "payments-dev" is trusted by 2 identities: application "second" and application "payments-dev".',
    ],
    found: {
      "another identity than that of the connection": {
        program: `${writeConnectionByHand("payments")}
        const second = new azuread.Application("second", { displayName: "second" });
        new azuread.ApplicationFederatedIdentityCredential("second", {
          applicationId: second.id,
          displayName: "second",
          issuer: paymentsConnection.workloadIdentityFederationIssuer,
          subject: paymentsConnection.workloadIdentityFederationSubject,
          audiences,
        });`,
        says: [
          'many-identities-one-connection payments: Service connection "payments" is trusted by 2 identities: application "payments" and application "second".',
        ],
      },
    },
    notFound: {
      "two connections by hand, each with its identity": {
        program: writeConnectionByHand("shop") + writeConnectionByHand("stock"),
      },
    },
  },
  "mixed-trusts": {
    pageSays: [
      'foreign-trust shop: Application "release" trusts GitHub Actions in the repository "contoso/shop" on the branch "main".',
      'mixed-trusts release-application: Application "release" trusts parties of several kinds: GitHub Actions and service connections.',
    ],
    found: {
      "a connection of the stack and GitHub, by hand": {
        program: `${writeConnectionByHand("payments")}
        new azuread.ApplicationFederatedIdentityCredential("shop", {
          applicationId: paymentsApplication.id,
          displayName: "shop",
          issuer: "https://token.actions.githubusercontent.com",
          subject: "repo:contoso/shop:environment:production",
          audiences,
        });`,
        says: [
          'foreign-trust shop: Application "payments" trusts GitHub Actions in the repository "contoso/shop" in the environment "production".',
          'mixed-trusts payments: Application "payments" trusts parties of several kinds: GitHub Actions and service connections.',
        ],
      },
    },
    notFound: {
      "two trusts of one kind": {
        program: `const release = new keyless.WorkloadIdentity("release", { servicePrincipal: {} });
        for (const name of ["first", "second"]) {
          new keyless.AzureServiceConnection(name, { project: "payments", subscription, identity: { existing: release } });
        }`,
      },
    },
  },
  "trust-never-matches": {
    pageSays: [
      'trust-never-matches payments: The federated identity credential "payments" of application "deploy" names the issuer "https://login.microsoftonline.com/7a1c9a52-3f0e-4d5b-9c55-0d5a3f0b1e01/v2.0/", which has to be written exactly as "https://login.microsoftonline.com/7a1c9a52-3f0e-4d5b-9c55-0d5a3f0b1e01/v2.0".',
    ],
    found: {
      "an audience in the wrong letter case": {
        program: `${deploy}
        new azuread.ApplicationFederatedIdentityCredential("trust", {
          applicationId: deploy.id,
          displayName: "trust",
          issuer: entraIssuer,
          subject: "/eid1/c/pub/t/Upoceg4_W02cVQ1aPwseAQ/a/rISbSSETf0KqFyZ8ppdXmA/sc/" + organizationId + "/" + connectionId,
          audiences: ["api://azureadtokenexchange"],
        });`,
        says: [
          'trust-never-matches trust: The federated identity credential "trust" of application "deploy" expects the audience "api://azureadtokenexchange", which has to be written exactly as "api://AzureADTokenExchange".',
        ],
      },
    },
    notFound: {
      "the connection's own issuer and subject": { program: writeConnectionByHand("website") },
    },
  },
  "trust-without-connection": {
    pageSays: [
      'trust-without-connection payments: Application "deploy" trusts the pipelines that may use the service connection with the ID "c044ec70-aaaa-4aaa-8aaa-000000000006" of the Azure DevOps organization with the ID "049a4120-aaaa-4aaa-8aaa-000000000007"; this stack declares no such connection.',
    ],
    found: {
      "a connection of which only the name is known": {
        program: trust(`issuer: legacyIssuer, subject: "sc://contoso/payments/gone",`),
        says: [
          'legacy-issuer trust: Application "deploy" trusts tokens of the issuer "https://vstoken.dev.azure.com/049a4120-aaaa-4aaa-8aaa-000000000007", which name organization, project and connection by names that can be taken again.',
          'trust-without-connection trust: Application "deploy" trusts the pipelines that may use the service connection "gone" of the project "payments" in the Azure DevOps organization "contoso"; this stack declares no such connection.',
        ],
      },
    },
    notFound: {
      "two connections of the stack": { program: writeConnectionByHand("one") + writeConnectionByHand("two") },
    },
  },
  "trust-without-exact-subject": {
    found: {
      "a star in the subject of a managed identity": {
        program: `const builder = new managedidentity.UserAssignedIdentity("builder", {
          location: "westeurope",
          resourceGroupName: "identities",
          resourceName: "builder",
        });
        new managedidentity.FederatedIdentityCredential("builder", {
          resourceGroupName: "identities",
          resourceName: builder.name,
          issuer: legacyIssuer,
          subject: "sc://contoso/payments/*",
          audiences,
        });`,
        says: [
          'legacy-issuer builder: Managed identity "builder" trusts tokens of the issuer "https://vstoken.dev.azure.com/049a4120-aaaa-4aaa-8aaa-000000000007", which name organization, project and connection by names that can be taken again.',
          'trust-without-exact-subject builder: Managed identity "builder" trusts the subject "sc://contoso/payments/*", which is meant to let in more than one party.',
        ],
      },
      "a star in a plain subject": {
        program: trust(`issuer: "https://token.actions.githubusercontent.com", subject: "repo:contoso/*",`),
        says: [
          'trust-without-exact-subject trust: Application "deploy" trusts the subject "repo:contoso/*", which is meant to let in more than one party.',
        ],
      },
    },
    notFound: {
      "the exact subject of a connection": { program: writeConnectionByHand("exact") },
    },
  },
  "unreadable-trust": {
    pageSays: [
      'unreadable-trust payments: It cannot be judged whom application "deploy" will trust: the subject is marked secret.',
    ],
    found: {
      "a subject that comes from something else": {
        program: `const team = new azuread.Group("team", { displayName: "team", securityEnabled: true });
        ${trust(`issuer: legacyIssuer, subject: pulumi.interpolate\`sc://contoso/\${team.objectId}/deploy\`,`)}`,
        says: [
          'legacy-issuer trust: Application "deploy" trusts tokens of the issuer "https://vstoken.dev.azure.com/049a4120-aaaa-4aaa-8aaa-000000000007", which name organization, project and connection by names that can be taken again.',
          'unreadable-trust trust: It cannot be judged whom application "deploy" will trust: the subject is not known before the deployment.',
        ],
      },
    },
    notFound: {
      "a subject that comes from a connection": { program: writeConnectionByHand("later") },
    },
  },
} satisfies Partial<Record<RuleName, PolicyCases>>;
