import type { CorpusBase } from "../corpus-case";

/** A connection with a service principal of its own, made by the component. */
export const servicePrincipalBase: CorpusBase = {
  name: "service-principal",
  cases: [
    {
      name: "first-deployment",
      isFirst: true,
      access: "widens",
      classes: ["identity", "trust", "serviceConnection", "roleAssignment", "pipelinePermission"],
    },
    { name: "unchanged", access: "same", classes: [] },
    {
      name: "role-contributor",
      edits: [{ find: `role: "Reader"`, replace: `role: "Contributor"` }],
      access: "widens",
      classes: ["roleAssignment"],
    },
    {
      name: "role-added",
      edits: [
        {
          find: `roleAssignments: [{ role: "Reader", scope: group }],`,
          replace: `roleAssignments: [
    { role: "Reader", scope: group },
    { role: "Website Contributor", scope: config.require("webAppId") },
  ],`,
        },
      ],
      access: "widens",
      classes: ["roleAssignment"],
    },
    {
      name: "role-preset-added",
      edits: [
        {
          find: `roleAssignments: [{ role: "Reader", scope: group }],`,
          replace: `roleAssignments: [
    { role: "Reader", scope: group },
    { preset: "AssignRoles", assignableRoles: ["AcrPull"], scope: group },
  ],`,
        },
      ],
      access: "widens",
      classes: ["roleAssignment"],
    },
    {
      name: "scope-subscription",
      edits: [
        {
          find: `scope: group }],`,
          replace: 'scope: `/subscriptions/${config.require("subscriptionId")}` }],',
        },
      ],
      access: "widens",
      classes: ["roleAssignment"],
    },
    {
      name: "pipeline-added",
      edits: [
        {
          find: `{ deploy: config.require("deployPipelineId") }`,
          replace: `{ deploy: config.require("deployPipelineId"), build: config.require("buildPipelineId") }`,
        },
      ],
      access: "widens",
      classes: ["pipelinePermission"],
    },
    {
      name: "pipeline-removed",
      edits: [{ find: `deploy: config.require("deployPipelineId")`, replace: "" }],
      access: "narrows",
      classes: ["pipelinePermission"],
    },
    {
      name: "role-removed",
      edits: [{ find: `[{ role: "Reader", scope: group }]`, replace: "[]" }],
      access: "narrows",
      classes: ["roleAssignment"],
    },
    {
      name: "protected",
      edits: [
        {
          find: `authorizedPipelines: { deploy: config.require("deployPipelineId") },
});`,
          replace: `authorizedPipelines: { deploy: config.require("deployPipelineId") },
}, { protect: true });`,
        },
      ],
      access: "narrows",
      classes: ["identity", "trust", "serviceConnection", "roleAssignment", "pipelinePermission"],
    },
    {
      name: "credential-beside-component",
      edits: [
        {
          find: `import * as keyless from "pulumi-keyless";`,
          replace: `import * as azuread from "@pulumi/azuread";
import * as keyless from "pulumi-keyless";`,
        },
        {
          find: `authorizedPipelines: { deploy: config.require("deployPipelineId") },
});`,
          replace: `authorizedPipelines: { deploy: config.require("deployPipelineId") },
});

const { id } = azuread.getApplicationOutput({ clientId: connection.clientId });

new azuread.ApplicationFederatedIdentityCredential("backdoor", {
  applicationId: id,
  displayName: "backdoor",
  issuer: "https://token.actions.githubusercontent.com",
  subject: "repo:somebody/fork:ref:refs/heads/main",
  audiences: ["api://AzureADTokenExchange"],
});`,
        },
      ],
      access: "widens",
      classes: ["trust"],
    },
    {
      name: "removed",
      edits: [
        {
          find: `export const connection = new keyless.AzureServiceConnection("payments-dev", {
  project: "payments",
  subscription: { id: config.require("subscriptionId"), name: "Payments Production" },
  roleAssignments: [{ role: "Reader", scope: group }],
  authorizedPipelines: { deploy: config.require("deployPipelineId") },
});`,
          replace: "void group;\nvoid keyless;",
        },
      ],
      access: "narrows",
      classes: ["identity", "trust", "serviceConnection", "roleAssignment", "pipelinePermission"],
    },
    {
      name: "program-throws",
      edits: [
        {
          find: `export const connection = new keyless.AzureServiceConnection("payments-dev", {`,
          replace: `if (group !== "") throw new Error("canary: the program read a secret and quotes it");

export const connection = new keyless.AzureServiceConnection("payments-dev", {`,
        },
      ],
      fails: true,
      access: "same",
      classes: [],
    },
    {
      name: "arguments-refused",
      edits: [{ find: `role: "Reader"`, replace: `role: "Raeder"` }],
      fails: true,
      access: "same",
      classes: [],
    },
  ],
};
