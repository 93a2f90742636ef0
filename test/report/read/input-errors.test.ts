import { InputError } from "../../../report/read/input-error";
import { readPreview } from "../../../report/read/read-preview";
import { describeState, describeStep, writeDigest } from "../../support/digest-builder";

const digest = writeDigest([describeStep("create", { after: describeState("a:index:B", '{name}\\"') })]);

it("reads a digest that is printed over many lines, with a byte order mark", () => {
  const pretty = JSON.stringify(JSON.parse(digest), null, 4);
  expect(readPreview(`\ufeff${pretty}\r\n`)).toEqual(readPreview(digest));
});

it.each([
  ["nothing", "", /empty.*printed nothing/],
  ["blank lines", " \n\n", /empty/],
  ["a digest that is cut off", digest.slice(0, -10), /cut off/],
  ["a digest that is cut off behind a brace", digest.slice(0, digest.indexOf("}") + 1), /cut off/],
  ["text", "Previewing update (dev)", /not JSON/],
  ["lines before the digest", `warning: using pulumi\n${digest}`, /lines before its JSON/],
  ["lines before the digest, indented", `warning: using pulumi\n  ${digest}`, /lines before its JSON/],
  ["lines after the digest", `${digest}\nwarning: done`, /lines after its JSON/],
  ["two digests", `${digest}\n${JSON.stringify(JSON.parse(digest), null, 2)}`, /more than one|JSON lines/],
  ["two digests in many lines", `{\n"steps": []}\n{\n"steps": []}`, /more than one/],
  ["an event log", `{"sequence":0,"timestamp":1,"cancelEvent":{}}\n{"sequence":1,"timestamp":1}`, /event log/],
  ["one event", `{"sequence":0,"timestamp":1,"cancelEvent":{}}`, /event/],
  ["text that begins like JSON", `{steps: []}`, /not JSON/],
  ["UTF-16", Buffer.from(digest, "utf16le").toString("utf8"), /UTF-8/],
  ["UTF-16 with a mark", Buffer.from(`\ufeff${digest}`, "utf16le").toString("utf8"), /UTF-8/],
  ["a list", "[]", /not the object/],
  ["null", "null", /not the object/],
  ["a number", "1", /not the object/],
  ["an empty object", "{}", /not the digest/],
  ["other JSON", `{"name":"x"}`, /not the digest/],
  ["a saved plan", `{"manifest":{},"resourcePlans":{}}`, /saved plan/],
  ["a state", `{"version":3,"deployment":{}}`, /exported state/],
  ["steps that are no list", `{"steps":{}}`, /not the digest/],
])("says what is wrong with %s", (_, text, message) => {
  expect(() => readPreview(text)).toThrow(InputError);
  expect(() => readPreview(text)).toThrow(message);
});

it("refuses what is larger than any preview", () => {
  expect(() => readPreview(" ".repeat(200_000_001))).toThrow(/larger than 200 million/);
});

it("quotes nothing of what it was given", () => {
  for (const text of ["canary", `canary\n${digest}`, `{"canary":`, `{"canary":1}`]) {
    expect(() => readPreview(text)).toThrow(
      expect.not.objectContaining({ message: expect.stringContaining("canary") as string }) as Error,
    );
  }
});
