import { randomUUID } from "node:crypto";
import { createGitHubToken } from "../../../../emulator/services/github/github-tokens";
import { startEmulator, type Emulator } from "../../../../emulator/start-emulator";
import { runVendorClient } from "../run-vendor-client";
import type { OctokitInput } from "./clients/octokit";

let emulator: Emulator;

beforeAll(async () => {
  emulator = await startEmulator();
  emulator.seed();
});

afterAll(() => emulator.stop());

it("GitHub's own client comments, pages and is refused, through the proxy", async () => {
  const context = { store: emulator.store, tokens: emulator.tokens, newId: randomUUID };
  const place = { owner: "contoso", repository: "payments" };
  const input: OctokitInput = {
    token: createGitHubToken(context, { ...place, permissions: { "pull-requests": "write" } }).token,
    readerToken: createGitHubToken(context, { ...place, permissions: { issues: "read" } }).token,
  };
  const script = "github/clients/octokit.ts";
  const result = await runVendorClient({ script, input, environment: emulator.clientEnvironment });
  expect(result).toMatchObject({
    created: { status: 201, login: "github-actions[bot]", type: "Bot" },
    updated: "better",
    count: 121,
    first: "better",
    deleted: 204,
    gone: { status: 404 },
    tooLong: { status: 422 },
    refused: { status: 403 },
    self: { status: 403 },
  });
  expect(result).toHaveProperty("tooLong.message", expect.stringContaining("maximum is 65536 characters"));
  expect(result).toHaveProperty("refused.message", expect.stringContaining("Resource not accessible by integration"));
});
