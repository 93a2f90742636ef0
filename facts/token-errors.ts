import { tokenErrors, type TokenError } from "./token-errors-table";

const errorsByCode = new Map(tokenErrors.map((error) => [error.code, error]));

/** Finds what is known about an error of Microsoft Entra's token endpoint by its number, such as `700213`. */
export function findTokenError(code: number): TokenError | undefined {
  return errorsByCode.get(code);
}

/**
 * Reads the number of the first `AADSTS` code in a message, an `error_description` or a log line.
 *
 * @returns the number, or `undefined` when the text has no such code.
 */
export function parseTokenErrorCode(text: string): number | undefined {
  const [, digits] = /\bAADSTS(\d{4,9})(?!\d)/i.exec(text) ?? [];
  return digits === undefined ? undefined : Number(digits);
}
