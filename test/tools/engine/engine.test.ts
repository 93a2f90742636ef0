import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createEngineEnvironment, readEngine } from "../../../tools/engine/engine";

const before = { ...process.env };

afterEach(() => {
  process.env = { ...before };
});

const bin = "/checkout/.keyless/bin";
const home = "/scenario";

test("leaves the caller's credentials and settings outside", () => {
  for (const name of [
    "ARM_CLIENT_SECRET",
    "AZURE_CLIENT_SECRET",
    "AZURE_CONFIG_DIR",
    "AZDO_PERSONAL_ACCESS_TOKEN",
    "PULUMI_ACCESS_TOKEN",
    "PULUMI_BACKEND_URL",
    "SYSTEM_ACCESSTOKEN",
    "SYSTEM_OIDCREQUESTURI",
    "ACTIONS_ID_TOKEN_REQUEST_TOKEN",
    "NODE_OPTIONS",
    "https_proxy",
    "no_proxy",
  ]) {
    process.env[name] = "canary";
  }
  const environment = createEngineEnvironment({ bin, home });
  expect(JSON.stringify(environment)).not.toContain("canary");
});

test("gives each run a home, a state and a CLI home of its own", () => {
  process.env["HOME"] = "/home/ada";
  expect(createEngineEnvironment({ bin, home })).toMatchObject({
    HOME: "/scenario",
    PULUMI_HOME: "/scenario/pulumi",
    PULUMI_BACKEND_URL: "file:///scenario",
  });
});

test("finds our programs first", () => {
  process.env["PATH"] = "/usr/bin:/bin";
  expect(createEngineEnvironment({ bin, home })["PATH"]).toBe("/checkout/.keyless/bin:/usr/bin:/bin");
});

test("reaches nothing outside unless an emulator is given", () => {
  const alone = createEngineEnvironment({ bin, home });
  expect(alone).toMatchObject({ HTTPS_PROXY: "http://127.0.0.1:9", HTTP_PROXY: "http://127.0.0.1:9" });
  const network = { HTTPS_PROXY: "http://127.0.0.1:4000", SSL_CERT_FILE: "/scenario/ca.pem" };
  const connected = createEngineEnvironment({ bin, home, network });
  expect(connected).toMatchObject(network);
  expect(connected).not.toHaveProperty("HTTP_PROXY");
});

test("lets extra variables have the last word", () => {
  const extra = { PULUMI_CONFIG_PASSPHRASE: "chosen", ARM_USE_OIDC: "true" };
  expect(createEngineEnvironment({ bin, home, extra })).toMatchObject(extra);
});

test("says what to run when the engine is not set up", () => {
  expect(() => readEngine("/nowhere")).toThrow("The engine is not set up. Run: npm run setup");
});

describe("the set-up's description", () => {
  let root: string;

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), "keyless-engine-"));
    await mkdir(join(root, ".keyless"));
  });

  afterEach(() => rm(root, { recursive: true }));

  const describeEngine = (format: number) => ({
    format,
    bin,
    programs: { pulumi: { path: "/cache/pulumi", version: "3.274.1", source: "built" } },
  });

  test("is read", async () => {
    await writeFile(join(root, ".keyless/engine.json"), JSON.stringify(describeEngine(1)));
    expect(readEngine(root)).toEqual(describeEngine(1));
  });

  test("is refused when it is of another format", async () => {
    await writeFile(join(root, ".keyless/engine.json"), JSON.stringify(describeEngine(2)));
    expect(() => readEngine(root)).toThrow("format");
  });
});
