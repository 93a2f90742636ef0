import fc from "fast-check";
import { cloudNames } from "../../facts/clouds";
import { formatIssuer, type Issuer, parseIssuer } from "../../facts/issuers";
import { arbitraryGuid } from "./arbitrary-guid";

const tenantId = "ff882432-09b0-437b-bd22-ca13c0037ded";
const organizationId = "0ca3ddd9-f0b0-4635-a98c-5866526961b6";

describe("parseIssuer", () => {
  it.each<[string, Issuer]>([
    // The token of an Azure Resource Manager connection, gravitational/teleport rfd/0211-azure-devops-joining.md
    [`https://login.microsoftonline.com/${tenantId}/v2.0`, { kind: "entra", tenantId, cloud: "AzureCloud" }],
    // The tokens of a pipeline and of a generic connection, the same file
    [
      `https://vstoken.dev.azure.com/${organizationId}`,
      { kind: "azure-devops", organizationId, host: "vstoken.dev.azure.com" },
    ],
    // arambazamba/AZ-400 demos/04-secure-deployment/02-identity-kv/02-workload-identity/create-principal.ps1
    [
      "https://vstoken.dev.azure.com/99e5794d-47e1-4b9b-86eb-937aa20e4e11",
      {
        kind: "azure-devops",
        organizationId: "99e5794d-47e1-4b9b-86eb-937aa20e4e11",
        host: "vstoken.dev.azure.com",
      },
    ],
    // "Without trailing '/'", microsoft/azure-pipelines-tasks docs/service-connections/azure-oidc (first preview)
    ["https://app.vstoken.visualstudio.com", { kind: "azure-devops-preview", host: "app.vstoken.visualstudio.com" }],
    // https://docs.github.com/actions/concepts/security/openid-connect
    ["https://token.actions.githubusercontent.com", { kind: "github" }],
    // The issuers of the national clouds, https://learn.microsoft.com/power-platform/admin/set-up-managed-identity
    [`https://login.microsoftonline.us/${tenantId}/v2.0`, { kind: "entra", tenantId, cloud: "AzureUSGovernment" }],
    [
      `https://login.partner.microsoftonline.cn/${tenantId}/v2.0`,
      { kind: "entra", tenantId, cloud: "AzureChinaCloud" },
    ],
  ])("reads %s", (text, issuer) => {
    expect(parseIssuer(text)).toEqual(issuer);
    expect(formatIssuer(issuer)).toBe(text);
  });

  it.each([
    ["a slash at the end", `https://login.microsoftonline.com/${tenantId}/v2.0/`],
    ["a capital in the host", `https://Login.microsoftonline.com/${tenantId}/v2.0`],
    ["a tenant ID in capitals", `https://login.microsoftonline.com/${tenantId.toUpperCase()}/v2.0`],
    ["a capital in the version", `https://login.microsoftonline.com/${tenantId}/V2.0`],
    ["a space at the end", `https://login.microsoftonline.com/${tenantId}/v2.0 `],
    ["a line break at the end", `https://login.microsoftonline.com/${tenantId}/v2.0\n`],
  ])("does not take %s for the exact text, but says what it is nearest to", (_, text) => {
    expect(parseIssuer(text)).toEqual({
      kind: "other",
      issuer: text,
      nearest: { kind: "entra", tenantId, cloud: "AzureCloud" },
    });
  });

  it.each([
    ["the v1.0 issuer of Entra", `https://sts.windows.net/${tenantId}/`],
    ["a tenant without a version", `https://login.microsoftonline.com/${tenantId}`],
    ["a tenant by name", "https://login.microsoftonline.com/contoso.onmicrosoft.com/v2.0"],
    ["all tenants", "https://login.microsoftonline.com/common/v2.0"],
    ["an organization by name", "https://vstoken.dev.azure.com/contoso"],
    ["plain http", `http://login.microsoftonline.com/${tenantId}/v2.0`],
    ["a port", `https://login.microsoftonline.com:443/${tenantId}/v2.0`],
    ["a user before the host", `https://login.microsoftonline.com@example.com/${tenantId}/v2.0`],
    ["a host that only begins alike", `https://login.microsoftonline.com.example.com/${tenantId}/v2.0`],
    ["a query", `https://login.microsoftonline.com/${tenantId}/v2.0?x`],
    ["nothing", ""],
  ])("knows nothing near %s", (_, text) => {
    expect(parseIssuer(text)).toEqual({ kind: "other", issuer: text });
  });
});

describe("parseIssuer and formatIssuer", () => {
  const knownIssuer: fc.Arbitrary<Issuer> = fc.oneof(
    fc.record({ kind: fc.constant("entra" as const), tenantId: arbitraryGuid, cloud: fc.constantFrom(...cloudNames) }),
    fc.record({
      kind: fc.constant("azure-devops" as const),
      organizationId: arbitraryGuid,
      host: fc.constant("vstoken.dev.azure.com" as const),
    }),
  );
  const nearlyAnIssuer = fc
    .tuple(knownIssuer.map(formatIssuer), fc.nat(), fc.constantFrom("", "/", "A", "a", " ", "-"))
    .map(([text, place, insert]) => text.slice(0, place % text.length) + insert + text.slice(place % text.length));

  it("read back what they write", () => {
    fc.assert(
      fc.property(knownIssuer, (issuer) => {
        expect(parseIssuer(formatIssuer(issuer))).toEqual(issuer);
      }),
    );
  });

  it("write back what they read, whatever it is", () => {
    fc.assert(
      fc.property(fc.oneof(fc.webUrl(), fc.string(), nearlyAnIssuer), (text) => {
        expect(formatIssuer(parseIssuer(text))).toBe(text);
      }),
    );
  });

  it("write an ID in lower case", () => {
    const issuer = { kind: "entra", tenantId: tenantId.toUpperCase(), cloud: "AzureCloud" } as const;
    expect(formatIssuer(issuer)).toBe(`https://login.microsoftonline.com/${tenantId}/v2.0`);
  });

  it("refuse to write an ID that is no GUID", () => {
    expect(() => formatIssuer({ kind: "entra", tenantId: "contoso", cloud: "AzureCloud" })).toThrow(
      /tenant ID "contoso"/,
    );
    expect(() => formatIssuer({ kind: "azure-devops", organizationId: "../x", host: "vstoken.dev.azure.com" })).toThrow(
      /organization ID/,
    );
  });
});
