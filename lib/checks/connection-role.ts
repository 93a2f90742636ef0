/** Roles on a service connection, by the names that Azure DevOps uses. */
export const ConnectionRole = {
  /** May use, change, delete and permit: whoever has it can take every check away. */
  Administrator: "Administrator",
  /** May use the connection when writing pipelines. */
  User: "User",
  /** May see the connection. */
  Reader: "Reader",
} as const;

/** One of the roles of ConnectionRole. */
export type ConnectionRole = (typeof ConnectionRole)[keyof typeof ConnectionRole];
