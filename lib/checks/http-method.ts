/** Methods by which a check can call a REST API. */
export const HttpMethod = {
  Delete: "DELETE",
  Get: "GET",
  Head: "HEAD",
  Options: "OPTIONS",
  Patch: "PATCH",
  Post: "POST",
  Put: "PUT",
  Trace: "TRACE",
} as const;

/** One of the methods of HttpMethod. */
export type HttpMethod = (typeof HttpMethod)[keyof typeof HttpMethod];
