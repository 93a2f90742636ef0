import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Scenario } from "./scenario";

const hurry = `"use strict";
{
  const wait = globalThis.setTimeout;
  globalThis.setTimeout = (callback, milliseconds, ...rest) => wait(callback, milliseconds / 100, ...rest);
}
`;

/** Makes time pass a hundred times faster in the program, and so in the pauses between attempts; nowhere else. */
export async function hurryProgram({ directory }: Pick<Scenario, "directory">): Promise<void> {
  const file = join(directory, "index.js");
  await writeFile(file, hurry + (await readFile(file, "utf8")));
}
