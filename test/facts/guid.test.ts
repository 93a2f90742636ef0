import fc from "fast-check";
import { formatGuidBase64Url, isGuid, parseGuidBase64Url } from "../../facts/guid";
import { arbitraryGuid } from "./arbitrary-guid";

describe("isGuid", () => {
  it.each(["499b84ac-1321-427f-aa17-267ca6975798", "499B84AC-1321-427F-AA17-267CA6975798"])("accepts %s", (text) => {
    expect(isGuid(text)).toBe(true);
  });

  it.each([
    "",
    "499b84ac1321427faa17267ca6975798",
    "{499b84ac-1321-427f-aa17-267ca6975798}",
    "499b84ac-1321-427f-aa17-267ca697579",
    "499b84ac-1321-427f-aa17-267ca69757981",
    "499b84ac-1321-427f-aa17-267ca697579g",
    "499b84ac-1321-427f-aa17-267ca6975798\n",
    " 499b84ac-1321-427f-aa17-267ca6975798",
  ])("refuses %j", (text) => {
    expect(isGuid(text)).toBe(false);
  });
});

describe("the encoding of GUIDs in /eid1 subjects", () => {
  // Pairs that public documents show side by side, each with the page or file that shows both.
  it.each([
    // The Azure DevOps application, https://learn.microsoft.com/azure/devops/integrate/get-started/authentication/service-principal-managed-identity,
    // and the constant AzureDevOpsAttributeNamespace in NuGet/NuGetGallery, EntraIdTokenPolicyValidator.cs
    ["499b84ac-1321-427f-aa17-267ca6975798", "rISbSSETf0KqFyZ8ppdXmA"],
    // tid and sub of one token, gravitational/teleport rfd/0211-azure-devops-joining.md
    ["ff882432-09b0-437b-bd22-ca13c0037ded", "MiSI_7AJe0O9IsoTwAN97Q"],
    // Issuer and subject of one token and, in the same text, the ID of the application that it names
    ["98430660-2a7e-4e6b-b49c-800a8ba8b657", "YAZDmH4qa060nIAKi6i2Vw"],
    ["78e4719a-2189-4e78-b555-dea5cf6a6caa", "mnHkeIkheE61Vd6lz2psqg"],
  ])("%s is %s", (guid, text) => {
    expect(formatGuidBase64Url(guid)).toBe(text);
    expect(parseGuidBase64Url(text)).toBe(guid);
  });

  it("reads back what it writes", () => {
    fc.assert(
      fc.property(arbitraryGuid, (guid) => {
        const text = formatGuidBase64Url(guid);
        expect(text).toMatch(/^[\w-]{22}$/);
        expect(parseGuidBase64Url(text)).toBe(guid);
      }),
    );
  });

  it("writes back what it reads", () => {
    const base64Url = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    const texts = fc.string({ unit: fc.constantFrom(...Array.from(base64Url)), minLength: 20, maxLength: 23 });
    const encodings = arbitraryGuid.map(formatGuidBase64Url);
    fc.assert(
      fc.property(fc.oneof(texts, encodings), (text) => {
        const guid = parseGuidBase64Url(text);
        expect(guid === undefined ? text : formatGuidBase64Url(guid)).toBe(text);
      }),
    );
  });

  it.each([
    ["padding", "rISbSSETf0KqFyZ8ppdXmA=="],
    ["a digit too few", "rISbSSETf0KqFyZ8ppdXm"],
    ["bits that no GUID has", "rISbSSETf0KqFyZ8ppdXmB"],
    ["plain base64", "MiSI/7AJe0O9IsoTwAN97Q"],
    ["nothing", ""],
  ])("refuses %s", (_, text) => {
    expect(parseGuidBase64Url(text)).toBeUndefined();
  });

  it("encodes a GUID in capitals like the same in lower case", () => {
    expect(formatGuidBase64Url("499B84AC-1321-427F-AA17-267CA6975798")).toBe("rISbSSETf0KqFyZ8ppdXmA");
  });

  it("refuses to encode what is no GUID", () => {
    expect(() => formatGuidBase64Url("payments")).toThrow(RangeError);
  });
});
