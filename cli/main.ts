#!/usr/bin/env node
import { createProgram } from "./program";
import { tellFailure } from "./tell-failure";
import { createTerminal } from "./terminal";

const terminal = createTerminal(process);

void createProgram(terminal)
  .parseAsync(process.argv)
  .catch((error: unknown) => {
    tellFailure(error, terminal);
  });
