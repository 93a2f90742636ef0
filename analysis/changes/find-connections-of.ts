import type { ServiceConnection } from "../model/service-connection";
import type { ChangeContext } from "./change-context";
import { createLookup } from "./lookup";

/** Finds the service connections that sign in as an identity after the run, by the key of the identity. */
export const findConnectionsOf = createLookup<ChangeContext, ServiceConnection>(
  ({ index }) => index.after.list("serviceConnection"),
  ({ identity }, { lineage }) => lineage.formatReferenceKey("after", identity),
);
