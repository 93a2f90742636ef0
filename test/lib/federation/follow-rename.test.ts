import fc from "fast-check";
import { followRename } from "../../../lib/federation/follow-rename";
import { entraTrust } from "../../support/vendor-mocks";

const names = fc.string({ minLength: 1 }).filter((name) => !name.includes("/") && name === name.trim());

describe("a subject after a rename of its connection", () => {
  it("bears the new name, and everything else as it was read", () => {
    fc.assert(
      fc.property(names, names, names, names, (organization, project, before, after) => {
        expect(followRename(`sc://${organization}/${project}/${before}`, after)).toBe(
          `sc://${organization}/${project}/${after}`,
        );
      }),
    );
  });

  it.each([entraTrust.subject, "p://contoso/payments/deploy", "", "repo:contoso/payments:ref:refs/heads/main"])(
    "stays as it is where no connection is named: %p",
    (subject) => {
      expect(followRename(subject, "new")).toBe(subject);
    },
  );
});
