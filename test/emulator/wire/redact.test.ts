import fc from "fast-check";
import { recordBody } from "../../../emulator/wire/body";
import { redactText, redactValue, redacted } from "../../../emulator/wire/redact";

const secretNames = [
  "client_assertion",
  "client_secret",
  "access_token",
  "accessToken",
  "refresh_token",
  "oidcToken",
  "password",
  "serviceprincipalkey",
  "servicePrincipalCertificate",
  "secretText",
  "Authorization",
  "apitoken",
];

// Long enough not to be found by chance in a key or in the word that replaces it.
const secret = fc.string({ minLength: 12 }).filter((text) => text.trim() !== "");
const part = fc.stringMatching(/^[A-Za-z0-9_-]{8,40}$/);
const token = fc.tuple(part, part, part).map(([header, payload, signature]) => `eyJ${header}.${payload}.${signature}`);

test("whatever stands under the name of a secret is gone, at any depth", () => {
  fc.assert(
    fc.property(fc.constantFrom(...secretNames), secret, fc.array(fc.string({ maxLength: 5 })), (name, value, path) => {
      const nested = path.reduce<unknown>((inner, key) => [{ [`x${key}`]: inner }], { [name]: value });
      const text = JSON.stringify(redactValue(nested));
      return text.includes(redacted) && !text.includes(JSON.stringify(value).slice(1, -1));
    }),
  );
});

test("a signed token is gone wherever it stands", () => {
  fc.assert(
    fc.property(token, fc.string(), fc.string({ maxLength: 5 }), (value, before, key) => {
      expect(redactText(`${before} ${value}`)).not.toContain(value);
      expect(JSON.stringify(redactValue({ [`x${key}`]: [`${before} ${value}`] }))).not.toContain(value);
    }),
  );
});

test("what is no secret stays as it is", () => {
  const body = {
    name: "payments-prod",
    type: "azurerm",
    authorization: { scheme: "WorkloadIdentityFederation", parameters: { tenantid: "t", serviceprincipalid: "s" } },
    data: { environment: "AzureCloud", creationMode: "Manual" },
    audiences: ["api://AzureADTokenExchange"],
    isReady: true,
    nothing: null,
  };
  expect(redactValue(body)).toEqual(body);
});

test("an empty secret is worth seeing", () => {
  expect(redactValue({ client_secret: "", password: null })).toEqual({ client_secret: "", password: null });
});

describe("a body in the journal", () => {
  test("is a form without its secrets", () => {
    const text = "grant_type=client_credentials&client_assertion=abc";
    expect(recordBody(text, "application/x-www-form-urlencoded;charset=utf-8")).toEqual({
      bytes: text.length,
      keys: ["grant_type", "client_assertion"],
      value: { grant_type: "client_credentials", client_assertion: redacted },
    });
  });

  test("is JSON with its top-level keys, or a list without any", () => {
    expect(recordBody('{"a":1,"b":[2]}', "application/json")).toEqual({
      bytes: 15,
      keys: ["a", "b"],
      value: { a: 1, b: [2] },
    });
    expect(recordBody("[1]", "application/json-patch+json")).toEqual({ bytes: 3, value: [1] });
  });

  test.each([
    ["text/plain", "secret"],
    [null, "secret"],
    ["application/json", "{broken"],
  ])("is counted only when it cannot be read: %s", (type, text) => {
    expect(recordBody(text, type)).toEqual({ bytes: text.length });
  });

  test("is absent when empty", () => {
    expect(recordBody("", "application/json")).toBeUndefined();
  });
});
