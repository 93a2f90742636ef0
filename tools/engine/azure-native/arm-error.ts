import type { HttpResponse } from "./http-transport";
import { isPropertyMap, parsePropertyMap, type PropertyMap } from "./property-value";

/**
 * An answer of Azure that is an error. Its text is the one of the official provider, which programs and error hooks
 * recognize: `Status=400 Code="PrincipalNotFound" Message="…"`.
 */
export class ArmError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
  ) {
    super(`Status=${status}${code === "" ? "" : ` Code="${code}"`} Message="${detail}"`);
    this.name = "ArmError";
  }
}

/** Reads an error answer: the code from its header or its body, the message from the body or else the whole body. */
export function parseArmError(response: HttpResponse): ArmError {
  const error = parseEnvelope(response.body)["error"];
  const envelope = isPropertyMap(error) ? error : {};
  const code = response.headers["x-ms-error-code"] ?? envelope["code"];
  const message = envelope["message"];
  return new ArmError(
    response.status,
    typeof code === "string" ? code : "",
    typeof message === "string" ? message : response.body,
  );
}

/** Whether the error says that the resource, or what it lives in, is gone. */
export function isGone(error: unknown): boolean {
  return error instanceof ArmError && (error.status === 404 || goneCodes.has(error.code));
}

/** Codes that the official provider takes for "gone" in a refresh, whatever the status. */
const goneCodes: ReadonlySet<string> = new Set(["SubscriptionNotFound", "RoleAssignmentNotFound"]);

function parseEnvelope(body: string): PropertyMap {
  try {
    return parsePropertyMap(JSON.parse(body));
  } catch {
    return {};
  }
}
