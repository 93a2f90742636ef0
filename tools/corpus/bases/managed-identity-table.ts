import type { CorpusBase } from "../corpus-case";
import { insertBefore } from "../insert-before";

const end = "export const { clientId } = release;";
const role = `{ role: "Website Contributor", scope: config.require("webAppId") }`;

/** Two connections made by the component that share an identity, and one with a managed identity of its own. */
export const managedIdentityBase: CorpusBase = {
  name: "managed-identity",
  cases: [
    {
      name: "first-deployment",
      isFirst: true,
      access: "widens",
      classes: ["identity", "trust", "serviceConnection", "roleAssignment", "pipelinePermission"],
    },
    { name: "unchanged", access: "same", classes: [] },
    {
      name: "scope-group",
      edits: [{ find: role, replace: `{ role: "Website Contributor", scope: config.require("applicationGroupId") }` }],
      access: "widens",
      classes: ["roleAssignment"],
    },
    {
      name: "role-owner",
      edits: [{ find: role, replace: `{ role: "Owner", scope: config.require("webAppId") }` }],
      access: "widens",
      classes: ["roleAssignment"],
    },
    {
      name: "role-removed",
      edits: [{ find: role, replace: "" }],
      access: "narrows",
      classes: ["roleAssignment"],
    },
    {
      name: "shared-identity-taken",
      edits: [
        {
          find: `identity: { managedIdentity: { resourceGroupName: config.require("identityGroupName") } },`,
          replace: "identity: { existing: release },\n  allowReplacement: true,",
        },
      ],
      access: "widens",
      classes: ["identity", "trust", "serviceConnection", "roleAssignment"],
    },
    {
      name: "connection-added-to-shared-identity",
      edits: [
        insertBefore(
          end,
          `new keyless.AzureServiceConnection("payments-reports", {`,
          `  project: "payments",`,
          `  subscription,`,
          `  identity: { existing: release },`,
          `});`,
        ),
      ],
      access: "widens",
      classes: ["trust", "serviceConnection"],
    },
    {
      name: "connection-removed",
      edits: [
        {
          find: `new keyless.AzureServiceConnection("payments-test", {
  project: "payments",
  subscription,
  identity: { existing: release },
  authorizedPipelines: { deploy },
});
`,
          replace: "",
        },
      ],
      access: "narrows",
      classes: ["trust", "serviceConnection", "pipelinePermission"],
    },
    {
      name: "description",
      edits: [{ find: "Deploys to production", replace: "Deploys payments to production" }],
      access: "same",
      classes: [],
    },
    {
      name: "replacement-refused",
      edits: [
        {
          find: `identity: { managedIdentity: { resourceGroupName: config.require("identityGroupName") } },`,
          replace: "identity: { existing: release },",
        },
      ],
      fails: true,
      access: "same",
      classes: [],
    },
    {
      name: "replacement-allowed",
      edits: [
        {
          find: `subscription,
  description: "Deploys to production",`,
          replace: `subscription,
  description: "Deploys to production",
  federatedIdentityCredentialName: "payments",
  allowReplacement: true,`,
        },
      ],
      access: "same",
      classes: [],
    },
    {
      name: "renamed-with-alias",
      edits: [
        {
          find: `new keyless.AzureServiceConnection("payments-prod", {`,
          replace: `new keyless.AzureServiceConnection("payments-production", {
  connectionName: "payments-prod",
  federatedIdentityCredentialName: "payments-prod",`,
        },
        {
          find: `roleAssignments: [${role}],
  authorizedPipelines: { deploy },
});`,
          replace: `roleAssignments: [${role}],
  authorizedPipelines: { deploy },
}, { aliases: [{ name: "payments-prod" }] });`,
        },
      ],
      access: "same",
      classes: [],
    },
  ],
};
