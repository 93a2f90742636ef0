import { seedPlatform } from "../../emulator/seed";
import { Store } from "../../emulator/state/store";
import { renderWelcome, type Welcome } from "../../emulator/welcome";

const welcome: Welcome = {
  controlUrl: "http://127.0.0.1:8081",
  clientEnvironment: { HTTPS_PROXY: "http://127.0.0.1:8080", SSL_CERT_FILE: "/home/o'neill/ca.pem" },
  deployerEnvironment: { ARM_USE_OIDC: "true" },
  platform: seedPlatform(new Store()),
  resumed: false,
};

test("tells names, variables, what is there, and what to try", () => {
  const text = renderWelcome(welcome);
  expect(text).toContain("devops: dev.azure.com, vssps.dev.azure.com\n");
  expect(text).toContain("  export HTTPS_PROXY='http://127.0.0.1:8080'\n");
  expect(text).toContain("payments-deploy (11), payments-build (12), platform (13)");
  expect(text).toContain("curl http://127.0.0.1:8081/_emulator/journal");
  expect(text).toMatch(/keeps everything in memory.* Ctrl-C stops it\.$/);
});

test("a variable can be pasted into a shell whatever is in it", () => {
  expect(renderWelcome(welcome)).toContain(String.raw`export SSL_CERT_FILE='/home/o'\''neill/ca.pem'`);
});

test("tells where it went on and where it keeps the state", () => {
  const text = renderWelcome({ ...welcome, resumed: true, stateFile: "/home/me/state.json" });
  expect(text).toMatch(/^The Keyless emulator runs and went on where it stopped\./);
  expect(text).toContain("It keeps everything in /home/me/state.json.");
});
