import { findTokenError, parseTokenErrorCode } from "../../facts/token-errors";
import { tokenErrors } from "../../facts/token-errors-table";

describe("tokenErrors", () => {
  // https://learn.microsoft.com/azure/devops/pipelines/release/troubleshoot-workload-identity, its table of error codes
  it.each([700016, 7000215, 700024, 70021, 700211, 700213, 700223, 70025, 700238, 70052, 900382])(
    "has AADSTS%d, which Azure DevOps documents for service connections",
    (code) => {
      expect(findTokenError(code)).toMatchObject({ code, basis: "documented" });
    },
  );

  // https://learn.microsoft.com/entra/identity-platform/reference-error-codes
  it.each([50146, 700011, 700025, 700027, 70003, 70011])("has AADSTS%d, which Microsoft Entra documents", (code) => {
    expect(findTokenError(code)).toMatchObject({ code, basis: "documented" });
  });

  // Azure/login issues 515 and 573, and Azure/azure-cli issue 28863
  it.each([7002138, 50166])("has AADSTS%d, seen in public", (code) => {
    expect(findTokenError(code)).toMatchObject({ code, basis: "observed" });
  });

  it("is sorted, each code once", () => {
    const codes = tokenErrors.map(({ code }) => code);
    expect(codes).toEqual([...new Set(codes)].sort((a, b) => a - b));
  });

  it("says everything in whole sentences", () => {
    for (const { meaning, cause, remedy } of tokenErrors) {
      for (const sentence of [meaning, cause, remedy]) {
        expect(sentence).toMatch(/^[A-Z].*\.$/);
      }
    }
  });

  it("does not know other codes", () => {
    expect(findTokenError(50126)).toBeUndefined();
  });
});

describe("parseTokenErrorCode", () => {
  it.each([
    // Azure/login issue 515
    [
      "Error: AADSTS7002138: No matching federated identity record found for presented assertion subject 'repo:x/y:environment:Production'.",
      7002138,
    ],
    // Azure/azure-cli issue 28863
    [
      "ERROR: AADSTS50166: Request to External OIDC endpoint failed. Trace ID: fec4b5cc-da51-4cbb-89e0-5df845893e00",
      50166,
    ],
    ["AADSTS700213", 700213],
    ["code AADSTS70021, then AADSTS700016", 70021],
    ['{"error_description":"aadsts900382: x"}', 900382],
  ])("reads %s", (text, code) => {
    expect(parseTokenErrorCode(text)).toBe(code);
  });

  it.each(["", "AADSTS", "AADSTS12", "XAADSTS700213", "AADSTSx", "700213", "AADSTS1234567890"])(
    "reads no code in %j",
    (text) => {
      expect(parseTokenErrorCode(text)).toBeUndefined();
    },
  );
});
