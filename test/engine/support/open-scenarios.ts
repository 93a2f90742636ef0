import { startScenario, type Scenario, type ScenarioOptions } from "./scenario";

/** Gives the tests of a file a way to start scenarios that all stop when the file is done, however its tests end. */
export function openScenarios(): (options: ScenarioOptions) => Promise<Scenario> {
  const opened: Scenario[] = [];
  afterAll(() => Promise.all(opened.map((scenario) => scenario.stop())));
  return async (options) => {
    const scenario = await startScenario(options);
    opened.push(scenario);
    return scenario;
  };
}
