import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  checkChangelog,
  checkDependencies,
  checkLinks,
  checkPins,
  readManifest,
  type Manifest,
} from "../../../tools/check/check-documents";

const manifest: Manifest = {
  version: "1.2.0",
  dependencies: { left: "1.0.0" },
  devDependencies: { right: "2.0.0" },
  peerDependencies: { engine: "^3.0.0" },
};

describe("dependencies", () => {
  const page = "| package | why |\n| `left` | a |\n| `right` | b |\n| `engine` | c |\n";

  test("are in order when each has its line", () => {
    expect(checkDependencies(manifest, page)).toEqual([]);
  });

  test("without a line are found, of every kind", () => {
    expect(checkDependencies(manifest, "Nothing is justified here.")).toEqual(
      ["left", "right", "engine"].map((name) => `docs/dependencies.md: no line for ${name}`),
    );
  });

  test("that are gone are found by the line they left", () => {
    expect(checkDependencies({ ...manifest, devDependencies: {} }, page)).toEqual([
      "docs/dependencies.md: right is not a dependency",
    ]);
  });

  test.each(["^1.0.0", "1.x", "latest", "github:someone/left"])("must be pinned: %s", (range) => {
    expect(checkPins(manifest)).toEqual([]);
    expect(checkPins({ ...manifest, dependencies: { left: range } })).toEqual([
      `package.json: left is not pinned (${range})`,
    ]);
  });
});

test("the changelog begins with the version of the package", () => {
  expect(checkChangelog(manifest, "# Changes\n\n## 1.2.0\n\n## 1.1.0\n")).toEqual([]);
  expect(checkChangelog(manifest, "# Changes\n\n## 1.1.0\n")).toEqual(["CHANGELOG.md: newest entry is not 1.2.0"]);
});

describe("a page's links", () => {
  let root: string;

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), "keyless-documents-"));
    await mkdir(join(root, "docs"));
    await writeFile(join(root, "README.md"), "");
  });

  afterEach(() => rm(root, { recursive: true }));

  const checkPage = async (text: string): Promise<string[]> => {
    await writeFile(join(root, "docs/page.md"), text);
    return checkLinks(root, "docs/page.md");
  };

  test("may lead to files, to headings and to the web", async () => {
    expect(await checkPage("[a](../README.md#top) [b](#here) [c](https://example.org/x) [d](page.md)")).toEqual([]);
  });

  test.each(["[a](missing.md)", "![a](missing.md)", "[a][b]\n\n[b]: missing.md#part", "> - [a](missing.md)"])(
    "must not lead nowhere: %j",
    async (text) => {
      expect(await checkPage(text)).toEqual(["docs/page.md: link to missing.md leads nowhere"]);
    },
  );

  test("are no links inside code", async () => {
    expect(await checkPage("`[a](missing.md)`")).toEqual([]);
  });

  test("of a page that is gone are no excuse", () => {
    expect(checkLinks(root, "docs/gone.md")).toEqual(["docs/gone.md: missing"]);
  });
});

test("the manifest of this repository is understood", () => {
  expect(Object.keys(readManifest(".").peerDependencies)).toContain("@pulumi/pulumi");
});
