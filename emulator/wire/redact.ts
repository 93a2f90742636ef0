/** What stands in the journal where a secret or a token stood on the wire. */
export const redacted = "(redacted)";

const secretKey =
  /^(?:client_assertion|client_secret|assertion|access_?token|id_?token|refresh_?token|oidc_?token|.*password|.*secret(?:text)?|serviceprincipal(?:key|certificate)|apitoken|token|sig|key)$/i;
const tokenLike = /eyJ[\w-]+\.[\w-]+\.[\w-]*/g;

/**
 * A copy of a JSON value without secrets: whatever stands under a key that names one, and whatever looks like a signed
 * token anywhere else.
 */
export function redactValue(value: unknown): unknown {
  if (typeof value === "string") return redactText(value);
  if (Array.isArray(value)) return value.map(redactValue);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      secretKey.test(key) || isAuthorization(key, inner) ? redactWhole(inner) : redactValue(inner),
    ]),
  );
}

// As a text it is a header; as an object it is the part of a service connection that says how it signs in.
function isAuthorization(key: string, value: unknown): boolean {
  return key.toLowerCase() === "authorization" && typeof value === "string";
}

/** The text with every signed token in it replaced. */
export function redactText(text: string): string {
  return text.replaceAll(tokenLike, redacted);
}

// Null and empty say that nothing was given, which is no secret and worth seeing.
function redactWhole(value: unknown): unknown {
  return value === null || value === "" ? value : redacted;
}
