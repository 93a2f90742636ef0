import { PostError } from "./post-error";
import { ServiceFailure } from "./service-failure";

/** Waits so many milliseconds. */
export type Wait = (milliseconds: number) => Promise<void>;

const attempts = 6;
const firstPause = 1_000;
/** A job that waits longer than this for one answer is better ended and started again. */
const longestPause = 300_000;

/**
 * Repeats work while it fails in a way that passes: pauses double from a second on, or last as long as the service asks.
 * The work has to begin with looking at what is there, because a request whose answer was lost may have been carried out.
 *
 * @throws PostError Where the service asks for a longer pause than a job should wait.
 * @throws ServiceFailure The last failure.
 */
export async function retry<Result>(work: () => Promise<Result>, wait: Wait): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof ServiceFailure) || !error.passing || attempt === attempts) throw error;
      await wait(findPause(error, attempt));
    }
  }
}

function findPause({ retryAfter, message }: ServiceFailure, attempt: number): number {
  const pause = Math.max(retryAfter ?? 0, firstPause * 2 ** (attempt - 1));
  if (pause <= longestPause) return pause;
  throw new PostError("service", `The service asks to wait ${Math.ceil(pause / 1_000)} seconds: ${message}`);
}
