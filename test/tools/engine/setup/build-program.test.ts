import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildProgram } from "../../../../tools/engine/setup/build-program.mjs";
import { writeFakeProgram } from "./fake-program";

const program = {
  name: "pulumi",
  version: "3.274.1",
  oldest: "3.248.0",
  module: "cli",
  package: "example.org/pulumi/cmd/pulumi",
  ldflags: "-s -w",
  duration: "4 min",
};

let root: string;
let target: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "keyless-build-"));
  target = join(root, "cache/pulumi-1");
  await mkdir(join(root, "tools/engine/go/cli"), { recursive: true });
  await mkdir(join(root, "cache"));
  await writeFile(join(root, "tools/engine/go/cli/go.mod"), "module example.org/cli\n\ngo 1.26.6\n");
});

afterEach(() => rm(root, { recursive: true }));

/** Builds with a `go` of the test's own, which answers `go version` as a new enough one does. */
async function buildWith(script: string): Promise<void> {
  await writeFakeProgram(
    join(root, "bin/go"),
    `[ "$1" = version ] && { echo go version go1.26.6 linux/amd64; exit; }\n${script}`,
  );
  await buildProgram(root, program, target, { PATH: `${join(root, "bin")}:/bin:/usr/bin`, GOFLAGS: "-mod=mod" });
}

test("runs nothing but `go build` inside the module, as go.mod pins it", async () => {
  await buildWith('printf "%s\\n" "$PWD" "$GOWORK|$GOFLAGS" "$@" > "$8"');
  const [directory, settings, ...args] = (await readFile(join(target, "pulumi"), "utf8")).trimEnd().split("\n");
  expect(directory?.endsWith("tools/engine/go/cli")).toBe(true);
  expect(settings).toBe("off|");
  expect(args.slice(0, 7)).toEqual([
    "build",
    "-mod=readonly",
    "-trimpath",
    "-buildvcs=false",
    "-ldflags",
    "-s -w",
    "-o",
  ]);
  expect(args.at(-1)).toBe("example.org/pulumi/cmd/pulumi");
});

test("leaves nothing in the cache when the build fails, and shows the compiler's words", async () => {
  await expect(buildWith('echo half > "$8"; echo "main.go:3: undefined: x" >&2; exit 1')).rejects.toThrow(
    "main.go:3: undefined: x",
  );
  expect(await readdir(join(root, "cache"))).toEqual([]);
});

test("says what to do when modules cannot be downloaded, without the proxy's name", async () => {
  const refusal = 'Get "https://modules.example.com/x.mod": dial tcp: lookup modules.example.com: no such host';
  const failure: unknown = await buildWith(`echo '${refusal}' >&2; exit 1`).catch((error: unknown) => error);
  const message = failure instanceof Error ? failure.message : "";
  expect(message).toContain("dial tcp: lookup <host>: no such host");
  expect(message).toContain("Go could not download the modules that the engine is built from.");
  expect(message).not.toContain("modules.example.com");
});
