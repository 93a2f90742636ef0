import type { Terminal } from "./terminal";

/** Shows that something slow goes on. */
export interface Progress {
  end(): void;
}

const tick = 1_000;
const lineStart = "\r\u001b[2K";

/** Tells on standard error how long something takes: each second where somebody watches, once elsewhere. */
export function createProgress(name: string, terminal: Terminal): Progress {
  if (!terminal.watched) {
    terminal.writeError(`${name} …\n`);
    return { end: () => undefined };
  }
  const start = performance.now();
  const timer = setInterval(() => {
    terminal.writeError(`${lineStart}${name} … ${Math.round((performance.now() - start) / 1_000)} s`);
  }, tick);
  return {
    end: () => {
      clearInterval(timer);
      terminal.writeError(lineStart);
    },
  };
}
