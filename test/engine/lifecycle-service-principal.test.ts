import { startScenario, type Scenario } from "./support/scenario";
import { takeInventory } from "./support/inventory";

describe("a connection with a service principal", () => {
  let scenario: Scenario;
  beforeAll(async () => {
    scenario = await startScenario({ program: "connections" });
  });
  afterAll(() => scenario.stop());

  it("lives", async () => {
    const { stack, platform, emulator } = scenario;
    const before = takeInventory(emulator);
    await stack.configure({
      "scenario:connections": JSON.stringify({
        "payments-dev": {
          project: platform.project.name,
          subscription: { id: platform.subscription.subscriptionId },
          roleAssignments: [{ role: "Reader", scope: platform.resources.applicationGroupId }],
          authorizedPipelines: { deploy: String(platform.pipelines.deploy.pipelineId) },
        },
      }),
    });
    await stack.up();
    console.log(await stack.outputs());
    await stack.up("--expect-no-changes");
    await stack.refresh("--expect-no-changes");
    await stack.destroy();
    expect(takeInventory(emulator)).toEqual(before);
  }, 300_000);
});
