import fc from "fast-check";
import { formatCredentialName } from "../../../lib/federation/credential-name";

// https://learn.microsoft.com/entra/workload-id/workload-identity-federation-considerations
const documentedPattern = /^[a-zA-Z0-9][a-zA-Z0-9-_]{2,119}$/;

describe("the name of a credential", () => {
  it("is the component's own where it can be", () => {
    fc.assert(
      fc.property(fc.stringMatching(documentedPattern), (name) => {
        expect(formatCredentialName(name)).toBe(name);
      }),
    );
  });

  it("is always valid, whatever the component's name", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 300, unit: "binary" }), (name) => {
        expect(formatCredentialName(name)).toMatch(documentedPattern);
      }),
    );
  });

  it("differs for names that look alike once they are made valid", () => {
    const names = ["payments dev", "payments.dev", "payments+dev", "päyments dev", "-payments dev"];

    expect(new Set(names.map(formatCredentialName)).size).toBe(names.length);
    expect(formatCredentialName("payments dev")).toMatch(/^payments-dev-[0-9a-f]{8}$/);
  });
});
