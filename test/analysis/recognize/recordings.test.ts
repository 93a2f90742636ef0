import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { buildModel } from "../../../analysis/recognize/build-model";
import { readPreview } from "../../../report/read/read-preview";
import { bases } from "../../../tools/corpus/bases";

const recordings = join(__dirname, "../../corpus/recordings");
const files = readdirSync(recordings, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".json"))
  .sort();

/** Bases with a case that is about resources which are not understood. */
const meant = bases
  .filter(({ cases }) => cases.some(({ classes }) => classes.includes("unrecognized")))
  .map(({ name }) => name);

describe("recorded previews", () => {
  it("are there", () => {
    expect(files.length).toBeGreaterThan(10);
  });

  it.each(files.filter((file) => !meant.some((name) => file.startsWith(`${name}/`))))("%s is understood", (file) => {
    const { steps } = readPreview(readFileSync(join(recordings, file), "utf8"));

    for (const side of ["before", "after"] as const) {
      const { entities } = buildModel(steps.flatMap((step) => step[side] ?? []));
      const types = entities.filter((entity) => entity.class === "unrecognized").map(({ type }) => type);
      expect(types).toEqual([]);
    }
  });

  it.each(files.filter((file) => /(?:unchanged|first-deployment)\.json$/.test(file)))(
    "%s shows which identity each connection, credential and role assignment is for",
    (file) => {
      const { steps } = readPreview(readFileSync(join(recordings, file), "utf8"));
      const { entities } = buildModel(steps.flatMap(({ after }) => after ?? []));
      const references = entities.flatMap((entity) => {
        switch (entity.class) {
          case "trust":
            return [entity.identity];
          case "serviceConnection":
            // Connections to other places than Azure have no identity.
            return entity.kind === "azurerm" ? [entity.identity] : [];
          case "roleAssignment":
            return [entity.principal];
          case "pipelinePermission":
          case "check":
            return [entity.connection];
          default:
            return [];
        }
      });

      expect(references.filter(({ to }) => to === "unknown" || to === "unreadable" || to === "absent")).toEqual([]);
    },
  );
});
