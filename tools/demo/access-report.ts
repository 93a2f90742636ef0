import { spawn } from "node:child_process";
import { isatty } from "node:tty";
import { join, relative } from "node:path";
import { repositoryRoot } from "../engine/engine";
import { confirm } from "./narrator";

const keyless = join(repositoryRoot, "dist/cli/main.js");

/** Where the report is made. */
export interface ReportPlace {
  directory: string;
  environment: NodeJS.ProcessEnv;
}

/** The page that a person can open when the demo is over. */
const page = join(repositoryRoot, ".keyless/access-report.html");

/** Runs `keyless preview` as a person would and shows what it says. Throws when it does not end well. */
export async function showAccessReport(place: ReportPlace): Promise<void> {
  await runKeyless(place);
  confirm(`the same as a page: ${relative(process.cwd(), page)}`);
}

function runKeyless({ directory, environment }: ReportPlace): Promise<void> {
  const parameters = [keyless, "preview", "--stack", "test", "--output", page];
  const colors = isatty(1) ? { FORCE_COLOR: "1" } : {};
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, parameters, {
      cwd: directory,
      env: { ...environment, ...colors },
      stdio: ["ignore", "inherit", "inherit"],
    });
    child.once("error", reject);
    child.once("close", (exitCode) => {
      if (exitCode === 0) resolve();
      else reject(new Error(`keyless preview ended with ${String(exitCode)}`));
    });
  });
}
