import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { downloadedPath, downloadPlugin } from "../../../../tools/engine/setup/download-plugin.mjs";
import { writeFakeProgram } from "./fake-program";

const program = {
  name: "pulumi-resource-azuread",
  version: "6.9.1",
  oldest: "6.9.1",
  module: "providers",
  package: "./pulumi-resource-azuread",
  ldflags: "",
  duration: "2 min",
};

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "keyless-download-"));
});

afterEach(() => rm(folder, { recursive: true }));

test("lets the installed CLI download into our cache", async () => {
  // Lays a file where the real CLI lays a plugin: $PULUMI_HOME/plugins/KIND-NAME-vVERSION/pulumi-KIND-NAME.
  const script =
    'mkdir -p "$PULUMI_HOME/plugins/$3-$4-v$5" && echo plugin > "$PULUMI_HOME/plugins/$3-$4-v$5/pulumi-$3-$4"';
  await writeFakeProgram(join(folder, "pulumi"), script);
  const target = join(folder, "cache/official");
  expect(await downloadPlugin(join(folder, "pulumi"), program, target)).toBe(true);
  expect((await stat(downloadedPath(target, program))).isFile()).toBe(true);
});

test("says no, and leaves nothing, where the download host cannot be reached", async () => {
  await writeFakeProgram(
    join(folder, "pulumi"),
    'mkdir -p "$PULUMI_HOME/plugins"; echo "no route to host" >&2; exit 1',
  );
  expect(await downloadPlugin(join(folder, "pulumi"), program, join(folder, "official"))).toBe(false);
  expect(await readdir(folder)).toEqual(["pulumi"]);
});
