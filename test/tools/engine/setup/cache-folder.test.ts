import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { cacheFolder, cacheKey } from "../../../../tools/engine/setup/cache-folder.mjs";

const program = {
  name: "pulumi",
  version: "3.274.1",
  oldest: "3.248.0",
  module: "cli",
  package: "example.com/pulumi",
  ldflags: "-s",
  duration: "4 min",
};

test.each([
  [{ env: {}, platform: "linux", home: "/home/ada" }, "/home/ada/.cache/keyless/engine"],
  [{ env: { XDG_CACHE_HOME: "/cache" }, platform: "linux", home: "/home/ada" }, "/cache/keyless/engine"],
  [{ env: {}, platform: "darwin", home: "/Users/ada" }, "/Users/ada/Library/Caches/keyless/engine"],
  [{ env: { KEYLESS_ENGINE_CACHE: "/engines", XDG_CACHE_HOME: "/cache" }, platform: "linux" }, "/engines"],
])("%j keeps programs in %s", (machine, expected) => {
  expect(cacheFolder(machine)).toBe(expected);
});

describe("the key", () => {
  let root: string;

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), "keyless-key-"));
    await cp("tools/engine/go", join(root, "tools/engine/go"), { recursive: true });
  });

  afterEach(() => rm(root, { recursive: true }));

  test("names program and version, and does not depend on where the checkout lies", async () => {
    expect(await cacheKey(root, program)).toMatch(/^pulumi-3\.274\.1-[0-9a-f]{16}$/);
    expect(await cacheKey(root, program)).toBe(await cacheKey(process.cwd(), program));
  });

  test.each([
    ["a pinned version", { ...program, version: "3.275.0" }],
    ["the package", { ...program, package: "example.com/other" }],
    ["build flags", { ...program, ldflags: "" }],
    ["the module", { ...program, module: "providers" }],
  ])("changes with %s", async (_, other) => {
    expect(await cacheKey(root, other)).not.toBe(await cacheKey(root, program));
  });

  test("changes with the module's files, except its tests", async () => {
    const before = await cacheKey(root, program);
    await writeFile(join(root, "tools/engine/go/cli/new_test.go"), "package main");
    expect(await cacheKey(root, program)).toBe(before);
    await writeFile(join(root, "tools/engine/go/cli/new.go"), "package main");
    expect(await cacheKey(root, program)).not.toBe(before);
  });
});
