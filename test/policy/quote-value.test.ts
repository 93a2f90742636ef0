import * as fc from "fast-check";
import type { PhraseValueKind } from "../../analysis/phrase";
import { quotables, quoteText, quoteValue } from "../../policy/quote-value";

const guid = "c044ec70-aaaa-4aaa-8aaa-000000000006";

test.each<[PhraseValueKind, string]>([
  ["name", "payments-prod"],
  ["role", "Key Vault Secrets User"],
  ["branch", "refs/heads/*"],
  ["id", guid],
  ["id", "17"],
  ["id", "vssgp.Uy0xLTktMTU1MTM3NDI0NQ"],
  ["id", `/subscriptions/${guid}/resourceGroups/payments`],
  ["scope", `/subscriptions/${guid}`],
  ["scope", "payments-rg_(1)"],
  ["issuer", "https://vstoken.dev.azure.com/049a4120-aaaa-4aaa-8aaa-000000000007"],
  ["issuer", "HTTPS://token.actions.githubusercontent.com/ "],
  ["subject", "sc://contoso/payments portal/payments"],
  ["subject", "claims['sub'] matches 'repo:contoso/*'"],
  ["resource", "urn:pulumi:dev::payments::azuread:index/application:Application::payments"],
  ["resource", "azuread:index/customDirectoryRole:CustomDirectoryRole"],
  ["text", "api://AzureADTokenExchange "],
])("a %s that looks like one is quoted: %s", (kind, value) => {
  expect(quoteValue({ kind, value })).toBe(`"${value}"`);
});

// What a program may put where an ID or an address belongs: a password, a token, a connection string.
const secrets = [
  "Hunter2!Hunter2!",
  "ab8Q~abcdefghijklmnopqrstuvwxyz-0123456789",
  "DefaultEndpointsProtocol=https;AccountName=a;AccountKey=bm90IGEga2V5",
  "-----BEGIN PRIVATE KEY-----\nMIIEvQ\n-----END PRIVATE KEY-----",
  "https://deployer:hunter2@vstoken.dev.azure.com/x",
  "https://contoso.blob.core.windows.net/a?sv=2024&sig=abc",
];

test.each(["id", "scope", "issuer", "resource", "text"] as const)(
  "no secret is quoted in the place of a value of kind %s",
  (kind) => {
    const words = `(${quotables[kind].words})`;
    expect(secrets.map((value) => quoteValue({ kind, value }))).toEqual(secrets.map(() => words));
  },
);

test("a value stays in its quotes, on its line and without a colour or command", () => {
  expect(quoteText('a"b\n##vso[task.complete]<{%red%}>')).toBe('"a<U+0022>b<U+000A># #vso[task.complete]<{ %red%}>"');
});

test("no text ends its quotes", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(quoteText(text)).toMatch(/^"[^"\n]*"$/);
    }),
  );
});
