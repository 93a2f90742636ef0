const packages: Readonly<Record<string, string>> = {
  authorization: "@pulumi/azure-native/authorization",
  azuread: "@pulumi/azuread",
  azuredevops: "@pulumi/azuredevops",
  keyless: "pulumi-keyless",
  managedidentity: "@pulumi/azure-native/managedidentity",
  pulumi: "@pulumi/pulumi",
};

/** What the programs of the cases are about. */
const constants = `
const organizationId = "049a4120-aaaa-4aaa-8aaa-000000000007";
const tenantId = "7a1c9a52-3f0e-4d5b-9c55-0d5a3f0b1e01";
const projectId = "940ec700-aaaa-4aaa-8aaa-000000000005";
const connectionId = "c044ec70-aaaa-4aaa-8aaa-000000000006";
const principalId = "d41c19a1-aaaa-4aaa-8aaa-000000000004";
const subscriptionId = "5b5c9700-aaaa-4aaa-8aaa-000000000008";
const wholeSubscription = "/subscriptions/" + subscriptionId;
const group = wholeSubscription + "/resourceGroups/payments";
const subscription = { id: subscriptionId };
const entraIssuer = "https://login.microsoftonline.com/" + tenantId + "/v2.0";
const legacyIssuer = "https://vstoken.dev.azure.com/" + organizationId;
const audiences = ["api://AzureADTokenExchange"];
const target = { projectId, targetResourceId: connectionId, targetResourceType: "endpoint" };
const findRole = (id: string) => "/providers/Microsoft.Authorization/roleDefinitions/" + id;
const assignment = { principalId, principalType: "ServicePrincipal" };
`;

/** Completes a program of a case: imports the packages that it names, and gives it the constants. */
export function completeProgram(program: string): string {
  return [importPackages(program), constants, program].join("\n");
}

/** Puts whole programs of pages into one. Their resources get names of their own. */
export function joinPrograms(programs: readonly string[]): string {
  const bodies = programs.map((program, index) => {
    const body = program.replace(/^import .*$/gm, "");
    return `{${body.replace(/(new \w+\.\w+\(\s*["\`])/g, `$1${index}-`)}}`;
  });
  return [importPackages(bodies.join("\n")), ...bodies].join("\n");
}

function importPackages(program: string): string {
  return Object.entries(packages)
    .filter(([name]) => new RegExp(`\\b${name}\\.`).test(program))
    .map(([name, path]) => `import * as ${name} from "${path}";`)
    .join("\n");
}
