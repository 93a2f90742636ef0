import type { Clouds, CorpusBase, Edit } from "../corpus-case";
import { insertBefore } from "../insert-before";

const end = "export const clientId = application.clientId;";

const add = (...code: readonly string[]): Edit => insertBefore(end, ...code);

const credential = `new azuread.ApplicationFederatedIdentityCredential("payments", {`;

const ofProgram = ({ displayName }: { displayName: string }): boolean => displayName === "payments";

function openToOtherTenants({ store }: Clouds): void {
  for (const application of store.applications.list(ofProgram)) {
    store.applications.update({ ...application, signInAudience: "AzureADMultipleOrgs" });
  }
}

function addOwner({ store }: Clouds): void {
  for (const application of store.applications.list(ofProgram)) {
    const [owner = ""] = store.servicePrincipals.list(ofProgram).map(({ objectId }) => objectId);
    store.applications.update({ ...application, ownerIds: [...application.ownerIds, owner] });
  }
}

function pointElsewhere({ store }: Clouds): void {
  for (const connection of store.serviceConnections.list(({ name }) => name === "payments")) {
    const parameters = { ...connection.parameters, serviceprincipalid: "0f0f0f0f-9999-4aaa-8bbb-cccccccccccc" };
    store.serviceConnections.update({ ...connection, parameters });
  }
}

function widenRole({ store }: Clouds): void {
  const owner = "8e3af657-a8ff-443c-a75c-2fe8c4bcb635";
  for (const assignment of store.roleAssignments.list(({ scope }) => scope.endsWith("/payments-web"))) {
    store.roleAssignments.update({ ...assignment, roleDefinitionId: owner });
  }
}

/** A service principal and its connection, written by hand with the vendors' packages alone. */
export const handWrittenBase: CorpusBase = {
  name: "hand-written",
  cases: [
    {
      name: "first-deployment",
      isFirst: true,
      access: "widens",
      classes: ["identity", "trust", "serviceConnection", "roleAssignment", "pipelinePermission"],
    },
    { name: "unchanged", access: "same", classes: [] },
    { name: "unchanged-without-sames", showsSames: false, access: "same", classes: [] },
    {
      name: "scope-subscription",
      edits: [{ find: "scope: group,", replace: "scope: subscription," }],
      access: "widens",
      classes: ["roleAssignment"],
    },
    {
      name: "scope-subscription-without-sames",
      edits: [{ find: "scope: group,", replace: "scope: subscription," }],
      showsSames: false,
      access: "widens",
      classes: ["roleAssignment"],
    },
    {
      name: "scope-subscription-replacement-steps",
      edits: [{ find: "scope: group,", replace: "scope: subscription," }],
      flags: ["--show-replacement-steps"],
      access: "widens",
      classes: ["roleAssignment"],
    },
    {
      name: "scope-resource",
      edits: [{ find: "scope: group,", replace: `scope: config.require("storageAccountId"),` }],
      access: "narrows",
      classes: ["roleAssignment"],
    },
    {
      name: "scope-management-group",
      edits: [
        { find: "scope: group,", replace: `scope: "/providers/Microsoft.Management/managementGroups/payments",` },
      ],
      access: "widens",
      classes: ["roleAssignment"],
    },
    {
      name: "role-contributor",
      edits: [{ find: "roleDefinitionId: reader,", replace: "roleDefinitionId: contributor," }],
      access: "widens",
      classes: ["roleAssignment"],
    },
    {
      name: "role-owner",
      edits: [
        {
          find: "roleDefinitionId: reader,",
          replace: "roleDefinitionId: `${roles}/8e3af657-a8ff-443c-a75c-2fe8c4bcb635`,",
        },
      ],
      access: "widens",
      classes: ["roleAssignment"],
    },
    {
      name: "role-user-access-administrator",
      edits: [
        {
          find: "roleDefinitionId: reader,",
          replace: "roleDefinitionId: `${roles}/18d7d88d-d35e-4fb5-a5c3-7773c20a72d9`,",
        },
      ],
      access: "widens",
      classes: ["roleAssignment"],
    },
    {
      name: "role-reader-instead-of-contributor",
      edits: [{ find: "roleDefinitionId: contributor,", replace: "roleDefinitionId: reader," }],
      access: "narrows",
      classes: ["roleAssignment"],
    },
    {
      name: "subject-letter-case",
      edits: [
        {
          find: "subject: connection.workloadIdentityFederationSubject,",
          replace: "subject: connection.workloadIdentityFederationSubject.apply((subject) => subject.toUpperCase()),",
        },
      ],
      access: "widens",
      classes: ["trust"],
    },
    {
      name: "subject-of-other-organization",
      edits: [
        {
          find: "subject: connection.workloadIdentityFederationSubject,",
          replace: `subject: connection.workloadIdentityFederationSubject.apply((subject) =>
    subject.replace(/\\/sc\\/[^/]+\\//, "/sc/0f0f0f0f-1111-4222-8333-444444444444/"),
  ),`,
        },
      ],
      access: "widens",
      classes: ["trust"],
    },
    {
      name: "issuer-of-other-tenant",
      edits: [
        {
          find: "issuer: connection.workloadIdentityFederationIssuer,",
          replace: `issuer: "https://login.microsoftonline.com/0f0f0f0f-5555-4666-8777-888888888888/v2.0",`,
        },
      ],
      access: "widens",
      classes: ["trust"],
    },
    {
      name: "audience-changed",
      edits: [
        {
          find: `audiences: ["api://AzureADTokenExchange"],`,
          replace: `audiences: ["https://contoso.example/deploy"],`,
        },
      ],
      access: "widens",
      classes: ["trust"],
    },
    {
      name: "trust-removed",
      edits: [{ find: credential, replace: `({` }],
      access: "narrows",
      classes: ["trust"],
    },
    {
      name: "github-credential-added",
      edits: [
        add(
          `new azuread.ApplicationFederatedIdentityCredential("github", {`,
          `  applicationId: application.id,`,
          `  displayName: "github",`,
          `  issuer: "https://token.actions.githubusercontent.com",`,
          `  subject: "repo:contoso/payments:ref:refs/heads/main",`,
          `  audiences: ["api://AzureADTokenExchange"],`,
          `});`,
        ),
      ],
      access: "widens",
      classes: ["trust"],
    },
    {
      name: "password-added",
      edits: [add(`new azuread.ApplicationPassword("payments", { applicationId: application.id });`)],
      access: "widens",
      classes: ["storedSecret"],
    },
    {
      name: "all-pipelines",
      edits: [{ find: `  pipelineId: config.requireNumber("deployPipelineId"),\n`, replace: "" }],
      access: "widens",
      classes: ["pipelinePermission"],
    },
    {
      name: "pipeline-added",
      edits: [
        add(
          `new azuredevops.PipelineAuthorization("build", {`,
          `  projectId: project.id,`,
          `  type: "endpoint",`,
          `  resourceId: connection.id,`,
          `  pipelineId: config.requireNumber("buildPipelineId"),`,
          `});`,
        ),
      ],
      access: "widens",
      classes: ["pipelinePermission"],
    },
    {
      name: "other-pipeline",
      edits: [{ find: `requireNumber("deployPipelineId")`, replace: `requireNumber("buildPipelineId")` }],
      access: "widens",
      classes: ["pipelinePermission"],
    },
    {
      name: "other-client-id",
      edits: [
        {
          find: "credentials: { serviceprincipalid: application.clientId },",
          replace: `credentials: { serviceprincipalid: "0f0f0f0f-9999-4aaa-8bbb-cccccccccccc" },`,
        },
      ],
      access: "widens",
      classes: ["serviceConnection"],
    },
    {
      name: "other-subscription",
      edits: [
        {
          find: "azurermSubscriptionId: subscriptionId,",
          replace: `azurermSubscriptionId: "0f0f0f0f-dddd-4eee-8fff-000000000000",`,
        },
      ],
      access: "widens",
      classes: ["serviceConnection"],
    },
    {
      name: "stored-secret-connection-added",
      edits: [
        add(
          `new azuredevops.ServiceEndpointAzureRM("reports", {`,
          `  projectId: project.id,`,
          `  serviceEndpointName: "reports",`,
          `  serviceEndpointAuthenticationScheme: "ServicePrincipal",`,
          `  credentials: {`,
          `    serviceprincipalid: application.clientId,`,
          `    serviceprincipalkey: pulumi.secret("canary-service-principal-key"),`,
          `  },`,
          `  azurermSpnTenantid: config.require("tenantId"),`,
          `  azurermSubscriptionId: subscriptionId,`,
          `  azurermSubscriptionName: "Payments Production",`,
          `});`,
        ),
      ],
      access: "widens",
      classes: ["serviceConnection"],
    },
    {
      name: "protected-replacement-refused",
      edits: [
        {
          find: `serviceEndpointAuthenticationScheme: "WorkloadIdentityFederation",
    credentials: { serviceprincipalid: application.clientId },`,
          replace: `serviceEndpointAuthenticationScheme: "ManagedServiceIdentity",`,
        },
      ],
      fails: true,
      access: "same",
      classes: ["serviceConnection"],
    },
    {
      name: "multi-tenant",
      edits: [{ find: `signInAudience: "AzureADMyOrg",`, replace: `signInAudience: "AzureADMultipleOrgs",` }],
      access: "widens",
      classes: ["identity"],
    },
    {
      name: "owner-added",
      edits: [
        {
          find: `signInAudience: "AzureADMyOrg",
  owners: [config.require("platformPrincipalId")],`,
          replace: `signInAudience: "AzureADMyOrg",
  owners: [config.require("platformPrincipalId"), "0f0f0f0f-1234-4567-89ab-cdef01234567"],`,
        },
      ],
      access: "widens",
      classes: ["identity"],
    },
    {
      name: "protect-removed",
      edits: [{ find: "{ protect: true },", replace: "{}," }],
      access: "widens",
      classes: ["serviceConnection"],
    },
    {
      name: "protect-added",
      edits: [
        {
          find: `audiences: ["api://AzureADTokenExchange"],
});`,
          replace: `audiences: ["api://AzureADTokenExchange"],
}, { protect: true });`,
        },
      ],
      access: "narrows",
      classes: ["trust"],
    },
    {
      name: "descriptions",
      edits: [
        {
          find: `description: "Deploys payments",
    serviceEndpointAuthenticationScheme`,
          replace: `description: "Deploys the payments service",
    serviceEndpointAuthenticationScheme`,
        },
      ],
      access: "same",
      classes: [],
    },
    {
      name: "credential-description",
      edits: [{ find: `description: "Signs pipelines in",`, replace: `description: "Signs the pipeline in",` }],
      access: "same",
      classes: [],
    },
    {
      name: "renamed-with-alias",
      edits: [
        {
          find: `new authorization.RoleAssignment("read", {`,
          replace: `new authorization.RoleAssignment("read-group", {`,
        },
        {
          find: `  roleDefinitionId: reader,
});`,
          replace: `  roleDefinitionId: reader,
}, { aliases: [{ name: "read" }] });`,
        },
      ],
      access: "same",
      classes: [],
    },
    {
      name: "renamed-without-alias",
      edits: [
        {
          find: `new authorization.RoleAssignment("read", {`,
          replace: `new authorization.RoleAssignment("read-group", {`,
        },
      ],
      access: "same",
      classes: [],
    },
    {
      name: "second-connection-shares-identity",
      edits: [
        add(
          `new azuredevops.ServiceEndpointAzureRM("reports", {`,
          `  projectId: project.id,`,
          `  serviceEndpointName: "reports",`,
          `  serviceEndpointAuthenticationScheme: "WorkloadIdentityFederation",`,
          `  credentials: { serviceprincipalid: application.clientId },`,
          `  azurermSpnTenantid: config.require("tenantId"),`,
          `  azurermSubscriptionId: subscriptionId,`,
          `  azurermSubscriptionName: "Payments Production",`,
          `});`,
        ),
      ],
      access: "widens",
      classes: ["serviceConnection"],
    },
    {
      name: "role-removed",
      edits: [{ find: `new authorization.RoleAssignment("write", {`, replace: `({` }],
      access: "narrows",
      classes: ["roleAssignment"],
    },
    {
      name: "pipeline-removed",
      edits: [{ find: `new azuredevops.PipelineAuthorization("deploy", {`, replace: `({` }],
      access: "narrows",
      classes: ["pipelinePermission"],
    },
    {
      name: "protected-delete-refused",
      edits: [
        { find: "const connection = new azuredevops.ServiceEndpointAzureRM(", replace: "const connection = unmake(" },
        {
          find: `const project = azuredevops`,
          replace: `// The connection is no longer made; what names it names one that somebody else made.
const unmake = (..._: readonly unknown[]) => ({
  id: config.require("platformConnectionId"),
  workloadIdentityFederationIssuer: "https://contoso.example",
  workloadIdentityFederationSubject: pulumi.output("nobody"),
});
const project = azuredevops`,
        },
      ],
      fails: true,
      access: "same",
      classes: ["serviceConnection", "trust", "pipelinePermission"],
    },
    {
      name: "duplicate-name",
      edits: [
        add(`new azuread.ServicePrincipal("payments", { clientId: application.clientId }, { dependsOn: declared });`),
      ],
      fails: true,
      access: "same",
      classes: [],
    },
    {
      name: "provider-check-fails",
      edits: [{ find: `signInAudience: "AzureADMyOrg",`, replace: `signInAudience: "canary-audience",` }],
      fails: true,
      access: "same",
      classes: [],
    },
    {
      name: "nothing-declared",
      edits: [
        {
          find: "const application = new azuread.Application(",
          replace: `if (project) process.exit(0);

const application = new azuread.Application(`,
        },
      ],
      fails: true,
      access: "same",
      classes: [],
    },
    { name: "no-drift", run: "drift", access: "same", classes: [] },
    {
      name: "drift-multi-tenant",
      run: "drift",
      changeClouds: openToOtherTenants,
      access: "widens",
      classes: ["identity"],
    },
    { name: "drift-owner-added", run: "drift", changeClouds: addOwner, access: "widens", classes: ["identity"] },
    // The provider does not read back whom a connection signs in as: a report cannot tell what the engine does not see.
    {
      name: "drift-unseen-client-id",
      run: "drift",
      changeClouds: pointElsewhere,
      access: "same",
      classes: [],
    },
    { name: "drift-role-owner", run: "drift", changeClouds: widenRole, access: "widens", classes: ["roleAssignment"] },
  ],
};
