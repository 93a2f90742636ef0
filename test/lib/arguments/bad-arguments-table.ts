import * as pulumi from "@pulumi/pulumi";
import { ids } from "../../support/vendor-mocks";

/** A program's mistake, and every word that its author shall read. */
export interface BadArguments {
  /** What was done wrong. */
  readonly mistake: string;
  /** Name of the component, where it matters. */
  readonly name?: string;
  /** Arguments as a program without types could give them. */
  readonly args: unknown;
  /** Path, rule, problem and fix of each problem. */
  readonly problems: readonly (readonly [path: string, rule: string, problem: string, fix: string])[];
}

const subscription = { id: ids.subscription };
const good = { project: "payments", subscription };
const group = `/subscriptions/${ids.subscription}/resourceGroups/rg`;
const known = { clientId: ids.client, principalId: ids.principal, tenantId: ids.tenant };
const later = pulumi.output("known later");
const credentialName = "3 to 120 letters (a-z), digits, hyphens or underscores, beginning with a letter or digit";
const key = "up to 64 letters, digits, hyphens, underscores and periods, beginning with a letter or digit";
const noSecret = "Remove it: no secret is ever taken. The connection signs in by workload identity federation.";

export const badConnections: readonly BadArguments[] = [
  {
    mistake: "no arguments at all",
    args: undefined,
    problems: [["args", "type-wrong", "This is undefined.", "Write an object."]],
  },
  {
    mistake: "an output instead of arguments",
    args: pulumi.output(good),
    problems: [["args", "type-wrong", "This is an output.", "Write an object."]],
  },
  {
    mistake: "no project and no target",
    args: {},
    problems: [
      [
        "project",
        "argument-missing",
        "This argument is missing.",
        "Write the name or the ID of the Azure DevOps project.",
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
    mistake: "two targets",
    args: { ...good, managementGroup: { id: "platform" } },
    problems: [
      [
        "managementGroup",
        "exactly-one-of",
        "Only one can be chosen, but subscription and managementGroup are given.",
        "Write exactly one of subscription and managementGroup.",
      ],
    ],
  },
  {
    mistake: "a project that is a number",
    args: { ...good, project: 7 },
    problems: [["project", "type-wrong", "This is a number.", "Write a text."]],
  },
  {
    mistake: "an empty project",
    args: { ...good, project: " " },
    problems: [["project", "text-empty", "This text is empty.", "Write it, or leave the argument out."]],
  },
  {
    mistake: "a project with a slash",
    args: { ...good, project: "contoso/payments" },
    problems: [
      [
        "project",
        "name-invalid",
        '"contoso/payments" cannot be the name of a project.',
        "Write 1 to 64 characters, none of / : \\ ~ & % ; @ ' \" ? < > | # $ * } { , + = [ ], not beginning with an underscore, not beginning or ending with a period, and not a reserved name such as CON or Web.",
      ],
    ],
  },
  {
    mistake: "a connection name with a slash, which a subject could not hold",
    args: { ...good, connectionName: "team/payments" },
    problems: [
      [
        "connectionName",
        "name-invalid",
        '"team/payments" cannot be the name of a service connection.',
        "Write a text without a slash that does not begin or end with a space.",
      ],
    ],
  },
  {
    mistake: "a connection name that ends with a space",
    args: { ...good, connectionName: "payments " },
    problems: [
      [
        "connectionName",
        "name-invalid",
        '"payments " cannot be the name of a service connection.',
        "Write a text without a slash that does not begin or end with a space.",
      ],
    ],
  },
  {
    mistake: "a component name that the connection cannot bear",
    name: "team/payments",
    args: good,
    problems: [
      [
        "connectionName",
        "name-invalid",
        '"team/payments" cannot be the name of a service connection.',
        "Write a text without a slash that does not begin or end with a space.",
      ],
    ],
  },
  {
    mistake: "a component name that the managed identity cannot bear",
    name: "Payments Dev",
    args: { ...good, identity: { managedIdentity: { resourceGroupName: "rg" } } },
    problems: [
      [
        "identity.managedIdentity.name",
        "name-invalid",
        '"Payments Dev-identity" cannot be the name of a managed identity.',
        "Write 3 to 128 letters (a-z), digits, hyphens or underscores, beginning with a letter or digit.",
      ],
    ],
  },
  {
    mistake: "null instead of a connection name",
    args: { ...good, connectionName: null },
    problems: [["connectionName", "type-wrong", "This is null.", "Write a text."]],
  },
  {
    mistake: "a description that is too long",
    args: { ...good, description: "d".repeat(1025) },
    problems: [["description", "text-too-long", "This text has 1025 characters, and 1024 are allowed.", "Shorten it."]],
  },
  {
    mistake: "a misspelled argument",
    args: { ...good, roleAssignment: [] },
    problems: [
      [
        "roleAssignment",
        "argument-unknown",
        'There is no argument "roleAssignment".',
        'Did you mean "roleAssignments"?',
      ],
    ],
  },
  {
    mistake: "an argument that is nothing like any other",
    args: { ...good, subscription: { ...subscription, color: "red" } },
    problems: [
      [
        "subscription.color",
        "argument-unknown",
        'There is no argument "color".',
        "Remove it. The arguments here are id and name.",
      ],
    ],
  },
  {
    mistake: "a client secret",
    args: { ...good, clientSecret: "hunter2" },
    problems: [["clientSecret", "secret-argument", '"clientSecret" would hold a secret.', noSecret]],
  },
  {
    mistake: "a key where the provider would take one",
    args: { ...good, identity: { servicePrincipal: { serviceprincipalkey: "hunter2" } } },
    problems: [
      [
        "identity.servicePrincipal.serviceprincipalkey",
        "secret-argument",
        '"serviceprincipalkey" would hold a secret.',
        noSecret,
      ],
    ],
  },
  {
    mistake: "a certificate and a personal access token",
    args: { ...good, certificatePath: "/etc/c.pem", pat: "p" },
    problems: [
      ["certificatePath", "secret-argument", '"certificatePath" would hold a secret.', noSecret],
      ["pat", "secret-argument", '"pat" would hold a secret.', noSecret],
    ],
  },
  {
    mistake: "a cloud in another provider's spelling",
    args: { ...good, environment: "usgovernment" },
    problems: [
      [
        "environment",
        "environment-unknown",
        '"usgovernment" is not a cloud that Azure DevOps knows.',
        "Write AzureCloud, AzureUSGovernment or AzureChinaCloud.",
      ],
    ],
  },
  {
    mistake: "a misspelled cloud",
    args: { ...good, environment: "AzureUSGoverment" },
    problems: [
      [
        "environment",
        "environment-unknown",
        '"AzureUSGoverment" is not a cloud that Azure DevOps knows.',
        'Did you mean "AzureUSGovernment"?',
      ],
    ],
  },
  {
    mistake: "a cloud without workload identity federation",
    args: { ...good, environment: "AzureStack" },
    problems: [
      [
        "environment",
        "environment-without-federation",
        "Workload identity federation does not exist in AzureStack, so a connection there would need a secret.",
        "Write AzureCloud, AzureUSGovernment or AzureChinaCloud.",
      ],
    ],
  },
  {
    mistake: "a cloud that is only known later",
    args: { ...good, environment: later },
    problems: [
      [
        "environment",
        "not-plain",
        "This is an output of another resource, but it decides which resources exist and must be known before.",
        "Write the cloud as a plain value.",
      ],
    ],
  },
  {
    mistake: "the ID of a subscription instead of the subscription",
    args: { ...good, subscription: ids.subscription },
    problems: [["subscription", "type-wrong", "This is a text.", "Write an object."]],
  },
  {
    mistake: "a subscription that is an output as a whole",
    args: { ...good, subscription: pulumi.output(subscription) },
    problems: [
      [
        "subscription",
        "not-plain",
        "This is an output of another resource, but it decides which resources exist and must be known before.",
        "Write the subscription, of which ID and name may be outputs, as a plain value.",
      ],
    ],
  },
  {
    mistake: "a subscription without an ID",
    args: { ...good, subscription: { name: "Payments" } },
    problems: [
      ["subscription.id", "argument-missing", "This argument is missing.", "Write the ID of the subscription."],
    ],
  },
  {
    mistake: "the path of a subscription",
    args: { ...good, subscription: { id: `/subscriptions/${ids.subscription}` } },
    problems: [
      [
        "subscription.id",
        "not-a-guid",
        `"/subscriptions/${ids.subscription}" is not a GUID.`,
        "Write the ID of the subscription: 8-4-4-4-12 hexadecimal digits.",
      ],
    ],
  },
  {
    mistake: "the whole resource ID of a management group",
    args: {
      project: "payments",
      managementGroup: { id: "/providers/Microsoft.Management/managementGroups/platform" },
    },
    problems: [
      [
        "managementGroup.id",
        "not-a-management-group",
        '"/providers/Microsoft.Management/managementGroups/platform" is not the ID of a management group.',
        "Write the group's own ID, the last part of its resource ID: up to 90 letters, digits, hyphens, underscores, periods or parentheses, not ending with a period.",
      ],
    ],
  },
  {
    mistake: "two kinds of identity",
    args: { ...good, identity: { servicePrincipal: {}, managedIdentity: { resourceGroupName: "rg" } } },
    problems: [
      [
        "identity.managedIdentity",
        "exactly-one-of",
        "Only one can be chosen, but servicePrincipal and managedIdentity are given.",
        "Write exactly one of servicePrincipal, managedIdentity and existing.",
      ],
    ],
  },
  {
    mistake: "a managed identity without a resource group",
    args: { ...good, identity: { managedIdentity: {} } },
    problems: [
      [
        "identity.managedIdentity.resourceGroupName",
        "argument-missing",
        "This argument is missing.",
        "Write the name of the resource group that holds the identity.",
      ],
    ],
  },
  {
    mistake: "a managed identity in the resource group of an ID",
    args: { ...good, identity: { managedIdentity: { resourceGroupName: group } } },
    problems: [
      [
        "identity.managedIdentity.resourceGroupName",
        "name-invalid",
        `"${group}" cannot be the name of a resource group.`,
        "Write 1 to 90 letters, digits, hyphens, underscores, periods or parentheses, not ending with a period.",
      ],
    ],
  },
  {
    mistake: "a managed identity with a name that Azure refuses, and a tag that is a number",
    args: { ...good, identity: { managedIdentity: { resourceGroupName: "rg", name: "a b", tags: { cost: 7 } } } },
    problems: [
      [
        "identity.managedIdentity.name",
        "name-invalid",
        '"a b" cannot be the name of a managed identity.',
        "Write 3 to 128 letters (a-z), digits, hyphens or underscores, beginning with a letter or digit.",
      ],
      ["identity.managedIdentity.tags.cost", "type-wrong", "This is a number.", "Write a text."],
    ],
  },
  {
    mistake: "a display name that is too long",
    args: { ...good, identity: { servicePrincipal: { displayName: "d".repeat(257) } } },
    problems: [
      [
        "identity.servicePrincipal.displayName",
        "name-invalid",
        `"${"d".repeat(257)}" cannot be the name of an application.`,
        "Write 1 to 256 characters, not only spaces.",
      ],
    ],
  },
  {
    mistake: "one owner instead of a list",
    args: { ...good, identity: { servicePrincipal: { owners: ids.caller } } },
    problems: [["identity.servicePrincipal.owners", "type-wrong", "This is a text.", "Write a list."]],
  },
  {
    mistake: "an owner by name, and one by the path that azuread calls id",
    args: { ...good, identity: { servicePrincipal: { owners: ["ada", `/servicePrincipals/${ids.principal}`] } } },
    problems: [
      [
        "identity.servicePrincipal.owners[0]",
        "not-a-guid",
        '"ada" is not a GUID.',
        "Write the object ID of an owner: 8-4-4-4-12 hexadecimal digits.",
      ],
      [
        "identity.servicePrincipal.owners[1]",
        "path-instead-of-id",
        `"/servicePrincipals/${ids.principal}" is the path of a directory object and not its ID.`,
        `Write "${ids.principal}": of a resource of @pulumi/azuread, take objectId and not id.`,
      ],
    ],
  },
  {
    mistake: "more owners than an application can have",
    args: { ...good, identity: { servicePrincipal: { owners: Array.from({ length: 101 }, () => ids.caller) } } },
    problems: [
      ["identity.servicePrincipal.owners", "list-too-long", "There are 101 owners, and 99 are allowed.", "Remove 2."],
    ],
  },
  {
    mistake: "an existing identity that says nowhere where its credential goes",
    args: { ...good, identity: { existing: known } },
    problems: [
      [
        "identity.existing.applicationObjectId",
        "exactly-one-of",
        "Nothing is chosen here.",
        "Write exactly one of applicationObjectId and managedIdentityId.",
      ],
    ],
  },
  {
    mistake: "an existing identity that is an application and a managed identity",
    args: {
      ...good,
      identity: { existing: { ...known, applicationObjectId: ids.application, managedIdentityId: later } },
    },
    problems: [
      [
        "identity.existing.managedIdentityId",
        "exactly-one-of",
        "Only one can be chosen, but applicationObjectId and managedIdentityId are given.",
        "Write exactly one of applicationObjectId and managedIdentityId.",
      ],
    ],
  },
  {
    mistake: "paths of azuread where IDs belong",
    args: {
      ...good,
      identity: {
        existing: {
          ...known,
          principalId: `/servicePrincipals/${ids.principal}`,
          applicationObjectId: `/applications/${ids.application}`,
        },
      },
    },
    problems: [
      [
        "identity.existing.principalId",
        "path-instead-of-id",
        `"/servicePrincipals/${ids.principal}" is the path of a directory object and not its ID.`,
        `Write "${ids.principal}": of a resource of @pulumi/azuread, take objectId and not id.`,
      ],
      [
        "identity.existing.applicationObjectId",
        "path-instead-of-id",
        `"/applications/${ids.application}" is the path of a directory object and not its ID.`,
        `Write "${ids.application}": of a resource of @pulumi/azuread, take objectId and not id.`,
      ],
    ],
  },
  {
    mistake: "names where IDs belong",
    args: {
      ...good,
      identity: {
        existing: { clientId: "release", principalId: later, tenantId: "contoso.com", managedIdentityId: "release" },
      },
    },
    problems: [
      [
        "identity.existing.clientId",
        "not-a-guid",
        '"release" is not a GUID.',
        "Write the client ID of the identity: 8-4-4-4-12 hexadecimal digits.",
      ],
      [
        "identity.existing.tenantId",
        "not-a-guid",
        '"contoso.com" is not a GUID.',
        "Write the ID of the identity's tenant: 8-4-4-4-12 hexadecimal digits.",
      ],
      [
        "identity.existing.managedIdentityId",
        "not-a-managed-identity-id",
        '"release" is not the resource ID of a user-assigned managed identity.',
        "Write the id of the identity: /subscriptions/…/resourceGroups/…/providers/Microsoft.ManagedIdentity/userAssignedIdentities/….",
      ],
    ],
  },
  {
    mistake: "an empty audience",
    args: { ...good, audience: "" },
    problems: [["audience", "text-empty", "This text is empty.", "Write it, or leave the argument out."]],
  },
  {
    mistake: "an audience that is too long",
    args: { ...good, audience: `api://${"a".repeat(600)}` },
    problems: [["audience", "text-too-long", "This text has 606 characters, and 600 are allowed.", "Shorten it."]],
  },
  {
    mistake: "names of a credential that is too short and that has a space",
    args: { ...good, federatedIdentityCredentialName: "a" },
    problems: [
      [
        "federatedIdentityCredentialName",
        "name-invalid",
        '"a" cannot be the name of a federated identity credential.',
        `Write ${credentialName}.`,
      ],
    ],
  },
  {
    mistake: "a replacement that is allowed in words",
    args: { ...good, allowReplacement: "yes" },
    problems: [["allowReplacement", "type-wrong", "This is a text.", "Write true or false."]],
  },
  {
    mistake: "a replacement that is allowed later",
    args: { ...good, allowReplacement: later },
    problems: [
      [
        "allowReplacement",
        "not-plain",
        "This is an output of another resource, but it decides which resources exist and must be known before.",
        "Write true or false as a plain value.",
      ],
    ],
  },
  {
    mistake: "one role assignment instead of a list",
    args: { ...good, roleAssignments: { role: "Reader", scope: group } },
    problems: [["roleAssignments", "type-wrong", "This is an object.", "Write a list."]],
  },
  {
    mistake: "a list of role assignments that is only known later",
    args: { ...good, roleAssignments: pulumi.output([]) },
    problems: [
      [
        "roleAssignments",
        "not-plain",
        "This is an output of another resource, but it decides which resources exist and must be known before.",
        "Write the list, of which role and scope may be outputs, as a plain value.",
      ],
    ],
  },
  {
    mistake: "a role assignment without role and scope",
    args: { ...good, roleAssignments: [{}] },
    problems: [
      [
        "roleAssignments[0].scope",
        "argument-missing",
        "This argument is missing.",
        "Write the ID of what the role is for: the narrowest that suffices.",
      ],
      ["roleAssignments[0].role", "exactly-one-of", "Nothing is chosen here.", "Write exactly one of role and preset."],
    ],
  },
  {
    mistake: "a misspelled role",
    args: { ...good, roleAssignments: [{ role: "Contribtor", scope: group }] },
    problems: [
      [
        "roleAssignments[0].role",
        "role-unknown",
        '"Contribtor" is neither a built-in role of Azure that is known here nor the ID of a role definition.',
        'Did you mean "Contributor"?',
      ],
    ],
  },
  {
    mistake: "a role of the company's own, by name",
    args: { ...good, roleAssignments: [{ role: "Contoso Deployment Squad", scope: group }] },
    problems: [
      [
        "roleAssignments[0].role",
        "role-unknown",
        '"Contoso Deployment Squad" is neither a built-in role of Azure that is known here nor the ID of a role definition.',
        "Write the name of a built-in role, or for any other role the GUID or the whole ID of its definition.",
      ],
    ],
  },
  {
    mistake: "a scope that ends with a slash, and one that is only a name",
    args: {
      ...good,
      roleAssignments: [
        { role: "Reader", scope: `${group}/` },
        { role: "Reader", scope: "rg" },
      ],
    },
    problems: [
      [
        "roleAssignments[0].scope",
        "not-a-scope",
        `"${group}/" is not a scope of Azure Resource Manager.`,
        "Write a resource ID, without a slash at the end: /subscriptions/{id}, /subscriptions/{id}/resourceGroups/{name}, the id of a resource, or /providers/Microsoft.Management/managementGroups/{id}.",
      ],
      [
        "roleAssignments[1].scope",
        "not-a-scope",
        '"rg" is not a scope of Azure Resource Manager.',
        "Write a resource ID, without a slash at the end: /subscriptions/{id}, /subscriptions/{id}/resourceGroups/{name}, the id of a resource, or /providers/Microsoft.Management/managementGroups/{id}.",
      ],
    ],
  },
  {
    mistake: "the same role at the same scope, in two spellings",
    args: {
      ...good,
      roleAssignments: [
        { role: "reader", scope: group },
        { role: "acdd72a7-3385-48ef-bd42-f606fba81ae7", scope: group.replace("resourceGroups", "resourcegroups") },
      ],
    },
    problems: [
      [
        "roleAssignments[1]",
        "assigned-twice",
        "This is the same role at the same scope as roleAssignments[0].",
        "Remove one of the two: Azure keeps a role at a scope only once for an identity.",
      ],
    ],
  },
  {
    mistake: "one role at two scopes that are only known later",
    args: {
      ...good,
      roleAssignments: [
        { role: "Reader", scope: later },
        { role: "Reader", scope: later },
      ],
    },
    problems: [
      [
        "roleAssignments[1].name",
        "name-needed",
        "This assigns the same role as roleAssignments[0], at a scope that only the deployment will know.",
        'Write a short name that no other has, such as "storage": it tells the two apart in the stack.',
      ],
    ],
  },
  {
    mistake: "two role assignments of one name",
    args: {
      ...good,
      roleAssignments: [
        { role: "Reader", scope: later, name: "storage" },
        { role: "Contributor", scope: group, name: "storage" },
      ],
    },
    problems: [
      [
        "roleAssignments[1].name",
        "name-needed",
        'roleAssignments[0] bears the name "storage" already.',
        'Write a short name that no other has, such as "storage": it tells the two apart in the stack.',
      ],
    ],
  },
  {
    mistake: "a role that is only known later, without a name",
    args: { ...good, roleAssignments: [{ role: later, scope: group }] },
    problems: [
      [
        "roleAssignments[0].name",
        "argument-missing",
        "This argument is missing.",
        'Write a short name, such as "storage": the role is an output, so that no name can be made from it.',
      ],
    ],
  },
  {
    mistake: "a name of a role assignment that no logical name can hold",
    args: { ...good, roleAssignments: [{ role: "Reader", scope: group, name: "a::b" }] },
    problems: [
      ["roleAssignments[0].name", "name-invalid", '"a::b" cannot be the name of a role assignment.', `Write ${key}.`],
    ],
  },
  {
    mistake: "a version of a condition that is not there",
    args: { ...good, roleAssignments: [{ role: "Reader", scope: group, conditionVersion: "2.0" }] },
    problems: [
      [
        "roleAssignments[0].conditionVersion",
        "condition-missing",
        "There is a condition version but no condition.",
        "Write the condition, or remove the version.",
      ],
    ],
  },
  {
    mistake: "a version of the condition language that Azure refuses",
    args: {
      ...good,
      roleAssignments: [{ role: "Reader", scope: group, condition: "(true)", conditionVersion: "1.0" }],
    },
    problems: [
      [
        "roleAssignments[0].conditionVersion",
        "condition-version",
        '"1.0" is no version of the condition language.',
        'Write "2.0", the only one that Azure accepts, or leave it out.',
      ],
    ],
  },
  {
    mistake: "a condition of more bytes than Azure takes",
    args: { ...good, roleAssignments: [{ role: "Reader", scope: group, condition: "ä".repeat(4097) }] },
    problems: [
      [
        "roleAssignments[0].condition",
        "text-too-long",
        "This text has 8194 bytes, and 8192 are allowed.",
        "Shorten it.",
      ],
    ],
  },
  {
    mistake: "pipelines as a list",
    args: { ...good, authorizedPipelines: ["7"] },
    problems: [["authorizedPipelines", "type-wrong", "This is a list.", "Write an object."]],
  },
  {
    mistake: "pipelines by number, by name, as nought and as too much",
    args: { ...good, authorizedPipelines: { a: 7, b: "deploy", c: "0", d: "2147483648" } },
    problems: [
      ["authorizedPipelines.a", "type-wrong", "This is a number.", "Write a text."],
      ...["b", "c", "d"].map(
        (one, index) =>
          [
            `authorizedPipelines.${one}`,
            "not-a-pipeline-id",
            `"${["deploy", "0", "2147483648"][index] ?? ""}" is not the ID of a pipeline.`,
            "Write the number that stands as definitionId in the pipeline's address, as text, or the id of a BuildDefinition.",
          ] as const,
      ),
    ],
  },
  {
    mistake: "a key that no logical name can hold",
    args: { ...good, authorizedPipelines: { "my pipeline": "7" } },
    problems: [
      [
        'authorizedPipelines["my pipeline"]',
        "name-invalid",
        '"my pipeline" cannot be the name of a pipeline here.',
        `Write ${key}.`,
      ],
    ],
  },
  {
    mistake: "one pipeline under two keys",
    args: { ...good, authorizedPipelines: { deploy: "7", nightly: "7" } },
    problems: [
      [
        "authorizedPipelines.nightly",
        "authorized-twice",
        "Pipeline 7 is authorized by authorizedPipelines.deploy already.",
        "Remove one of the two keys: a second permission for a pipeline would be taken away together with the first.",
      ],
    ],
  },
  {
    mistake: "many things at once",
    args: {
      projct: "payments",
      subscription: { id: "x" },
      identity: "managed",
      roleAssignments: ["Reader"],
      authorizedPipelines: 7,
    },
    problems: [
      [
        "project",
        "argument-missing",
        "This argument is missing.",
        "Write the name or the ID of the Azure DevOps project.",
      ],
      [
        "subscription.id",
        "not-a-guid",
        '"x" is not a GUID.',
        "Write the ID of the subscription: 8-4-4-4-12 hexadecimal digits.",
      ],
      ["identity", "type-wrong", "This is a text.", "Write an object."],
      ["roleAssignments[0]", "type-wrong", "This is a text.", "Write an object."],
      ["authorizedPipelines", "type-wrong", "This is a number.", "Write an object."],
      ["projct", "argument-unknown", 'There is no argument "projct".', 'Did you mean "project"?'],
    ],
  },
];

export const badIdentities: readonly BadArguments[] = [
  {
    mistake: "the name of a kind instead of its arguments",
    args: { servicePrincipal: true },
    problems: [["servicePrincipal", "type-wrong", "This is a boolean.", "Write an object."]],
  },
  {
    mistake: "an argument of the connection",
    args: { subscription },
    problems: [
      [
        "subscription",
        "argument-unknown",
        'There is no argument "subscription".',
        "Remove it. The arguments here are servicePrincipal, managedIdentity, existing and allowReplacement.",
      ],
    ],
  },
  {
    mistake: "a replacement that is allowed in words",
    args: { allowReplacement: "yes" },
    problems: [["allowReplacement", "type-wrong", "This is a text.", "Write true or false."]],
  },
  {
    mistake: "an existing identity that is an output as a whole",
    args: { existing: pulumi.output(known) },
    problems: [
      [
        "existing",
        "not-plain",
        "This is an output of another resource, but it decides which resources exist and must be known before.",
        "Write the IDs of the identity, of which each may be an output, as a plain value.",
      ],
    ],
  },
];
