import type { Clouds, CorpusBase } from "../corpus-case";
import { insertBefore } from "../insert-before";

const end = "export const clientId = identity.clientId;";
const subject = `subject: "sc://contoso/payments/builder",`;
const restartScope = `{ ...principal, scope: group, roleDefinitionId: restart.id }`;
const actions = `actions: ["Microsoft.Web/sites/read", "Microsoft.Web/sites/restart/action"], notActions: []`;

function changeSubject({ store }: Clouds): void {
  for (const credential of store.federatedIdentityCredentials.list(({ name }) => name === "builder")) {
    store.federatedIdentityCredentials.update({ ...credential, subject: "sc://fabrikam/payments/builder" });
  }
}

function removeTrust({ store }: Clouds): void {
  for (const { credentialId } of store.federatedIdentityCredentials.list(({ name }) => name === "builder")) {
    store.federatedIdentityCredentials.remove(credentialId);
  }
}

function dropConditions({ store }: Clouds): void {
  for (const { condition, conditionVersion, ...assignment } of store.roleAssignments.list()) {
    if (condition !== undefined && conditionVersion !== undefined) store.roleAssignments.update(assignment);
  }
}

/** A managed identity with its trust and its roles in Azure, written by hand. */
export const rolesBase: CorpusBase = {
  name: "roles",
  cases: [
    {
      name: "first-deployment",
      isFirst: true,
      access: "widens",
      classes: ["identity", "trust", "roleAssignment", "customRole"],
    },
    { name: "unchanged", access: "same", classes: [] },
    {
      name: "subject-letter-case",
      edits: [{ find: subject, replace: `subject: "sc://Contoso/payments/builder",` }],
      access: "widens",
      classes: ["trust"],
    },
    {
      name: "subject-of-other-organization",
      edits: [{ find: subject, replace: `subject: "sc://fabrikam/payments/builder",` }],
      access: "widens",
      classes: ["trust"],
    },
    {
      name: "subject-of-other-connection",
      edits: [{ find: subject, replace: `subject: "sc://contoso/payments/anything",` }],
      access: "widens",
      classes: ["trust"],
    },
    {
      name: "issuer-github",
      edits: [
        {
          find: 'issuer: `https://vstoken.dev.azure.com/${config.require("organizationId")}`,\n  ' + subject,
          replace: `issuer: "https://token.actions.githubusercontent.com",
  subject: "repo:contoso/payments:pull_request",`,
        },
      ],
      access: "widens",
      classes: ["trust"],
    },
    {
      name: "issuer-of-other-organization",
      edits: [
        {
          find: 'issuer: `https://vstoken.dev.azure.com/${config.require("organizationId")}`,',
          replace: `issuer: "https://vstoken.dev.azure.com/0f0f0f0f-2222-4333-8444-555555555555",`,
        },
      ],
      access: "widens",
      classes: ["trust"],
    },
    {
      name: "credential-added",
      edits: [
        insertBefore(
          end,
          `new managedidentity.FederatedIdentityCredential("reports", {`,
          `  resourceGroupName,`,
          `  resourceName: identity.name,`,
          `  federatedIdentityCredentialResourceName: "reports",`,
          '  issuer: `https://vstoken.dev.azure.com/${config.require("organizationId")}`,',
          `  subject: "sc://contoso/reports/reports",`,
          `  audiences: ["api://AzureADTokenExchange"],`,
          `});`,
        ),
      ],
      access: "widens",
      classes: ["trust"],
    },
    {
      name: "condition-dropped",
      edits: [{ find: `  condition: onlyReader,\n  conditionVersion: "2.0",\n`, replace: "" }],
      access: "widens",
      classes: ["roleAssignment"],
    },
    {
      name: "condition-weakened",
      edits: [
        {
          find: "condition: onlyReader,",
          replace: `condition: onlyReader.replaceAll(
    "acdd72a7-3385-48ef-bd42-f606fba81ae7",
    "acdd72a7-3385-48ef-bd42-f606fba81ae7, b24988ac-6180-42a0-ab88-20f7382dd24c",
  ),`,
        },
      ],
      access: "widens",
      classes: ["roleAssignment"],
    },
    {
      name: "condition-added",
      edits: [
        {
          find: restartScope,
          replace: `{
  ...principal,
  scope: group,
  roleDefinitionId: restart.id,
  condition: "(@Resource[Microsoft.Web/sites:name] StringEquals 'payments-web')",
  conditionVersion: "2.0",
}`,
        },
      ],
      access: "narrows",
      classes: ["roleAssignment"],
    },
    {
      name: "custom-role-action-added",
      edits: [
        {
          find: `"Microsoft.Web/sites/restart/action"]`,
          replace: `"Microsoft.Web/sites/restart/action", "Microsoft.Web/sites/config/list/action"]`,
        },
      ],
      access: "widens",
      classes: ["customRole"],
    },
    {
      name: "custom-role-wildcard",
      edits: [{ find: actions, replace: `actions: ["*"], notActions: []` }],
      access: "widens",
      classes: ["customRole"],
    },
    {
      name: "custom-role-assigns-roles",
      edits: [
        {
          find: `"Microsoft.Web/sites/restart/action"]`,
          replace: `"Microsoft.Web/sites/restart/action", "Microsoft.Authorization/roleAssignments/write"]`,
        },
      ],
      access: "widens",
      classes: ["customRole"],
    },
    {
      name: "custom-role-data-action-added",
      edits: [
        {
          find: actions,
          replace: `${actions}, dataActions: ["Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read"]`,
        },
      ],
      access: "widens",
      classes: ["customRole"],
    },
    {
      name: "custom-role-action-removed",
      edits: [{ find: `, "Microsoft.Web/sites/restart/action"]`, replace: "]" }],
      access: "narrows",
      classes: ["customRole"],
    },
    {
      name: "custom-role-description",
      edits: [{ find: "Restarts the payments service", replace: "Restarts payments" }],
      access: "same",
      classes: [],
    },
    {
      name: "role-at-management-group",
      edits: [
        {
          find: restartScope,
          replace: `{
  ...principal,
  scope: "/providers/Microsoft.Management/managementGroups/payments",
  roleDefinitionId: restart.id,
}`,
        },
      ],
      access: "widens",
      classes: ["roleAssignment"],
    },
    {
      name: "role-at-subscription",
      edits: [{ find: restartScope, replace: `{ ...principal, scope: subscription, roleDefinitionId: restart.id }` }],
      access: "widens",
      classes: ["roleAssignment"],
    },
    {
      name: "role-at-resource",
      edits: [
        {
          find: restartScope,
          replace: `{ ...principal, scope: config.require("webAppId"), roleDefinitionId: restart.id }`,
        },
      ],
      access: "narrows",
      classes: ["roleAssignment"],
    },
    {
      name: "role-for-group",
      edits: [
        insertBefore(
          end,
          `new authorization.RoleAssignment("developers", {`,
          `  scope: group,`,
          `  principalId: "0b0b0b0b-1111-4222-8333-444444444444",`,
          `  principalType: "Group",`,
          "  roleDefinitionId: `${roles}/b24988ac-6180-42a0-ab88-20f7382dd24c`,",
          `});`,
        ),
      ],
      access: "widens",
      classes: ["roleAssignment"],
    },
    {
      name: "second-identity-added",
      edits: [
        insertBefore(
          end,
          `const other = new managedidentity.UserAssignedIdentity("other", { resourceGroupName, resourceName: "other" });`,
          ``,
          `new authorization.RoleAssignment("other", {`,
          `  scope: group,`,
          `  principalId: other.principalId,`,
          `  principalType: "ServicePrincipal",`,
          "  roleDefinitionId: `${roles}/b24988ac-6180-42a0-ab88-20f7382dd24c`,",
          `});`,
        ),
      ],
      access: "widens",
      classes: ["identity", "roleAssignment"],
    },
    {
      name: "identity-replaced",
      edits: [{ find: `resourceName: "builder",\n  tags`, replace: `resourceName: "payments-builder",\n  tags` }],
      access: "same",
      classes: ["identity", "trust", "roleAssignment"],
    },
    {
      name: "identity-tags",
      edits: [{ find: `tags: { team: "payments" },`, replace: `tags: { team: "payments", stage: "test" },` }],
      access: "same",
      classes: [],
    },
    {
      name: "retained-role-removed",
      edits: [
        {
          find: `new authorization.RoleAssignment(
  "watch",
  { ...principal, scope: group, roleDefinitionId: \`\${roles}/43d0d8ad-25c7-4714-9337-8ba259a9fe05\` },
  { retainOnDelete: true },
);
`,
          replace: "",
        },
      ],
      access: "same",
      classes: ["roleAssignment"],
    },
    {
      name: "retain-on-delete-added",
      edits: [
        {
          find: `{ ...principal, scope: group, roleDefinitionId: restart.id });`,
          replace: `{ ...principal, scope: group, roleDefinitionId: restart.id }, { retainOnDelete: true });`,
        },
      ],
      access: "same",
      classes: [],
    },
    {
      name: "role-imported",
      edits: [
        insertBefore(
          end,
          `const imported = config.require("platformRoleAssignmentId");`,
          `new authorization.RoleAssignment(`,
          `  "platform",`,
          `  {`,
          `    scope: subscription,`,
          `    roleAssignmentName: imported.split("/").at(-1)!,`,
          `    principalId: config.require("platformPrincipalId"),`,
          `    principalType: "ServicePrincipal",`,
          "    roleDefinitionId: `${roles}/f58310d9-a9f6-439a-9e8d-f62e7b41a168`,",
          `  },`,
          `  { import: imported },`,
          `);`,
        ),
      ],
      access: "same",
      classes: ["roleAssignment"],
    },
    {
      name: "identity-read",
      edits: [insertBefore(end, `managedidentity.UserAssignedIdentity.get("again", identity.id.apply((id) => id));`)],
      access: "same",
      classes: ["identity"],
    },
    {
      name: "targeted",
      edits: [
        { find: "condition: onlyReader,", replace: "condition: undefined," },
        { find: restartScope, replace: `{ ...principal, scope: subscription, roleDefinitionId: restart.id }` },
      ],
      flags: ["--target", "{RoleAssignment/restart}"],
      access: "widens",
      classes: ["roleAssignment"],
    },
    {
      name: "excluded",
      edits: [{ find: restartScope, replace: `{ ...principal, scope: subscription, roleDefinitionId: restart.id }` }],
      flags: ["--exclude", "{RoleAssignment/restart}"],
      access: "same",
      classes: [],
    },
    {
      name: "refactored-into-component",
      edits: [
        {
          find: `new authorization.RoleAssignment("restart", ${restartScope});`,
          replace: `class Rights extends pulumi.ComponentResource {
  constructor(name: string) {
    super("payments:index:Rights", name);
    new authorization.RoleAssignment("restart", ${restartScope}, {
      parent: this,
      aliases: [{ parent: pulumi.rootStackResource }],
    });
  }
}
new Rights("restart");`,
        },
      ],
      access: "same",
      classes: [],
    },
    {
      name: "reordered",
      edits: [
        { find: `new authorization.RoleAssignment("restart", ${restartScope});\n`, replace: "" },
        insertBefore(end, `new authorization.RoleAssignment("restart", ${restartScope});`),
      ],
      access: "same",
      classes: [],
    },
    {
      name: "refreshed-first",
      edits: [{ find: `tags: { team: "payments" },`, replace: `tags: { team: "payments", stage: "test" },` }],
      flags: ["--refresh"],
      access: "same",
      classes: [],
    },
    { name: "no-drift", run: "drift", access: "same", classes: [] },
    {
      name: "drift-condition-dropped",
      run: "drift",
      changeClouds: dropConditions,
      access: "widens",
      classes: ["roleAssignment"],
    },
    {
      name: "drift-subject-changed",
      run: "drift",
      changeClouds: changeSubject,
      access: "widens",
      classes: ["trust"],
    },
    {
      name: "drift-trust-removed",
      run: "drift",
      changeClouds: removeTrust,
      access: "narrows",
      classes: ["trust"],
    },
    {
      name: "drift-refreshed-first",
      flags: ["--refresh"],
      changeClouds: changeSubject,
      // The program puts right what somebody had widened.
      access: "widens",
      classes: ["trust"],
    },
  ],
};
