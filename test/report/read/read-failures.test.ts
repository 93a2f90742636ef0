import { readPreview } from "../../../report/read/read-preview";
import { formatUrn, writeDigest } from "../../support/digest-builder";

const urn = formatUrn("azuread:index/application:Application", "payments");

function readFailures(...diagnostics: readonly unknown[]): unknown {
  return readPreview(writeDigest([], { diagnostics })).failures;
}

it("tells what the engine's own messages mean", () => {
  const message = `error: unable to replace resource "${urn}"\nas it is currently marked for protection. To unprotect the resource, remove`;
  expect(readFailures({ severity: "error", urn, message })).toEqual([
    { urn, message: expect.stringContaining("protected") as string },
  ]);
});

it("tells of a component that refuses to be replaced", () => {
  const message = `error: Preview failed: before hook "keyless:refuse-replacement" failed: AzureServiceConnection "canary" has 1 problem`;
  expect(readFailures({ severity: "error", urn, message })).toEqual([
    {
      urn,
      message:
        "it would be replaced, and allowReplacement is not set: the engine's own output says what would be lost, and what to do instead",
    },
  ]);
});

it.each([
  "azuread:index/application:Application resource 'payments' has a problem: expected signInAudience to be one of [\"AzureADMyOrg\"], got canary",
  "Running program '/canary/index.ts' failed with an unhandled exception:\nError: the token canary is wrong",
  "error: preview failed: canary",
  "error: unable to delete canary: canary cannot be deleted, it is protected and cannot be deleted canary",
  "error: Duplicate resource URN 'canary'; try giving it a unique name",
  "canary",
])("repeats nothing that a provider or a program says: %s", (message) => {
  const failures = JSON.stringify(readFailures({ severity: "error", urn, message }));
  expect(failures).toContain(urn);
  expect(failures).not.toContain("canary");
});

it("leaves out what is no error, debugging above all", () => {
  const quiet = ["info", "info#err", "warning", "debug"].map((severity) => ({ severity, message: "canary" }));
  expect(readFailures(...quiet)).toEqual([]);
});

it("says that there is no reason only where there is none", () => {
  const alone = { severity: "error", message: "error: preview failed\n" };
  const reason = { severity: "error", urn, message: "error: x is currently marked for protection" };
  expect(readFailures(alone)).toEqual([{ message: "the engine gives no reason: a mandatory policy may be violated" }]);
  expect(readFailures(reason, alone)).toEqual([{ urn, message: "it would be deleted, but it is protected" }]);
});

it("tells each failure once, in an order of its own", () => {
  const failure = { severity: "error", message: "x" };
  const other = { ...failure, urn };
  expect(readFailures(other, failure, failure, other)).toEqual(readFailures(failure, other));
  expect(readFailures(failure, other)).toHaveLength(2);
});

it.each([[null], [7], ["error"], [{ severity: 7 }], [{ severity: "error", message: { text: "canary" }, urn: 5 }]])(
  "may be given anything: %j",
  (diagnostic) => {
    expect(JSON.stringify(readFailures(diagnostic))).not.toContain("canary");
  },
);
