import type { Reference } from "../model/reference";
import type { ServiceConnection } from "../model/service-connection";
import type { ChangeContext } from "./change-context";
import { createLookup } from "./lookup";

const findConnections = createLookup<ChangeContext, ServiceConnection>(
  ({ index }) => index.before.list("serviceConnection"),
  (connection, { lineage }) => lineage.formatKey("before", connection),
);

/** Whether a run takes away the service connection that a reference pointed at: what belonged to it then goes with it. */
export function isConnectionGone(reference: Reference, context: ChangeContext): boolean {
  const { lineage } = context;
  const key = lineage.formatReferenceKey("before", reference);
  const [connection] = findConnections(context, key);
  return (
    connection !== undefined &&
    key !== undefined &&
    !connection.retainOnDelete &&
    !connection.external &&
    lineage.findStep("before", connection.urn)?.operation === "delete" &&
    !lineage.isReplaced(key)
  );
}
