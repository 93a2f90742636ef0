import { randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { declareConnections, describeConnection } from "./support/declare-connections";
import { engineTimeout } from "./support/engine-timeout";
import { openScenarios } from "./support/open-scenarios";
import type { Scenario } from "./support/scenario";
import { matchRequests, writing } from "./support/writing-requests";

/**
 * Secrets that a deploying machine often holds. Nothing here reads them but the engine, which takes the passphrase. Left out
 * are ARM_CLIENT_SECRET and AZDO_PERSONAL_ACCESS_TOKEN: where they are set, the providers sign in with them.
 */
const names = [
  "PULUMI_CONFIG_PASSPHRASE",
  "SYSTEM_ACCESSTOKEN",
  "AZURE_DEVOPS_EXT_PAT",
  "AZURE_CLIENT_SECRET",
  "ARM_ACCESS_KEY",
  "AWS_SECRET_ACCESS_KEY",
  "GITHUB_TOKEN",
  "NPM_TOKEN",
];
const canaries = Object.fromEntries(names.map((name) => [name, `canary-${name.toLowerCase()}-${randomUUID()}`]));

const open = openScenarios();
let scenario: Scenario;
/** What a person or a program may read afterwards, by where it stands. */
const traces = new Map<string, string>();
let token: string;

beforeAll(async () => {
  scenario = await open({ program: "connections", environment: canaries });
  const { stack, platform, emulator } = scenario;
  token = await readFile(await emulator.writeDeployerToken(platform.deployer), "utf8");
  await declareConnections(scenario, { "payments-dev": describeConnection(platform) });
  traces.set("preview", JSON.stringify(await stack.preview()));
  await stack.up();
  traces.set("state", await stack.exportState());
  traces.set("outputs", JSON.stringify(await stack.outputs()));
  emulator.control.addFault({ ...matchRequests(writing.connection), status: 403, times: "always" });
  await declareConnections(scenario, { "payments-test": describeConnection(platform) });
  const failure = await stack.try("up", "--debug", "--verbose=9", "--logtostderr");
  traces.set("failure", failure.stdout + failure.stderr);
  traces.set("state after the failure", await stack.exportState());
  traces.set("log", scenario.log());
  traces.set("journal", JSON.stringify(emulator.control.listRequests()));
  const folder = dirname(scenario.directory);
  for (const file of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(file.parentPath, file.name);
    if (file.isFile()) traces.set(path.slice(folder.length), await readFile(path, "utf8"));
  }
}, engineTimeout);

it("has traces to look at, of success and of failure", () => {
  const files = [...traces.keys()].filter((name) => name.startsWith("/home/"));
  expect(files.filter((name) => name.includes("/history/")).length).toBeGreaterThan(0);
  expect(files.filter((name) => name.includes("/stacks/")).length).toBeGreaterThan(0);
  expect(traces.get("state")).toContain("payments-dev-connection");
  expect(traces.get("failure")).toContain("error:");
  expect(traces.get("journal")).toContain("/oauth2/v2.0/token");
  expect(findTraces(scenario.platform.subscription.subscriptionId)).toEqual(
    expect.arrayContaining(["preview", "state", "log", "journal", "state after the failure"]),
  );
});

it.each(names)("keeps %s to itself", (name) => {
  expect(findTraces(canaries[name] ?? "")).toEqual([]);
});

it("keeps the token that signs the deploying identity in, and every other, to itself", () => {
  expect(findTraces(token)).toEqual([]);
  expect(findTraces(token.split(".").at(-1) ?? "")).toEqual([]);
  expect([...traces].filter(([, text]) => /eyJ[\w-]{10,}\.eyJ[\w-]+\.[\w-]+/.test(text)).map(([name]) => name)).toEqual(
    [],
  );
});

/** Where a secret stands, as it is or as Base64. */
function findTraces(secret: string): string[] {
  const spellings = [secret, Buffer.from(secret).toString("base64").replace(/=+$/, "")];
  return [...traces].filter(([, text]) => spellings.some((one) => text.includes(one))).map(([name]) => name);
}
