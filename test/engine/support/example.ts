import { engineTimeout } from "./engine-timeout";
import { tellExample, type ExampleOptions, type ExampleStory } from "./example-story";
import { countTypes } from "./moment";
import { startScenario, type Scenario } from "./scenario";

/**
 * Takes an example through its life before the tests of the file, and declares the tests that hold for every example.
 *
 * @returns what was seen, for the tests of this example.
 */
// eslint-disable-next-line jest/no-export -- not a test file: it declares tests of several
export function describeExample(options: ExampleOptions): () => ExampleStory {
  let scenario: Scenario;
  let story: ExampleStory;

  beforeAll(async () => {
    const { name, seed } = options;
    scenario = await startScenario({ program: `examples/${name}`, ...(seed && { seed }) });
    story = await tellExample(scenario, options);
  }, engineTimeout);

  afterAll(() => scenario.stop());

  it("changes nothing in a second up", () => {
    expect(story.writesWithoutChange).toEqual([]);
  });

  it("leaves everything as it was before", () => {
    expect(story.destroyed.clouds).toEqual(story.before);
    expect(countTypes(story.destroyed)).toEqual({});
  });

  it("asks nobody but the emulated clouds", () => {
    expect(scenario.emulator.control.listRequests({ service: "proxy" })).toEqual([]);
  });

  return () => story;
}
