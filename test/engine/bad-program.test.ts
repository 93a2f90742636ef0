import { PulumiError } from "../../tools/engine/stack";
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

/** A crash has a stack trace; what is said to a person has none. */
function expectNoTrace(output: string): void {
  expect(output).not.toMatch(/^\s+at .*:\d+/m);
  expect(output).not.toContain("node_modules");
  expect(output).not.toContain("unhandled");
}

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
  expectNoTrace(output);
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

/** What a preview prints of connections that name these projects, by name of the connection. */
async function previewProjects(projects: Readonly<Record<string, string>>): Promise<string> {
  const entries = Object.entries(projects);
  const describe = (project: string) => describeConnection(scenario.platform, { project });
  await declareConnections(scenario, Object.fromEntries(entries.map(([name, project]) => [name, describe(project)])));
  await expect(scenario.stack.previewText()).rejects.toThrow(PulumiError);
  const output = scenario.log();
  expectNoTrace(output);
  expect(listWrites(scenario)).toEqual([]);
  return output;
}

it("is told of a project that does not exist, at each connection that names it", async () => {
  const { name } = scenario.platform.project;
  const output = await previewProjects({ first: "paymnts", second: "paymnts", good: name });
  const pattern = new RegExp(
    'AzureServiceConnection "(\\w+)" has 1 problem in its arguments:\\s+' +
      'project: Azure DevOps has no project named "paymnts", or the deploying identity may not see it\\.\\s+' +
      `Did you mean "${name}"\\?`,
    "g",
  );
  expect([...output.matchAll(pattern)].map(([, connection]) => connection).sort()).toEqual(["first", "second"]);
  expect(output).not.toContain("getProject");
  expect(scenario.emulator.control.listRequests({ path: /\/_apis\/projects\/paymnts$/ })).toHaveLength(1);
});

it("is told what Azure DevOps says when it does not let a project be read", async () => {
  const { name } = scenario.platform.project;
  const path = `/_apis/projects/${name}`;
  scenario.emulator.control.addFault({ service: "devops", method: "GET", path, status: 403, times: "always" });
  const output = await previewProjects({ first: name });
  expect(output).toContain(`AzureServiceConnection "first" could not look up its project "${name}":`);
  expect(output).toContain(`Error looking up project with Name ${name}`);
  expect(output).not.toContain("no project");
});
