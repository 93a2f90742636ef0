import {
  isApplicationDisplayName,
  isFederatedIdentityCredentialName,
  isManagedIdentityName,
  isProjectName,
  isResourceGroupName,
} from "../../facts/names";

interface NameCase {
  readonly check: (name: string) => boolean;
  readonly accepted: readonly string[];
  readonly refused: readonly string[];
}

const cases: Readonly<Record<string, NameCase>> = {
  // https://learn.microsoft.com/entra/workload-id/workload-identity-federation-considerations
  isFederatedIdentityCredentialName: {
    check: isFederatedIdentityCredentialName,
    accepted: ["abc", "payments-prod_1", "0-0", "a".repeat(120)],
    refused: ["", "ab", "-ab", "_ab", "a b", "a.b", "äbc", "abc\n", "a".repeat(121)],
  },
  // https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules
  isManagedIdentityName: {
    check: isManagedIdentityName,
    accepted: ["abc", "id-payments_prod", "9ab", "a".repeat(128)],
    refused: ["", "ab", "-ab", "_ab", "a b", "a.b", "a/b", "a".repeat(129)],
  },
  isResourceGroupName: {
    check: isResourceGroupName,
    accepted: ["a", "rg-payments_(prod).eu", "größe", "_", "-", "a".repeat(90)],
    refused: ["", "rg.", "r g", "r/g", "r#g", "rg\n", "a".repeat(91)],
  },
  // https://learn.microsoft.com/azure/devops/organizations/settings/naming-restrictions
  isProjectName: {
    check: isProjectName,
    accepted: ["payments", "O365 Core", "az-400", "a.b", "(x)", "Größe!", "COM11", "CONTOSO", "a".repeat(64)],
    refused: [
      ...["", " ", " payments", "payments ", "_payments", ".payments", "payments.", "a".repeat(65)],
      ...Array.from("/:\\~&%;@'\"?<>|#$*}{,+=[]", (character) => `a${character}b`),
      ...["a\u0007b", "a\u{1F600}b", "a\uD800b"],
      ...["AUX", "con", "COM1", "com10", "LPT9", "NUL", "PRN", "server", "SignalR", "DefaultCollection", "WEB"],
      ...["App_Data", "bin", "web.config"],
    ],
  },
  // https://learn.microsoft.com/graph/api/resources/application
  isApplicationDisplayName: {
    check: isApplicationDisplayName,
    accepted: ["p", "Payments (prod) / deploy", "a".repeat(256)],
    refused: ["", "   ", "a".repeat(257)],
  },
};

describe.each(Object.entries(cases))("%s", (_, { check, accepted, refused }) => {
  it.each(accepted)("accepts %j", (name) => {
    expect(check(name)).toBe(true);
  });

  it.each(refused)("refuses %j", (name) => {
    expect(check(name)).toBe(false);
  });
});
