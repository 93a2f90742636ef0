import { text as readStream } from "node:stream/consumers";
import pc from "picocolors";
import type { ExitCode } from "../report/exit-codes";

/** The process as the commands see it. */
export interface Terminal {
  readonly env: NodeJS.ProcessEnv;
  /** Whether standard output shows colours. */
  readonly color: boolean;
  /** Columns of standard output. */
  readonly width: number;
  /** Whether somebody watches standard error. */
  readonly watched: boolean;
  /** Reads standard input whole. */
  read(): Promise<string>;
  write(text: string): void;
  writeError(text: string): void;
  /** Ends with this code once everything is written. */
  finish(code: ExitCode): void;
}

const narrowest = 40;
const defaultWidth = 100;

/** Creates the terminal of a real process. */
export function createTerminal(process: NodeJS.Process): Terminal {
  endQuietlyWhenNobodyReads(process.stdout);
  return {
    env: process.env,
    color: pc.isColorSupported && (process.stdout.isTTY || process.env["FORCE_COLOR"] !== undefined),
    width: Math.max(process.stdout.columns || defaultWidth, narrowest),
    watched: process.stderr.isTTY,
    read: () => readStream(process.stdin),
    write: (text) => process.stdout.write(text),
    writeError: (text) => process.stderr.write(text),
    finish: (code) => {
      process.exitCode = code;
    },
  };
}

/** `keyless report … | head` is no failure. */
function endQuietlyWhenNobodyReads(stream: NodeJS.WriteStream): void {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") {
      throw error;
    }
  });
}
