#!/usr/bin/env node
// The policy pack. The engine starts it, as a folder or as a program, and waits for its port on standard output.
import { serveAnalyzer } from "./host/serve-analyzer";

serveAnalyzer().then(
  (port) => {
    process.stdout.write(`${port}\n`);
  },
  (error: unknown) => {
    console.error(`keyless-policy: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  },
);
