import { engineTimeout } from "../support/engine-timeout";
import { openPolicyPlace, type PolicyPlace } from "./preview-with-policies";
import { completeProgram } from "./program-text";

let opened: PolicyPlace;

beforeAll(async () => {
  opened = await openPolicyPlace();
}, engineTimeout);

afterAll(() => opened.place.close());

// Wherever a message quotes a value that is not marked secret: the value of that place, marked secret.
const marked = `
const hide = (name: string) => pulumi.secret("canary-" + name);
const application = new azuread.Application("application", {
  displayName: hide("display-name"),
  signInAudience: "AzureADMultipleOrgs",
});
new azuread.ApplicationPassword("password", { applicationId: application.id, displayName: hide("password-name") });
new azuredevops.ServiceEndpointAzureRM("connection", {
  projectId,
  serviceEndpointName: hide("connection-name-prod"),
  description: hide("description"),
  serviceEndpointAuthenticationScheme: "ServicePrincipal",
  credentials: { serviceprincipalid: hide("client-id"), serviceprincipalkey: hide("key") },
  azurermSpnTenantid: tenantId,
  azurermSubscriptionId: subscriptionId,
  azurermSubscriptionName: hide("subscription-name"),
});
new azuread.ApplicationFederatedIdentityCredential("subject", {
  applicationId: application.id,
  displayName: hide("credential-name"),
  issuer: legacyIssuer,
  subject: hide("subject-*"),
  audiences,
});
new azuread.ApplicationFederatedIdentityCredential("issuer", {
  applicationId: application.id,
  displayName: "issuer",
  issuer: pulumi.secret("https://canary.example/issuer"),
  subject: "repo:contoso/shop:ref:refs/heads/main",
  audiences: [hide("audience")],
});
const role = new authorization.RoleDefinition("role", {
  roleName: hide("role-name"),
  scope: wholeSubscription,
  permissions: [{ actions: ["*"] }],
});
new authorization.RoleAssignment("assignment", {
  ...assignment,
  principalId: hide("principal-id"),
  roleDefinitionId: role.id,
  scope: wholeSubscription,
});
new authorization.RoleAssignment("scope", {
  ...assignment,
  principalType: hide("principal-type"),
  roleDefinitionId: findRole("8e3af657-a8ff-443c-a75c-2fe8c4bcb635"),
  scope: hide("scope"),
});
new azuredevops.CheckBranchControl("branches", { ...target, allowedBranches: hide("refs/heads/*") });
new azuredevops.PipelineAuthorization("everyone", { projectId, resourceId: hide("connection-id"), type: "endpoint" });
new azuredevops.ServiceendpointPermissions("keepers", {
  projectId,
  principal: hide("principal"),
  permissions: { Administer: "Allow" },
});`;

// Where an ID or an address belongs, something else that nobody marked.
const unmarked = `
new azuredevops.PipelineAuthorization("plain", { projectId, resourceId: "canary-connection", type: "endpoint" });
new azuredevops.ServiceendpointPermissions("plain", {
  projectId,
  principal: "canary-principal",
  permissions: { Administer: "Allow" },
});
const plain = new azuread.Application("plain", { displayName: "plain", notes: "canary-notes" });
new azuread.ApplicationFederatedIdentityCredential("plain", {
  applicationId: plain.id,
  displayName: "plain",
  issuer: "https://user:canary@issuer.example",
  subject: "plain",
  audiences: ["canary-audience"],
});`;

test(
  "no message tells what is marked secret, or what is no name or address of the access",
  async () => {
    const { exitCode, stdout, stderr, violations } = await opened.preview({
      name: "canary",
      program: completeProgram(marked + unmarked),
      settings: { all: "mandatory" },
      flags: [],
    });
    expect(exitCode).toBe(1);
    expect(new Set(violations.map(({ policy }) => policy))).toEqual(
      new Set([
        "all-pipelines",
        "branch-control-too-wide",
        "broad-scope",
        "foreign-trust",
        "legacy-issuer",
        "multi-tenant-application",
        "owner-role",
        "project-wide-connection-role",
        "secret-beside-federation",
        "stored-secret-connection",
        "unreadable-trust",
        "unreviewable",
      ]),
    );
    expect(
      violations.filter(({ message }) => message.includes("is not shown")).map(({ message }) => message),
    ).not.toEqual([]);
    expect([stdout, stderr, ...violations.map(({ message }) => message)].join("\n")).not.toContain("canary");
  },
  engineTimeout,
);
