/** The words of a problem. */
export interface ProblemText {
  readonly problem: string;
  readonly fix: string;
}

/** What each rule has to know to speak of its problem. */
export interface RuleDetails {
  "argument-missing": { readonly write: string };
  "argument-unknown": {
    readonly name: string;
    readonly suggestions: readonly string[];
    readonly known: readonly string[];
  };
  "assigned-twice": { readonly other: string };
  "authorized-twice": { readonly pipelineId: string; readonly other: string };
  "condition-missing": object;
  "condition-version": { readonly value: string };
  "environment-unknown": {
    readonly value: string;
    readonly suggestions: readonly string[];
    readonly known: readonly string[];
  };
  "environment-without-federation": { readonly value: string; readonly known: readonly string[] };
  "exactly-one-of": { readonly given: readonly string[]; readonly choices: readonly string[] };
  "issuer-missing": { readonly what: "issuer" | "subject" };
  "issuer-unknown": { readonly issuer: string; readonly nearest?: string };
  "list-too-long": { readonly count: number; readonly maximum: number; readonly unit: string };
  "name-invalid": { readonly value: string; readonly of: string; readonly requirement: string };
  "name-needed": { readonly other: string; readonly named: string | undefined };
  "not-a-guid": { readonly value: string; readonly what: string };
  "not-a-managed-identity-id": { readonly value: string };
  "not-a-management-group": { readonly value: string };
  "not-a-pipeline-id": { readonly value: string };
  "not-a-scope": { readonly value: string };
  "not-plain": { readonly what: string };
  "path-instead-of-id": { readonly value: string; readonly id: string; readonly property: string };
  "role-unknown": { readonly value: string; readonly suggestions: readonly string[] };
  "secret-argument": { readonly name: string };
  "subject-foreign": { readonly subject: string; readonly expected: string };
  "tenant-foreign": { readonly tenantId: string; readonly expected: string };
  "text-empty": object;
  "text-too-long": { readonly length: number; readonly maximum: number; readonly unit: string };
  "too-many-credentials": { readonly maximum: number };
  "type-wrong": { readonly expected: string; readonly actual: string };
}

/** The name of a rule that arguments can break. */
export type RuleName = keyof RuleDetails;

/** The words for every rule: a rule without words does not compile. */
export const problemTexts: { readonly [Rule in RuleName]: (details: RuleDetails[Rule]) => ProblemText } = {
  "argument-missing": ({ write }) => ({
    problem: "This argument is missing.",
    fix: `Write ${write}.`,
  }),
  "argument-unknown": ({ name, suggestions, known }) => ({
    problem: `There is no argument "${name}".`,
    fix: formatSuggestions(suggestions) ?? `Remove it. The arguments here are ${formatList(known)}.`,
  }),
  "assigned-twice": ({ other }) => ({
    problem: `This is the same role at the same scope as ${other}.`,
    fix: "Remove one of the two: Azure keeps a role at a scope only once for an identity.",
  }),
  "authorized-twice": ({ pipelineId, other }) => ({
    problem: `Pipeline ${pipelineId} is authorized by ${other} already.`,
    fix: "Remove one of the two keys: a second permission for a pipeline would be taken away together with the first.",
  }),
  "condition-missing": () => ({
    problem: "There is a condition version but no condition.",
    fix: "Write the condition, or remove the version.",
  }),
  "condition-version": ({ value }) => ({
    problem: `"${value}" is no version of the condition language.`,
    fix: 'Write "2.0", the only one that Azure accepts, or leave it out.',
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
  "issuer-missing": ({ what }) => ({
    problem: `Azure DevOps named no ${what} for the service connection, so nothing can be trusted yet.`,
    fix: "Run `pulumi refresh`, then `pulumi up` again. If it stays so, look at the connection in the project settings of Azure DevOps: it must use workload identity federation and be ready.",
  }),
  "issuer-unknown": ({ issuer, nearest }) => ({
    problem: `Azure DevOps named the issuer "${issuer}", which is neither Microsoft Entra nor an Azure DevOps organization${nearest === undefined ? "" : ` (it is nearly "${nearest}")`}.`,
    fix: "No trust was created. Compare it with the connection in the project settings of Azure DevOps, and look for a newer version of pulumi-keyless.",
  }),
  "list-too-long": ({ count, maximum, unit }) => ({
    problem: `There are ${count} ${unit}, and ${maximum} are allowed.`,
    fix: `Remove ${count - maximum}.`,
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
  "path-instead-of-id": ({ value, id, property }) => ({
    problem: `"${value}" is the path of a directory object and not its ID.`,
    fix: `Write "${id}": of a resource of @pulumi/azuread, take ${property} and not id.`,
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
  "too-many-credentials": ({ maximum }) => ({
    problem: `This identity would carry more than ${maximum} federated identity credentials, and Microsoft Entra allows no more.`,
    fix: "Use another identity for some of the connections. One identity for each purpose also keeps rights apart.",
  }),
  "type-wrong": ({ expected, actual }) => ({
    problem: `This is ${actual}.`,
    fix: `Write ${expected}.`,
  }),
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
