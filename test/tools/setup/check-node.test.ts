import { checkNode } from "../../../tools/setup/check-node.mjs";

test.each(["20.19.0", "20.20.2", "22.0.0", "26.1.0"])("accepts Node.js %s", (version) => {
  expect(() => {
    checkNode({ version, platform: "linux" });
  }).not.toThrow();
});

test.each(["18.20.8", "20.18.3"])("refuses Node.js %s and says which one is needed", (version) => {
  expect(() => {
    checkNode({ version, platform: "darwin" });
  }).toThrow(
    `Node.js ${version} is too old: Keyless needs 20.19.0 or newer.\n` +
      "Get a current one from https://nodejs.org, then run the same command again.",
  );
});

test("says what to do on Windows", () => {
  expect(() => {
    checkNode({ version: "22.0.0", platform: "win32" });
  }).toThrow("On Windows, use the Windows Subsystem for Linux.");
});
