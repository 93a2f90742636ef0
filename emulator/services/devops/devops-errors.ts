import { WireError } from "../../wire/wire-error";

/** Nobody knows the caller here: no token, a token of another tenant, or a principal that the organization did not let in. */
export function createUnauthorized(user: string, reason?: string): WireError {
  const headers = {
    "www-authenticate": "Bearer",
    ...(reason === undefined ? {} : { "x-tfs-serviceerror": encodeURIComponent(reason) }),
  };
  return new WireError(401, "TF400813", `The user '${user}' is not authorized to access this resource.`, {
    headers,
    typeKey: "UnauthorizedRequestException",
  });
}

/** The caller is known and may not do this. The permission is named in the words of the vendor's pages; guessed else. */
export function createDenied(permission: string): WireError {
  return new WireError(
    403,
    "TF50309",
    `The following permissions are needed to perform this operation: ${permission}.`,
    { typeKey: "AccessCheckException" },
  );
}

/** A project that does not exist, or that the caller may not see: the answer is the same. */
export function createProjectNotFound(project: string): WireError {
  return new WireError(
    404,
    "TF200016",
    `The following project does not exist: ${project}. Verify that the name of the project is correct and that the ` +
      "project exists on the specified Azure DevOps Server.",
    { typeKey: "ProjectDoesNotExistWithNameException" },
  );
}

/** A request whose content breaks a rule of the resource. */
export function createInvalid(message: string, typeKey = "InvalidArgumentValueException"): WireError {
  return new WireError(400, typeKey, message);
}
