import { WireError } from "../../wire/wire-error";

// The codes are the pages that the answers point to; see format-error.ts.

const commentsPage = "/issues/comments";

/** No token, or none that GitHub knows. Observed. */
export function createBadCredentials(): WireError {
  return new WireError(401, "", "Bad credentials");
}

/** What the caller may not see is not there. Documented with the troubleshooting of the REST API. */
export function createNotFound(page = commentsPage): WireError {
  return new WireError(404, page, "Not Found");
}

/** The token of an app lacks a permission. Observed: the words and the header that names what would do. */
export function createNotAccessible(page: string, accepted: string): WireError {
  return new WireError(403, page, "Resource not accessible by integration", {
    headers: { "x-accepted-github-permissions": accepted },
  });
}

/** A body that breaks a rule of the resource. Observed in this form for comments. */
export function createUnprocessable(page: string, message: string): WireError {
  const errors = [{ resource: "IssueComment", code: "unprocessable", field: "data", message }];
  return new WireError(422, page, "Validation Failed", {
    body: {
      message: "Validation Failed",
      errors,
      documentation_url: `https://docs.github.com/rest${page}`,
      status: "422",
    },
  });
}
