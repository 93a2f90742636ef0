import { declareConnections, describeConnection } from "./support/declare-connections";
import { engineTimeout } from "./support/engine-timeout";
import { takeInventory } from "./support/inventory";
import { countTypes, takeMoment } from "./support/moment";
import { listWrites } from "./support/requests";
import { startScenario, type Scenario } from "./support/scenario";

jest.setTimeout(engineTimeout);

let scenario: Scenario;

beforeEach(async () => {
  scenario = await startScenario({ program: "connections" });
});

afterEach(() => scenario.stop());

/** Mistakes as people make them, and a secret. */
const mistakes = {
  projet: "payments",
  connectionName: "payments/dev",
  environment: "AzurePublicCloud",
  subscription: { id: "Payments Production" },
  managementGroup: { id: "platform" },
  identity: { servicePrincipal: { displayName: "" }, clientSecret: "hunter2" },
  roleAssignments: [{ role: "Website Contributer", scope: "/subscriptions/payments/" }],
  authorizedPipelines: { deploy: "payments-deploy" },
};

/** Where each mistake is, what is wrong and what to write. */
const problems = [
  ["project", "This argument is missing.", "Write the name or the ID of the Azure DevOps project."],
  ["projet", 'There is no argument "projet".', 'Did you mean "project"?'],
  ["connectionName", '"payments/dev" cannot be the name of a service connection.', "Write a text without a slash"],
  ["environment", '"AzurePublicCloud" is not a cloud that Azure DevOps knows.', "AzureCloud"],
  ["subscription.id", '"Payments Production" is not a GUID.', "Write the ID of the subscription"],
  [
    "managementGroup",
    "Only one can be chosen, but subscription and managementGroup are given.",
    "Write exactly one of",
  ],
  ["identity.clientSecret", '"clientSecret" would hold a secret.', "Remove it: no secret is ever taken."],
  ["identity.servicePrincipal.displayName", "This text is empty.", "Write it, or leave the argument out."],
  ["roleAssignments[0].role", '"Website Contributer" is neither', 'Did you mean "Website Contributor"?'],
  ["roleAssignments[0].scope", '"/subscriptions/payments/" is not a scope', "Write a resource ID"],
  ["authorizedPipelines.deploy", '"payments-deploy" is not the ID of a pipeline.', "Write the number"],
] as const;

/** The lines that name a path, with the line of advice below each. */
function findProblem(output: string, path: string): string {
  const lines = output.split("\n");
  const index = lines.findIndex((line) => line.trim().startsWith(`${path}: `));
  return lines.slice(index, index + 2).join(" ");
}

it("is told every mistake at once, and nothing is made even without a preview", async () => {
  const before = takeInventory(scenario.emulator);
  await scenario.stack.configure({ "scenario:connections": JSON.stringify({ "payments-dev": mistakes }) });
  const { exitCode, stdout, stderr } = await scenario.stack.try("up");
  const output = stdout + stderr;
  expect(exitCode).not.toBe(0);
  for (const [path, problem, fix] of problems) {
    expect(findProblem(output, path)).toContain(`${path}: ${problem}`);
    expect(findProblem(output, path)).toContain(fix);
  }
  expect(output).toContain(`AzureServiceConnection "payments-dev" has ${problems.length} problems in its arguments:`);
  expect(output).not.toMatch(/^\s+at .*:\d+/m);
  expect(output).not.toContain("node_modules");
  expect(output).not.toContain("hunter2");

  expect(listWrites(scenario)).toEqual([]);
  const after = await takeMoment(scenario);
  expect(after.clouds).toEqual(before);
  expect(after.resources.map(({ type }) => type)).toEqual(["pulumi:pulumi:Stack"]);
});

it("is refused by the preview, together with the connections that would be good", async () => {
  const good = describeConnection(scenario.platform);
  const bad = { ...good, roleAssignments: [{ role: "Reader", scope: "payments-app" }] };
  await declareConnections(scenario, { good, bad });
  await expect(scenario.stack.previewText()).rejects.toThrow(
    /AzureServiceConnection "bad" has 1 problem in its arguments:\s+roleAssignments\[0\]\.scope: "payments-app" is not/,
  );
  expect(listWrites(scenario)).toEqual([]);
  expect(countTypes(await takeMoment(scenario))).toEqual({});
});
