import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { repositoryRoot } from "../engine/engine";

/** The demo's program, copied so that it can be changed while the demo runs. */
export interface DemoProject {
  directory: string;
  /** Folder of state and settings of the engine. */
  home: string;
  readProgram(): Promise<string>;
  /** The change that a team would make next: one more role, one pipeline less. */
  changeProgram(): Promise<void>;
  remove(): Promise<void>;
}

/** Copies examples/demo to a folder under the repository, where its imports find the packages. */
export async function createDemoProject(): Promise<DemoProject> {
  const folder = join(repositoryRoot, ".keyless/demo");
  const directory = join(folder, "project");
  const home = join(folder, "home");
  await rm(folder, { recursive: true, force: true });
  await mkdir(home, { recursive: true });
  await cp(join(repositoryRoot, "examples/demo"), directory, { recursive: true });
  const program = join(directory, "index.ts");
  const readProgram = (): Promise<string> => readFile(program, "utf8");
  return {
    directory,
    home,
    readProgram,
    changeProgram: async () => {
      await writeFile(program, changeProgram(await readProgram()));
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

function changeProgram(text: string): string {
  const changed = text
    .replace(
      '  roleAssignments: [{ role: "Reader", scope: group }],\n',
      [
        "  roleAssignments: [",
        '    { role: "Reader", scope: group },',
        '    { role: "Website Contributor", scope: config.require("webAppId") },',
        "  ],",
        "",
      ].join("\n"),
    )
    .replace(/^.*build: config\.require.*\n/m, "");
  if (changed.split("\n").length !== text.split("\n").length + 2) {
    throw new Error("examples/demo/index.ts no longer has the lines that the demo changes");
  }
  return changed;
}
