import { WireError } from "../../wire/wire-error";

/** An object that does not exist, or that this caller's tenant does not have. */
export function createNotFound(id: string): WireError {
  return new WireError(
    404,
    "Request_ResourceNotFound",
    `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`,
  );
}

/** A request whose content breaks a rule of the resource. */
export function createBadRequest(message: string): WireError {
  return new WireError(400, badRequestCode, message);
}

/** Graph's code for a request that is not as the resource wants it. */
export const badRequestCode = "Request_BadRequest";

/** The answer to a caller whose application permissions do not reach. */
export function createDenied(): WireError {
  return new WireError(403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.");
}
