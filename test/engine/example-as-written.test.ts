import { engineTimeout } from "./support/engine-timeout";
import { startScenario, type Scenario } from "./support/scenario";

jest.setTimeout(engineTimeout);

let scenario: Scenario;

beforeAll(async () => {
  scenario = await startScenario({ program: "examples/minimal", asWritten: true });
});

afterAll(() => scenario.stop());

it("runs an example as it is: TypeScript under Pulumi's own compiler, with the package imported by its name", async () => {
  const { stack, platform } = scenario;
  await stack.configure({
    "minimal:project": platform.project.name,
    "minimal:subscriptionId": platform.subscription.subscriptionId,
  });
  const { steps } = await stack.preview();
  const created = steps.map(({ op, urn }) => `${op} ${urn.split("::").at(-1) ?? ""}`);
  expect(created.sort()).toEqual([
    "create minimal-test",
    "create payments-dev",
    "create payments-dev",
    "create payments-dev-application",
    "create payments-dev-connection",
    "create payments-dev-credential",
    "create payments-dev-service-principal",
  ]);
});
