/** What decides a check that calls a REST API. */
export const CompletionEvent = {
  /** The called service calls Azure Pipelines back, when it has decided. */
  Callback: "Callback",
  /** The answer to the call. */
  ApiResponse: "ApiResponse",
} as const;

/** One of the events of CompletionEvent. */
export type CompletionEvent = (typeof CompletionEvent)[keyof typeof CompletionEvent];
