import { chmod, mkdir, symlink } from "node:fs/promises";
import { join } from "node:path";
import { repositoryRoot } from "../../../tools/engine/engine";
import { engineTimeout } from "../support/engine-timeout";
import { openPolicyPlace, type PolicyPlace } from "./preview-with-policies";

let opened: PolicyPlace;

beforeAll(async () => {
  opened = await openPolicyPlace();
}, engineTimeout);

afterAll(() => opened.place.close());

const open = `
import * as azuredevops from "@pulumi/azuredevops";
new azuredevops.PipelineAuthorization("everyone", {
  projectId: "940ec700-aaaa-4aaa-8aaa-000000000005",
  resourceId: "c044ec70-aaaa-4aaa-8aaa-000000000006",
  type: "endpoint",
});`;

/** As npm puts the program of an installed package. */
async function linkProgram(): Promise<string> {
  const program = join(repositoryRoot, "dist/policy/main.js");
  const folder = join(opened.place.folder, "bin");
  await chmod(program, 0o755);
  await mkdir(folder);
  await symlink(program, join(folder, "keyless-policy"));
  return join(folder, "keyless-policy");
}

test.each([
  ["folder", () => Promise.resolve(join(repositoryRoot, "node_modules/pulumi-keyless/policy"))],
  ["program", linkProgram],
])(
  "the pack works as a %s",
  async (name, findPack) => {
    const { exitCode, stdout } = await opened.preview({ name, program: open, flags: [], pack: await findPack() });
    expect(exitCode).toBe(1);
    expect(stdout)
      .toContain(`        - [mandatory] [severity: high]  all-pipelines  (azuredevops:index:PipelineAuthorization: everyone)
          The service connection with the ID "c044ec70-aaaa-4aaa-8aaa-000000000006" may be used by every pipeline of the project, also by those that are made later.
          What to do: Authorize the pipelines that need the connection one by one.
          More: https://unpkg.com/pulumi-keyless@0.1.0/docs/rules/all-pipelines.md
`);
  },
  engineTimeout,
);
