/** Why a file could not be read or written, in a few letters: the system's code where there is one. */
export function describeFileFailure(error: unknown): string {
  return typeof error === "object" && error !== null && "code" in error ? String(error.code) : String(error);
}
