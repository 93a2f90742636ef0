import type { Replaced } from "../replacement/guarded-values-table";

/** The words of a problem. */
export interface ProblemText {
  readonly problem: string;
  readonly fix: string;
}

/** What each rule has to know to speak of its problem. */
export interface RuleDetails {
  "apply-without-checks": object;
  "approvers-too-few": { readonly minimum: number; readonly count: number };
  "argument-missing": { readonly write: string };
  "argument-unknown": {
    readonly name: string;
    readonly suggestions: readonly string[];
    readonly known: readonly string[];
  };
  "argument-without-effect": { readonly because: string };
  "assignable-role-leads-to-more": { readonly name: string; readonly reason: string };
  "assignable-role-unknown": { readonly value: string; readonly suggestions: readonly string[] };
  "assigned-twice": { readonly other: string };
  "authorized-twice": { readonly pipelineId: string; readonly other: string };
  "branch-pattern-invalid": { readonly value: string; readonly suggestion: string | undefined };
  "branch-pattern-too-wide": { readonly value: string };
  "condition-missing": object;
  "condition-version": { readonly value: string };
  "credential-literal": { readonly name: string };
  "environment-unknown": {
    readonly value: string;
    readonly suggestions: readonly string[];
    readonly known: readonly string[];
  };
  "environment-without-federation": { readonly value: string; readonly known: readonly string[] };
  "exactly-one-of": { readonly given: readonly string[]; readonly choices: readonly string[] };
  "hours-backwards": { readonly startTime: string; readonly endTime: string };
  "issuer-missing": { readonly what: "issuer" | "subject" };
  "issuer-unknown": { readonly issuer: string; readonly nearest?: string };
  "list-empty": { readonly what: string };
  "list-too-long": { readonly count: number; readonly maximum: number; readonly unit: string };
  "listed-twice": { readonly other: string };
  "member-ambiguous": { readonly kind: string; readonly name: string; readonly found: readonly string[] };
  "member-unknown": { readonly kind: string; readonly name: string; readonly suggestions: readonly string[] };
  "name-invalid": { readonly value: string; readonly of: string; readonly requirement: string };
  "name-needed": { readonly other: string; readonly named: string | undefined };
  "not-a-guid": { readonly value: string; readonly what: string };
  "not-a-managed-identity-id": { readonly value: string };
  "not-a-management-group": { readonly value: string };
  "not-a-pipeline-id": { readonly value: string };
  "not-a-scope": { readonly value: string };
  "not-plain": { readonly what: string };
  "number-out-of-range": {
    readonly value: number;
    readonly minimum: number;
    readonly maximum: number | undefined;
    readonly unit: string;
  };
  "pair-shares-identity": object;
  "path-instead-of-id": { readonly value: string; readonly id: string; readonly property: string };
  "plan-role-too-wide": { readonly role: string | undefined };
  "preset-condition": { readonly preset: string };
  "preset-reaches-identity": { readonly resourceGroup: string };
  "preset-scope": { readonly value: string; readonly preset: string; readonly at: string };
  "project-unknown": { readonly name: string; readonly suggestions: readonly string[] };
  "retry-too-often": { readonly minimum: number; readonly timeout: number };
  "role-unknown": { readonly value: string; readonly suggestions: readonly string[] };
  "secret-argument": { readonly name: string };
  "subject-foreign": { readonly subject: string; readonly expected: string };
  "template-path-invalid": { readonly value: string };
  "tenant-foreign": { readonly tenantId: string; readonly expected: string };
  "text-empty": object;
  "text-too-long": { readonly length: number; readonly maximum: number; readonly unit: string };
  "time-invalid": { readonly value: string };
  "too-many-credentials": { readonly maximum: number };
  "type-wrong": { readonly expected: string; readonly actual: string };
  "value-unknown": {
    readonly value: string;
    readonly of: string;
    readonly suggestions: readonly string[];
    readonly requirement: string;
  };
  "would-replace": { readonly replaced: Replaced; readonly standing: string; readonly declared: string };
}

/** The name of a rule that arguments can break. */
export type RuleName = keyof RuleDetails;

/** The words for every rule: a rule without words does not compile. */
export const problemTexts: { readonly [Rule in RuleName]: (details: RuleDetails[Rule]) => ProblemText } = {
  "apply-without-checks": () => ({
    problem: "Nothing decides which runs may apply: there is no approval, branch control or required template.",
    fix: "Declare one of them here, or write allowApplyWithoutChecks: true.",
  }),
  "approvers-too-few": ({ minimum, count }) => ({
    problem: `${minimum} approvals would be needed, but ${count === 1 ? "there is 1 approver" : `there are ${count} approvers`}.`,
    fix: `Write ${count} at most, or name more approvers.`,
  }),
  "argument-missing": ({ write }) => ({
    problem: "This argument is missing.",
    fix: `Write ${write}.`,
  }),
  "argument-unknown": ({ name, suggestions, known }) => ({
    problem: `There is no argument "${name}".`,
    fix: formatSuggestions(suggestions) ?? `Remove it. The arguments here are ${formatList(known)}.`,
  }),
  "argument-without-effect": ({ because }) => ({
    problem: `This has no effect: ${because}.`,
    fix: "Remove it.",
  }),
  "assignable-role-leads-to-more": ({ name, reason }) => ({
    problem: `Whoever may assign "${name}" can get any right: it ${reason}.`,
    fix: "Remove it. Where it is really meant, write role and condition in place of the preset.",
  }),
  "assignable-role-unknown": ({ value, suggestions }) => ({
    problem: `"${value}" is no built-in role of Azure that is known here, so that nobody can say what it leads to.`,
    fix: formatSuggestions(suggestions) ?? "Write the name or the GUID of a built-in role.",
  }),
  "assigned-twice": ({ other }) => ({
    problem: `This is the same role at the same scope as ${other}.`,
    fix: "Remove one of the two: Azure keeps a role at a scope only once for an identity.",
  }),
  "authorized-twice": ({ pipelineId, other }) => ({
    problem: `Pipeline ${pipelineId} is authorized by ${other} already.`,
    fix: "Remove one of the two keys: a second permission for a pipeline would be taken away together with the first.",
  }),
  "branch-pattern-invalid": ({ value, suggestion }) => ({
    problem: `"${value}" is not the whole name of a branch or tag.`,
    fix:
      suggestion === undefined
        ? "Write one name such as refs/heads/main or refs/tags/v1, in which stars may stand for any characters."
        : `Write "${suggestion}".`,
  }),
  "branch-pattern-too-wide": ({ value }) => ({
    problem: `"${value}" fits whatever branch somebody pushes.`,
    fix: "Write the branches that are reviewed before they change, such as refs/heads/main. Where every branch is really meant, add allowEveryBranch: true.",
  }),
  "condition-missing": () => ({
    problem: "There is a condition version but no condition.",
    fix: "Write the condition, or remove the version.",
  }),
  "condition-version": ({ value }) => ({
    problem: `"${value}" is no version of the condition language.`,
    fix: 'Write "2.0", the only one that Azure accepts, or leave it out.',
  }),
  "credential-literal": ({ name }) => ({
    problem: `"${name}" carries a credential, and would hold it in plain sight.`,
    fix: "Keep the credential in a variable group, name that as variableGroup, and write the variable here, such as $(token).",
  }),
  "environment-unknown": ({ value, suggestions, known }) => ({
    problem: `"${value}" is not a cloud that Azure DevOps knows.`,
    fix: formatSuggestions(suggestions) ?? `Write ${formatList(known, "or")}.`,
  }),
  "environment-without-federation": ({ value, known }) => ({
    problem: `Workload identity federation does not exist in ${value}, so a connection there would need a secret.`,
    fix: `Write ${formatList(known, "or")}.`,
  }),
  "exactly-one-of": ({ given, choices }) => ({
    problem:
      given.length === 0 ? "Nothing is chosen here." : `Only one can be chosen, but ${formatList(given)} are given.`,
    fix: `Write exactly one of ${formatList(choices)}.`,
  }),
  "hours-backwards": ({ startTime, endTime }) => ({
    problem: `${endTime} is not later than ${startTime}.`,
    fix: "Write a time later on the same day. Business hours cannot go past midnight.",
  }),
  "issuer-missing": ({ what }) => ({
    problem: `Azure DevOps named no ${what} for the service connection, so nothing can be trusted yet.`,
    fix: "Run `pulumi refresh`, then `pulumi up` again. If it stays so, look at the connection in the project settings of Azure DevOps: it must use workload identity federation and be ready.",
  }),
  "issuer-unknown": ({ issuer, nearest }) => ({
    problem: `Azure DevOps named the issuer "${issuer}", which is neither Microsoft Entra nor an Azure DevOps organization${nearest === undefined ? "" : ` (it is nearly "${nearest}")`}.`,
    fix: "No trust was created. Compare it with the connection in the project settings of Azure DevOps, and look for a newer version of pulumi-keyless.",
  }),
  "list-empty": ({ what }) => ({
    problem: "This list is empty.",
    fix: `Write at least one ${what}.`,
  }),
  "list-too-long": ({ count, maximum, unit }) => ({
    problem: `There are ${count} ${unit}, and ${maximum} are allowed.`,
    fix: `Remove ${count - maximum}.`,
  }),
  "listed-twice": ({ other }) => ({
    problem: `This is the same as ${other}.`,
    fix: "Remove one of the two.",
  }),
  "member-ambiguous": ({ kind, name, found }) => ({
    problem: `Azure DevOps has more than one ${kind} named "${name}".`,
    fix: `Write the id of the one that is meant: ${formatList(found, "or")}.`,
  }),
  "member-unknown": ({ kind, name, suggestions }) => ({
    problem: `Azure DevOps has no ${kind} named "${name}", or the deploying identity may not see it.`,
    fix: formatSuggestions(suggestions) ?? "Write the name as Azure DevOps shows it, or the storage key (GUID) as id.",
  }),
  "name-invalid": ({ value, of, requirement }) => ({
    problem: `"${value}" cannot be the name of ${of}.`,
    fix: `Write ${requirement}.`,
  }),
  "name-needed": ({ other, named }) => ({
    problem:
      named === undefined
        ? `This assigns the same role as ${other}, at a scope that only the deployment will know.`
        : `${other} bears the name "${named}" already.`,
    fix: 'Write a short name that no other has, such as "storage": it tells the two apart in the stack.',
  }),
  "not-a-guid": ({ value, what }) => ({
    problem: `"${value}" is not a GUID.`,
    fix: `Write ${what}: 8-4-4-4-12 hexadecimal digits.`,
  }),
  "not-a-managed-identity-id": ({ value }) => ({
    problem: `"${value}" is not the resource ID of a user-assigned managed identity.`,
    fix: "Write the id of the identity: /subscriptions/…/resourceGroups/…/providers/Microsoft.ManagedIdentity/userAssignedIdentities/….",
  }),
  "not-a-management-group": ({ value }) => ({
    problem: `"${value}" is not the ID of a management group.`,
    fix: "Write the group's own ID, the last part of its resource ID: up to 90 letters, digits, hyphens, underscores, periods or parentheses, not ending with a period.",
  }),
  "not-a-pipeline-id": ({ value }) => ({
    problem: `"${value}" is not the ID of a pipeline.`,
    fix: "Write the number that stands as definitionId in the pipeline's address, as text, or the id of a BuildDefinition.",
  }),
  "not-a-scope": ({ value }) => ({
    problem: `"${value}" is not a scope of Azure Resource Manager.`,
    fix: "Write a resource ID, without a slash at the end: /subscriptions/{id}, /subscriptions/{id}/resourceGroups/{name}, the id of a resource, or /providers/Microsoft.Management/managementGroups/{id}.",
  }),
  "not-plain": ({ what }) => ({
    problem: "This is an output of another resource, but it decides which resources exist and must be known before.",
    fix: `Write ${what} as a plain value.`,
  }),
  "number-out-of-range": ({ value, minimum, maximum, unit }) => ({
    problem: `${value} is not a number of ${unit} that is allowed here.`,
    fix: `Write a whole number${maximum === undefined ? `, at least ${minimum}` : ` from ${minimum} to ${maximum}`}.`,
  }),
  "pair-shares-identity": () => ({
    problem: "One identity would stand behind both connections, so that whoever plans could do what only apply may.",
    fix: "Remove it: each connection gets an identity of its own. For identities that exist, declare two connections.",
  }),
  "path-instead-of-id": ({ value, id, property }) => ({
    problem: `"${value}" is the path of a directory object and not its ID.`,
    fix: `Write "${id}": of a resource of @pulumi/azuread, take ${property} and not id.`,
  }),
  "plan-role-too-wide": ({ role }) => ({
    problem: `${role === undefined ? "This role is an output, and so it" : `"${role}"`} is not known to read settings alone. Whoever can open a pull request could use it.`,
    fix: 'Write a role that only reads, such as "Reader", move this one to apply, or write allowAnyRoleForPlan: true.',
  }),
  "preset-condition": ({ preset }) => ({
    problem: `The preset ${preset} takes no condition: what it allows is fixed.`,
    fix: "Remove it, or write role and condition in place of the preset.",
  }),
  "preset-reaches-identity": ({ resourceGroup }) => ({
    problem: `The identity itself is in the resource group ${resourceGroup}: whoever may deploy there can add ways in to it that stay.`,
    fix: "Keep the identity in another resource group.",
  }),
  "preset-scope": ({ value, preset, at }) => ({
    problem: `"${value}" is not ${at}, which the preset ${preset} is for.`,
    fix: `Write the ID of ${at}. For any other scope write role in place of the preset.`,
  }),
  "project-unknown": ({ name, suggestions }) => ({
    problem: `Azure DevOps has no project named "${name}", or the deploying identity may not see it.`,
    fix: `${formatSuggestions(suggestions) ?? "Write the name as the project's settings in Azure DevOps show it, or the project's ID."} If the name is right, check azuredevops:orgServiceUrl, and make the deploying identity a member of the project.`,
  }),
  "retry-too-often": ({ minimum, timeout }) => ({
    problem: `Azure DevOps calls ten times at most before the check times out, which is after ${timeout} minutes.`,
    fix: `Write 0, or at least ${minimum}.`,
  }),
  "role-unknown": ({ value, suggestions }) => ({
    problem: `"${value}" is neither a built-in role of Azure that is known here nor the ID of a role definition.`,
    fix:
      formatSuggestions(suggestions) ??
      "Write the name of a built-in role, or for any other role the GUID or the whole ID of its definition.",
  }),
  "secret-argument": ({ name }) => ({
    problem: `"${name}" would hold a secret.`,
    fix: "Remove it: no secret is ever taken. The connection signs in by workload identity federation.",
  }),
  "subject-foreign": ({ subject, expected }) => ({
    problem: `Azure DevOps named the subject "${subject}", which does not speak of ${expected}.`,
    fix: "No trust was created. Compare it with the connection in the project settings of Azure DevOps, run `pulumi refresh`, then `pulumi up` again.",
  }),
  "template-path-invalid": ({ value }) => ({
    problem: `"${value}" is not the path of a template.`,
    fix: "Write the path of a YAML file from the root of its repository, without a slash before it, such as deploy/production.yml.",
  }),
  "tenant-foreign": ({ tenantId, expected }) => ({
    problem: `The tokens of the service connection come from tenant ${tenantId}, but its identity lives in tenant ${expected}.`,
    fix: "No trust was created. Write the identity's own tenant as tenantId, then run `pulumi up` again.",
  }),
  "text-empty": () => ({
    problem: "This text is empty.",
    fix: "Write it, or leave the argument out.",
  }),
  "text-too-long": ({ length, maximum, unit }) => ({
    problem: `This text has ${length} ${unit}, and ${maximum} are allowed.`,
    fix: "Shorten it.",
  }),
  "time-invalid": ({ value }) => ({
    problem: `"${value}" is not a time of day.`,
    fix: "Write hours and minutes with two digits each, from 00:00 to 23:59.",
  }),
  "too-many-credentials": ({ maximum }) => ({
    problem: `This identity would carry more than ${maximum} federated identity credentials, and Microsoft Entra allows no more.`,
    fix: "Use another identity for some of the connections. One identity for each purpose also keeps rights apart.",
  }),
  "type-wrong": ({ expected, actual }) => ({
    problem: `This is ${actual}.`,
    fix: `Write ${expected}.`,
  }),
  "value-unknown": ({ value, of, suggestions, requirement }) => ({
    problem: `"${value}" is not ${of}.`,
    fix: formatSuggestions(suggestions) ?? `Write ${requirement}.`,
  }),
  "would-replace": ({ replaced, standing, declared }) => ({
    problem: `"${standing}" would become "${declared}", and that ${losses[replaced]}`,
    fix: `Nothing was touched. ${
      replaced === "credential"
        ? `Write federatedIdentityCredentialName: "${standing}" to keep it`
        : "Keep the value, and declare a second connection beside this one to which the pipelines can move"
    }; or write allowReplacement: true, and give again afterwards what this program does not declare.`,
  }),
};

/** What is lost when something is replaced: the end of a sentence that begins with "that". */
const losses: Readonly<Record<Replaced, string>> = {
  connection:
    "replaces the service connection: its ID is lost, and so are its subject, which every trust names, and its pipeline permissions, approvals and checks, and roles.",
  credential:
    "replaces the federated identity credential: pipelines cannot sign in until Microsoft Entra knows the new one.",
  identity:
    "puts another identity in the place of this one: its client ID and object ID are lost, and so are the roles, group memberships and trusts that name them.",
};

function formatSuggestions(suggestions: readonly string[]): string | undefined {
  return suggestions.length === 0
    ? undefined
    : `Did you mean ${formatList(
        suggestions.map((name) => `"${name}"`),
        "or",
      )}?`;
}

function formatList(names: readonly string[], word = "and"): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} ${word} ${names.slice(-1).join("")}`;
}
