import { analyze } from "../../../analysis/analyze";
import { stackKinds, writeLargePreview } from "../../../bench/report/large-preview";
import { readPreview } from "../../../report/read/read-preview";

test.each(stackKinds)(
  "a large preview is whole, and holds as many changed resources as were asked for, each with its changes: %s",
  (kind) => {
    const [small, large] = [100, 1_000].map((resources) => {
      const run = readPreview(writeLargePreview(resources, kind));
      return { run, changes: analyze(run).changes.length };
    });
    expect(large?.run).toMatchObject({ complete: true, failures: [] });
    expect(large?.run.steps.filter(({ operation }) => operation !== "same").length).toBeGreaterThanOrEqual(1_000);
    expect(large?.changes).toBeGreaterThan(5 * (small?.changes ?? Infinity));
  },
);
