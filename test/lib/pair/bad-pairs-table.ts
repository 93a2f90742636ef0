import * as pulumi from "@pulumi/pulumi";
import { ids } from "../../support/vendor-mocks";

/** A mistake in the arguments of a pair, and what its author shall read: path, rule, problem and fix of each problem. */
export interface BadPair {
  readonly mistake: string;
  readonly args: unknown;
  readonly problems: readonly (readonly [path: string, rule: string, problem: string, fix: string])[];
}

const scope = `/subscriptions/${ids.subscription}/resourceGroups/rg`;
const checks = { branchControl: { allowedBranches: ["refs/heads/main"] } };
const good = { project: "payments", subscription: { id: ids.subscription }, apply: { checks } };
const readFix =
  'Write a role that only reads, such as "Reader", move this one to apply, or write allowAnyRoleForPlan: true.';
const pullRequest = "Whoever can open a pull request could use it.";

export const badPairs: readonly BadPair[] = [
  {
    mistake: "no arguments at all",
    args: undefined,
    problems: [["args", "type-wrong", "This is undefined.", "Write an object."]],
  },
  {
    mistake: "no connection that applies",
    args: { project: "payments", subscription: { id: ids.subscription } },
    problems: [
      ["apply", "argument-missing", "This argument is missing.", "Write the arguments of the connection that applies."],
    ],
  },
  {
    mistake: "a connection that is an output as a whole",
    args: { ...good, plan: pulumi.output({}) },
    problems: [
      [
        "plan",
        "not-plain",
        "This is an output of another resource, but it decides which resources exist and must be known before.",
        "Write the arguments of the connection as a plain value.",
      ],
    ],
  },
  {
    mistake: "what both share is wrong, which is told once",
    args: { ...good, project: "", environment: "AzureStack", subscription: undefined },
    problems: [
      ["project", "text-empty", "This text is empty.", "Write it, or leave the argument out."],
      [
        "environment",
        "environment-without-federation",
        "Workload identity federation does not exist in AzureStack, so a connection there would need a secret.",
        "Write AzureCloud, AzureUSGovernment or AzureChinaCloud.",
      ],
      [
        "subscription",
        "exactly-one-of",
        "Nothing is chosen here.",
        "Write exactly one of subscription and managementGroup.",
      ],
    ],
  },
  {
    mistake: "arguments of one connection at the wrong place",
    args: { ...good, roleAssignments: [], plan: { project: "payments" } },
    problems: [
      [
        "plan.project",
        "argument-unknown",
        'There is no argument "project".',
        "Remove it. The arguments here are connectionName, roleAssignments, authorizedPipelines, checks and connectionRoles.",
      ],
      [
        "roleAssignments",
        "argument-unknown",
        'There is no argument "roleAssignments".',
        "Remove it. The arguments here are project, environment, subscription, managementGroup, description, identity, plan, apply, allowAnyRoleForPlan, allowApplyWithoutChecks and allowReplacement.",
      ],
    ],
  },
  {
    mistake: "a wrong role and a wrong pipeline, each in its connection",
    args: {
      ...good,
      plan: { roleAssignments: [{ role: "Raeder", scope }] },
      apply: { checks, authorizedPipelines: { deploy: "payments-deploy" } },
    },
    problems: [
      [
        "plan.roleAssignments[0].role",
        "role-unknown",
        '"Raeder" is neither a built-in role of Azure that is known here nor the ID of a role definition.',
        'Did you mean "Reader"?',
      ],
      [
        "apply.authorizedPipelines.deploy",
        "not-a-pipeline-id",
        '"payments-deploy" is not the ID of a pipeline.',
        "Write the number that stands as definitionId in the pipeline's address, as text, or the id of a BuildDefinition.",
      ],
    ],
  },
  ...["Contributor", "Key Vault Secrets User", "Storage Blob Data Reader", "Azure Service Bus Data Sender"].map(
    (role): BadPair => ({
      mistake: `a plan with the role ${role}`,
      args: {
        ...good,
        plan: {
          roleAssignments: [
            { role: "reader", scope },
            { role, scope },
          ],
        },
      },
      problems: [
        [
          "plan.roleAssignments[1].role",
          "plan-role-too-wide",
          `"${role}" is not known to read settings alone. ${pullRequest}`,
          readFix,
        ],
      ],
    }),
  ),
  {
    mistake: "a plan with a preset that writes",
    args: {
      ...good,
      plan: {
        roleAssignments: [
          { preset: "ReadForPreview", scope },
          { preset: "DeployToResourceGroup", scope },
        ],
      },
    },
    problems: [
      [
        "plan.roleAssignments[1].preset",
        "plan-role-too-wide",
        `"Contributor" is not known to read settings alone. ${pullRequest}`,
        readFix,
      ],
    ],
  },
  {
    mistake: "a plan with a custom role",
    args: { ...good, plan: { roleAssignments: [{ role: ids.client, scope }] } },
    problems: [
      [
        "plan.roleAssignments[0].role",
        "plan-role-too-wide",
        `"${ids.client}" is not known to read settings alone. ${pullRequest}`,
        readFix,
      ],
    ],
  },
  {
    mistake: "a plan with a role that is only known later",
    args: { ...good, plan: { roleAssignments: [{ role: pulumi.output("Reader"), name: "app", scope }] } },
    problems: [
      [
        "plan.roleAssignments[0].role",
        "plan-role-too-wide",
        `This role is an output, and so it is not known to read settings alone. ${pullRequest}`,
        readFix,
      ],
    ],
  },
  ...[{}, { checks: {} }, { checks: { exclusiveLock: {} } }].map((apply): BadPair => ({
    mistake: `an apply that nothing stops: ${JSON.stringify(apply)}`,
    args: { ...good, apply },
    problems: [
      [
        "apply.checks",
        "apply-without-checks",
        "Nothing decides which runs may apply: there is no approval, branch control or required template.",
        "Declare one of them here, or write allowApplyWithoutChecks: true.",
      ],
    ],
  })),
  {
    mistake: "one identity for both",
    args: {
      ...good,
      identity: {
        existing: {
          clientId: ids.client,
          principalId: ids.principal,
          tenantId: ids.tenant,
          applicationObjectId: ids.application,
        },
      },
    },
    problems: [
      [
        "identity.existing",
        "pair-shares-identity",
        "One identity would stand behind both connections, so that whoever plans could do what only apply may.",
        "Remove it: each connection gets an identity of its own. For identities that exist, declare two connections.",
      ],
    ],
  },
  {
    mistake: "a name of an identity that is no name",
    args: { ...good, identity: { managedIdentity: { resourceGroupName: "identities", name: 7 } } },
    problems: [["identity.managedIdentity.name", "type-wrong", "This is a number.", "Write a text."]],
  },
  {
    mistake: "looser arguments that are neither true nor false",
    args: { ...good, allowAnyRoleForPlan: "yes", allowApplyWithoutChecks: 1, allowReplacement: "no" },
    problems: [
      ["allowAnyRoleForPlan", "type-wrong", "This is a text.", "Write true or false."],
      ["allowApplyWithoutChecks", "type-wrong", "This is a number.", "Write true or false."],
      ["allowReplacement", "type-wrong", "This is a text.", "Write true or false."],
    ],
  },
];
