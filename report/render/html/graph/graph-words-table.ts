import type { ReportGraph } from "../../../report-document";

/** The state of a node or edge of the access graph. */
export type GraphState = ReportGraph["nodes"][number]["state"];

/** The column of a node of the access graph. */
export type GraphKind = ReportGraph["nodes"][number]["kind"];

/** Sign and word of a node or edge. */
export const stateWords: Readonly<Record<GraphState, { readonly sign: string; readonly word: string }>> = {
  added: { sign: "+", word: "added" },
  removed: { sign: "−", word: "removed" },
  changed: { sign: "~", word: "changed" },
  unchanged: { sign: "", word: "unchanged" },
};

/** Heading, noun and plural of each column. */
export const columnWords: Readonly<
  Record<GraphKind, { readonly heading: string; readonly one: string; readonly many: string }>
> = {
  pipeline: { heading: "Pipeline", one: "pipeline", many: "pipelines" },
  connection: { heading: "Service connection", one: "service connection", many: "service connections" },
  identity: { heading: "Identity", one: "identity", many: "identities" },
  role: { heading: "Role at scope", one: "role", many: "roles" },
};
