import * as fc from "fast-check";
import { showSection } from "../../../report/render/markdown/show-section";
import { fillReport, hostileText } from "../../support/arbitrary-reports";

test("no chunk is shorter than it says before it is written", () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const chunks = fillReport(text)
        .sections.flatMap(showSection)
        .flatMap((block) => block.chunks);
      expect(chunks.length).toBeGreaterThan(0);
      for (const { minLength, write } of chunks) {
        expect(write().length).toBeGreaterThanOrEqual(minLength);
      }
    }),
  );
});
