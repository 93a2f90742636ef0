/**
 * Tells whether something thrown carries the given code, such as `ENOENT`.
 *
 * @param {unknown} error
 * @param {string} code
 */
export function isErrorCode(error, code) {
  return typeof error === "object" && error !== null && "code" in error && error.code === code;
}
