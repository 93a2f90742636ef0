import { engineTimeout } from "./engine-timeout";
import { countTypes } from "./moment";
import {
  formatRefusal,
  readErrors,
  tellReplacements,
  type ReplacementPlan,
  type ReplacementStory,
} from "./replacement-story";
import { startScenario, type Scenario } from "./scenario";

/**
 * Tries replacements on a connection under the real engine before the tests of the file, and declares the tests that hold for each.
 *
 * @returns what was seen, for the tests of this file.
 */
// eslint-disable-next-line jest/no-export -- not a test file: it declares tests of several
export function describeReplacements(prepare: (scenario: Scenario) => ReplacementPlan): () => ReplacementStory {
  let scenario: Scenario;
  let story: ReplacementStory;

  beforeAll(async () => {
    scenario = await startScenario({ program: "connections" });
    story = await tellReplacements(scenario, prepare(scenario));
  }, engineTimeout);

  afterAll(() => scenario.stop());

  it("is refused by the preview, which says what would be lost and what to do instead", () => {
    const errors = story.refusals.map(({ change, preview }) => [change.title, preview.exitCode, readErrors(preview)]);
    expect(errors).toEqual(
      story.refusals.map(({ change }) => [
        change.title,
        1,
        [`error: Preview failed: ${formatRefusal(change)}\n`, "error: preview failed\n"],
      ]),
    );
  });

  it("is refused without a preview, before anything is touched", () => {
    for (const { change, up, writes } of story.refusals) {
      expect([change.title, up.exitCode, writes]).toEqual([change.title, 1, []]);
      // The CLI indents it.
      expect(up.stdout.replaceAll(/^ {4}/gm, "")).toContain(`error: ${formatRefusal(change)}`);
    }
  });

  it("is not seen in what can be changed in place", () => {
    const [before, after] = story.inPlace;
    expect(after).toMatchObject({ connectionId: before?.connectionId, clientId: before?.clientId });
  });

  it("needs no more to be allowed once it is done", () => {
    expect(story.writesWithoutChange).toEqual([]);
  });

  it("leaves a plain destroy as it is", () => {
    expect(countTypes(story.destroyed)).toEqual({});
  });

  return () => story;
}
