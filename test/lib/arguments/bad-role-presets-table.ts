import * as pulumi from "@pulumi/pulumi";
import { ids } from "../../support/vendor-mocks";
import type { BadArguments } from "./bad-arguments-table";

const group = `/subscriptions/${ids.subscription}/resourceGroups/payments-app`;
const registry = `${group}/providers/Microsoft.ContainerRegistry/registries/contoso`;
const later = pulumi.output("known later");
const assign = { preset: "AssignRoles", scope: group };
const inPlace = "Remove it, or write role and condition in place of the preset.";
const elsewhere = "For any other scope write role in place of the preset.";
const reallyMeant = "Remove it. Where it is really meant, write role and condition in place of the preset.";
const keepApart = "Keep the identity in another resource group.";

/** Arguments with the given role assignment. */
function withRole(assignment: unknown, others: object = {}): unknown {
  return { project: "payments", subscription: { id: ids.subscription }, roleAssignments: [assignment], ...others };
}

/** A role that may not be assigned by AssignRoles, as it is written, and what is wrong with it. */
function tooMuch(role: string, name: string, reason: string): BadArguments {
  return {
    mistake: `${role} among the roles that may be assigned`,
    args: withRole({ ...assign, assignableRoles: ["AcrPull", role] }),
    problems: [
      [
        "roleAssignments[0].assignableRoles[1]",
        "assignable-role-leads-to-more",
        `Whoever may assign "${name}" can get any right: it ${reason}.`,
        reallyMeant,
      ],
    ],
  };
}

function wrongScope(preset: string, scope: string, at: string): BadArguments {
  return {
    mistake: `the preset ${preset} at ${scope}`,
    args: withRole({ preset, scope, ...(preset === "AssignRoles" ? { assignableRoles: ["AcrPull"] } : {}) }),
    problems: [
      [
        "roleAssignments[0].scope",
        "preset-scope",
        `"${scope}" is not ${at}, which the preset ${preset} is for.`,
        `Write the ID of ${at}. ${elsewhere}`,
      ],
    ],
  };
}

const identityProblem = [
  "roleAssignments[0].scope",
  "preset-reaches-identity",
  "The identity itself is in the resource group payments-app: whoever may deploy there can add ways in to it that stay.",
  keepApart,
] as const;

/** Mistakes in role presets. */
export const badRolePresets: readonly BadArguments[] = [
  {
    mistake: "a role and a preset",
    args: withRole({ role: "AcrPush", preset: "PushToRegistry", scope: registry }),
    problems: [
      [
        "roleAssignments[0].preset",
        "exactly-one-of",
        "Only one can be chosen, but role and preset are given.",
        "Write exactly one of role and preset.",
      ],
    ],
  },
  {
    mistake: "a misspelled preset",
    args: withRole({ preset: "PushToRegistri", scope: registry }),
    problems: [
      [
        "roleAssignments[0].preset",
        "value-unknown",
        '"PushToRegistri" is not a role preset.',
        'Did you mean "PushToRegistry"?',
      ],
    ],
  },
  {
    mistake: "a preset that is an output",
    args: withRole({ preset: later, scope: registry }),
    problems: [
      [
        "roleAssignments[0].preset",
        "not-plain",
        "This is an output of another resource, but it decides which resources exist and must be known before.",
        "Write the preset as a plain value.",
      ],
    ],
  },
  {
    mistake: "AssignRoles without the roles",
    args: withRole(assign),
    problems: [
      [
        "roleAssignments[0].assignableRoles",
        "argument-missing",
        "This argument is missing.",
        'Write the roles that may be assigned, such as ["AcrPull"].',
      ],
    ],
  },
  {
    mistake: "AssignRoles with no role at all",
    args: withRole({ ...assign, assignableRoles: [] }),
    problems: [
      [
        "roleAssignments[0].assignableRoles",
        "list-empty",
        "This list is empty.",
        "Write at least one role that may be assigned.",
      ],
    ],
  },
  {
    mistake: "a misspelled role among those that may be assigned",
    args: withRole({ ...assign, assignableRoles: ["AcrPul"] }),
    problems: [
      [
        "roleAssignments[0].assignableRoles[0]",
        "assignable-role-unknown",
        '"AcrPul" is no built-in role of Azure that is known here, so that nobody can say what it leads to.',
        'Did you mean "AcrPull" or "AcrPush"?',
      ],
    ],
  },
  {
    mistake: "a role of the company's own among those that may be assigned",
    args: withRole({ ...assign, assignableRoles: ["c0ffee00-0000-4000-8000-000000000001"] }),
    problems: [
      [
        "roleAssignments[0].assignableRoles[0]",
        "assignable-role-unknown",
        '"c0ffee00-0000-4000-8000-000000000001" is no built-in role of Azure that is known here, so that nobody can say what it leads to.',
        "Write the name or the GUID of a built-in role.",
      ],
    ],
  },
  {
    mistake: "a role that may be assigned, by name and by GUID",
    args: withRole({ ...assign, assignableRoles: ["AcrPull", "7f951dda-4ed3-4680-a7ca-43fe172d538d"] }),
    problems: [
      [
        "roleAssignments[0].assignableRoles[1]",
        "listed-twice",
        "This is the same as roleAssignments[0].assignableRoles[0].",
        "Remove one of the two.",
      ],
    ],
  },
  tooMuch("owner", "Owner", "may do everything and give it to anyone. Privileged, says Microsoft"),
  tooMuch(
    "User Access Administrator",
    "User Access Administrator",
    "gives any role to anyone, itself included. Privileged, says Microsoft",
  ),
  tooMuch(
    "f58310d9-a9f6-439a-9e8d-f62e7b41a168",
    "Role Based Access Control Administrator",
    "gives any role to anyone, itself included. Privileged, says Microsoft",
  ),
  tooMuch(
    "Contributor",
    "Contributor",
    "changes everything but role assignments; makes managed identities trust a new issuer. Privileged, says Microsoft",
  ),
  tooMuch(
    "Managed Identity Contributor",
    "Managed Identity Contributor",
    "makes any managed identity in scope trust a new issuer, and so becomes it",
  ),
  tooMuch(
    "Key Vault Data Access Administrator",
    "Key Vault Data Access Administrator",
    "assigns the data roles of vaults, itself included",
  ),
  {
    mistake: "assignable roles beside a role",
    args: withRole({ role: "AcrPush", scope: registry, assignableRoles: ["AcrPull"] }),
    problems: [
      [
        "roleAssignments[0].assignableRoles",
        "argument-without-effect",
        "This has no effect: it belongs to the preset AssignRoles.",
        "Remove it.",
      ],
    ],
  },
  {
    mistake: "assignable roles beside another preset",
    args: withRole({ preset: "PushToRegistry", scope: registry, assignableRoles: ["AcrPull"] }),
    problems: [
      [
        "roleAssignments[0].assignableRoles",
        "argument-without-effect",
        "This has no effect: it belongs to the preset AssignRoles.",
        "Remove it.",
      ],
    ],
  },
  {
    mistake: "a condition beside a preset",
    args: withRole({ ...assign, assignableRoles: ["AcrPull"], condition: "(true)", conditionVersion: "2.0" }),
    problems: [
      [
        "roleAssignments[0].condition",
        "preset-condition",
        "The preset AssignRoles takes no condition: what it allows is fixed.",
        inPlace,
      ],
      [
        "roleAssignments[0].conditionVersion",
        "preset-condition",
        "The preset AssignRoles takes no condition: what it allows is fixed.",
        inPlace,
      ],
    ],
  },
  wrongScope("AssignRoles", `/subscriptions/${ids.subscription}`, "a resource group or a resource"),
  wrongScope("DeployToResourceGroup", `/subscriptions/${ids.subscription}`, "a resource group"),
  wrongScope("DeployToResourceGroup", registry, "a resource group"),
  wrongScope("PushToRegistry", group, "a container registry"),
  wrongScope("ReadSecrets", registry, "a key vault"),
  wrongScope(
    "WriteBlobs",
    `${group}/providers/Microsoft.Storage/storageAccounts/s/queueServices/default/queues/q`,
    "a storage account or a blob container",
  ),
  {
    mistake: "deployments into the group of the connection's own new identity",
    args: withRole(
      { preset: "DeployToResourceGroup", scope: group },
      { identity: { managedIdentity: { resourceGroupName: "Payments-App" } } },
    ),
    problems: [
      [
        identityProblem[0],
        identityProblem[1],
        identityProblem[2].replace("payments-app", "Payments-App"),
        identityProblem[3],
      ],
    ],
  },
  {
    mistake: "deployments into the group of the connection's own existing identity",
    args: withRole(
      { preset: "DeployToResourceGroup", scope: group },
      {
        identity: {
          existing: {
            clientId: ids.client,
            principalId: ids.principal,
            tenantId: ids.tenant,
            managedIdentityId: `${group}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/deployer`,
          },
        },
      },
    ),
    problems: [identityProblem],
  },
];
