import * as fc from "fast-check";
import { breakCommands, neutralizeJson, neutralizeText } from "../../../report/render/neutralize";

test.each([
  ["a right-to-left override", "ad\u202enimda", "ad<U+202E>nimda"],
  ["a zero-width space", "pay\u200bments", "pay<U+200B>ments"],
  ["a byte order mark", "\ufeffpayments", "<U+FEFF>payments"],
  ["line ends of every kind", "a\r\nb\u2028c\u0085d", "a<U+000D><U+000A>b<U+2028>c<U+0085>d"],
  ["a terminal's escape", "\u001b[31mred", "<U+001B>[31mred"],
  ["a space that is none", "Key\u00a0Vault", "Key<U+00A0>Vault"],
  ["letters that look like nothing", "\u3164\u115f\u2800", "<U+3164><U+115F><U+2800>"],
  ["a lone half of a pair", "a\ud800b", "a<U+D800>b"],
  ["tags of an invisible alphabet", "a\u{e0041}", "a<U+E0041>"],
  ["a mark that would join what is before", "\u0338payments", "<U+0338>payments"],
  ["marks that cover the lines around", `a${"\u0301".repeat(5)}`, "a\u0301\u0301\u0301<U+0301><U+0301>"],
  ["a command of Azure Pipelines", "x ##vso[task.setvariable variable=a]b", "x # #vso[task.setvariable variable=a]b"],
  ["a command in capitals", "##VSO[task.complete result=Succeeded]", "# #VSO[task.complete result=Succeeded]"],
  ["a formatting command", "##[error]x", "# #[error]x"],
  ["a command after a carriage return", "a\r##vso[x]", "a<U+000D># #vso[x]"],
  ["a command of GitHub", " ::error::x", " : :error::x"],
])("%s is made visible", (_, text, expected) => {
  expect(neutralizeText(text)).toBe(expected);
});

test.each([
  "payments-prod",
  "urn:pulumi:prod::shop::azuread:index/application:Application::payments",
  "Zahlungen für Köln, 支払い, Paiements à l'étranger, é",
  "/subscriptions/1c7a33b2-0f8d-4d5c-8d4b-5a3a2f1e7a10/resourceGroups/rg",
  "sc://contoso/Shop/prod #1 ## 2",
  "💸",
])("%s stays as it is", (text) => {
  expect(neutralizeText(text)).toBe(text);
});

const anyText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: fc.constantFrom("#", "v", "s", "o", "[", ":", "\r", "\n", " ") }),
);

test("whatever the text, the result is one line that holds nothing invisible and no command", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const shown = neutralizeText(text);
      expect(shown).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}]/u);
      expect(shown).not.toMatch(/##(vso)?\[|^\s*::/i);
    }),
  );
});

test("neutralizing twice changes nothing more", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(neutralizeText(neutralizeText(text))).toBe(neutralizeText(text));
    }),
  );
});

test("a command that comes about where values meet, or where a line is wrapped, is broken as well", () => {
  expect(breakCommands("a ##\n##vso[x]\n  ::error::y\nurn::a")).toBe("a ##\n# #vso[x]\n  : :error::y\nurn::a");
});

test("JSON keeps its data, and shows it", () => {
  fc.assert(
    fc.property(fc.jsonValue(), anyText, (data, text) => {
      const json = JSON.stringify({ data, text }, undefined, 2);
      const shown = neutralizeJson(json);
      expect(JSON.parse(shown)).toEqual(JSON.parse(json));
      expect(shown).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}]/u);
      expect(shown).not.toMatch(/##(vso)?\[/i);
    }),
  );
});

test("JSON leaves letters of other languages alone", () => {
  expect(neutralizeJson('"Köln 支払い 💸 \u202e"')).toBe('"Köln 支払い 💸 \\u202e"');
});
