import { setTimeout as sleep } from "node:timers/promises";
import type { HttpResponse } from "./http-transport";

/** How long the plugin waits, in milliseconds. The standard figures are the official provider's. */
export interface WaitPolicy {
  /** Pauses before the second, third … try of a request; as many tries again as there are pauses. */
  readonly retryDelays: readonly number[];
  /** Pause between two looks at a creation or update that goes on. */
  readonly updatePolling: number;
  /** Pause between two looks at a deletion that goes on. */
  readonly deletePolling: number;
}

/** Waits so many milliseconds, or rejects as soon as the signal is given. */
export type Pause = (milliseconds: number, signal: AbortSignal) => Promise<void>;

/** The pauses of the official provider since its version of November 2025. */
export const standardWaits: WaitPolicy = {
  retryDelays: [20_000, 60_000, 120_000],
  updatePolling: 10_000,
  deletePolling: 30_000,
};

/** Multiplies every wait: the variable through which tests shorten them. */
export const waitScaleVariable = "AZURE_NATIVE_STAND_IN_WAIT_SCALE";

/**
 * The standard waits, multiplied by the factor in `AZURE_NATIVE_STAND_IN_WAIT_SCALE` where it is set.
 *
 * @throws when the variable is not a number from 0 to 1.
 */
export function readWaitPolicy(environment: Readonly<Record<string, string | undefined>>): WaitPolicy {
  const scale = Number(environment[waitScaleVariable] ?? "1");
  if (!(scale >= 0 && scale <= 1)) throw new Error(`${waitScaleVariable} must be a number from 0 to 1`);
  return {
    retryDelays: standardWaits.retryDelays.map((delay) => delay * scale),
    updatePolling: standardWaits.updatePolling * scale,
    deletePolling: standardWaits.deletePolling * scale,
  };
}

/** The pause that is really made. */
export const pause: Pause = async (milliseconds, signal) => {
  try {
    await sleep(milliseconds, undefined, { signal });
  } catch (error) {
    // The signal's own reason says more than "aborted".
    signal.throwIfAborted();
    throw error;
  }
};

/** The wait in milliseconds that an answer asks for, or none. */
export function readRetryAfter({ headers }: HttpResponse): number | undefined {
  const milliseconds = headers["retry-after-ms"] ?? headers["x-ms-retry-after-ms"];
  if (milliseconds !== undefined) return readDelay(milliseconds, 1);
  const after = headers["retry-after"];
  if (after === undefined) return undefined;
  const date = Date.parse(after);
  return readDelay(after, 1000) ?? (Number.isNaN(date) ? undefined : Math.max(0, date - Date.now()));
}

function readDelay(text: string, unit: number): number | undefined {
  return /^\d+$/.test(text) ? Number(text) * unit : undefined;
}
