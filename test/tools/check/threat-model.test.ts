import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { checkThreatModel, threatModelPage } from "../../../tools/check/threat-model";

const repository = join(__dirname, "../../..");
let root: string;
let page: string;

beforeAll(async () => {
  page = await readFile(join(repository, threatModelPage), "utf8");
  root = await mkdtemp(join(tmpdir(), "keyless-threats-"));
  await mkdir(join(root, dirname(threatModelPage)));
  for (const folder of ["test", "tools/corpus/bases", "analysis/rules"]) {
    await cp(join(repository, folder), join(root, folder), { recursive: true });
  }
});

afterAll(() => rm(root, { recursive: true }));

const checkEdited = async (edit: (text: string) => string): Promise<string[]> => {
  const edited = edit(page);
  expect(edited).not.toBe(page);
  await writeFile(join(root, threatModelPage), edited);
  return checkThreatModel(root);
};

test("the page of this repository is in order", () => {
  expect(checkThreatModel(repository)).toEqual([]);
});

test("an abuse that is left out is missed", async () => {
  const problems = await checkEdited((text) => text.replace(/### 26\. [^]*/, ""));
  expect(problems).toEqual([
    expect.stringContaining("docs/threat-model.md: not 26 abuses in their order, but 1, 2, 3"),
  ]);
});

test("a proof that is no longer there is missed", async () => {
  const problems = await checkEdited((text) =>
    text.replace('["gives the job of another pipeline nothing"]', '["is gone"]'),
  );
  expect(problems).toEqual(['docs/threat-model.md: 7: no test "is gone" in ../test/engine/pipeline-token.test.ts']);
});

test("an abuse without a proof has to say so", async () => {
  const problems = await checkEdited((text) => text.replace(/(### 25\. [^]*?)\*\*Not guarded\.\*\*/, "$1"));
  expect(problems).toEqual([expect.stringMatching(/: neither a test nor the words "Not guarded"$/)]);
});

test("rules and abuses name each other", async () => {
  const problems = await checkEdited((text) => text.replaceAll("](rules/all-pipelines.md)", "](rules/broad-scope.md)"));
  expect(problems).toEqual([
    "docs/threat-model.md: 7: the rule all-pipelines refers to it and is not named",
    "docs/threat-model.md: 7: the rule broad-scope does not refer to it",
  ]);
});
