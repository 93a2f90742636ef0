import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkGo } from "../../../../tools/engine/setup/go-toolchain.mjs";
import { writeFakeProgram } from "./fake-program";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "keyless-go-"));
  await writeFile(join(folder, "go.mod"), "module example.com/engine\n\ngo 1.26.6\n");
});

afterEach(() => rm(folder, { recursive: true }));

async function checkWith(script?: string): Promise<void> {
  if (script !== undefined) {
    await writeFakeProgram(join(folder, "bin/go"), script);
  }
  await checkGo(folder, { PATH: join(folder, "bin") });
}

test("says which Go, where it is to be had and what to do instead when there is none", async () => {
  await expect(checkWith()).rejects.toThrow(
    [
      "Go is not installed.",
      "Keyless is proven on the real Pulumi engine. No usable Pulumi was found on this machine, so it is built from source.",
      "Do one of these, then run the same command again:",
      "  - install Go 1.26.6 or newer from https://go.dev/dl/ (a first build takes about 7 minutes), or",
      "  - install Pulumi from https://www.pulumi.com/docs/install/ (nothing is built where its plugins can be downloaded).",
    ].join("\n"),
  );
});

test("refuses a Go that is too old and does not know how to fetch a newer one", async () => {
  await expect(checkWith("echo go version go1.20.14 linux/amd64")).rejects.toThrow(
    "Go is too old, or may not fetch a newer one: go version go1.20.14 linux/amd64.",
  );
});

test("shows why a Go could not change to the wanted toolchain", async () => {
  const refusal = "go: go.mod requires go >= 1.26.6 (running go 1.22.1; GOTOOLCHAIN=local)";
  await expect(checkWith(`echo '${refusal}' >&2; exit 1`)).rejects.toThrow(refusal);
});

test.each(["go1.26.6", "go1.27.0"])("accepts %s", async (version) => {
  await expect(checkWith(`echo go version ${version} linux/amd64`)).resolves.toBeUndefined();
});
