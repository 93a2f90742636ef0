import { createProgram } from "../../cli/program";
import { tellFailure } from "../../cli/tell-failure";
import type { Terminal } from "../../cli/terminal";

/** What a run of `keyless` left behind. */
export interface CommandRun {
  readonly exitCode: number;
  readonly output: string;
  readonly errors: string;
}

/** What the command finds around it. */
export interface CommandPlace {
  readonly input?: string;
  readonly env?: NodeJS.ProcessEnv;
}

/** Runs `keyless` in this process, with its errors told as the real terminal tells them. */
export async function runKeyless(parameters: readonly string[], place: CommandPlace = {}): Promise<CommandRun> {
  const run = { exitCode: 0, output: "", errors: "" };
  const terminal: Terminal = {
    env: place.env ?? {},
    color: false,
    width: 100,
    watched: false,
    read: () => Promise.resolve(place.input ?? ""),
    write: (text) => {
      run.output += text;
    },
    writeError: (text) => {
      run.errors += text;
    },
    finish: (code) => {
      run.exitCode = code;
    },
  };
  await createProgram(terminal)
    .parseAsync(parameters, { from: "user" })
    .catch((error: unknown) => {
      tellFailure(error, terminal);
    });
  return run;
}
