import * as pulumi from "@pulumi/pulumi";
import { ArgumentsError } from "../../../lib/errors/arguments-error";
import { dropSdkFrames } from "../../../lib/errors/drop-sdk-frames";
import { createProblem } from "../../../lib/errors/problem";
import { readOutput } from "../../support/record-program";

test("frames of Pulumi's SDK go, all others and the message stay", () => {
  const error = new Error("no");
  error.stack = [
    "Error: seen at /x/node_modules/@pulumi/azuread",
    "    at declare (/home/ada/payments/index.ts:7:3)",
    "    at OutputImpl.apply (/home/ada/payments/node_modules/@pulumi/output.ts:516:25)",
    String.raw`    at C:\payments\node_modules\@pulumi\pulumi\output.js:307:9`,
    "    at check (/home/ada/payments/node_modules/pulumi-keyless/dist/lib/check.js:1:1)",
  ].join("\n");
  expect(dropSdkFrames(error).stack?.split("\n")).toEqual([
    "Error: seen at /x/node_modules/@pulumi/azuread",
    "    at declare (/home/ada/payments/index.ts:7:3)",
    "    at check (/home/ada/payments/node_modules/pulumi-keyless/dist/lib/check.js:1:1)",
  ]);
});

test("an error about arguments has none, also where the SDK calls the check", async () => {
  const failed = pulumi.output("").apply((): string => {
    const error = new ArgumentsError("Any", [createProblem("project", "text-empty", {})]);
    return error.stack ?? "";
  });
  expect(await readOutput(failed)).toContain("drop-sdk-frames.test");
  expect(await readOutput(failed)).not.toContain("@pulumi");
});
