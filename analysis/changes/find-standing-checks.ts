import type { Check } from "../model/check";
import type { ChangeContext } from "./change-context";
import { createLookup } from "./lookup";

/** Finds the approvals and checks that were on a service connection before the run, by the key of the connection. */
export const findStandingChecks = createLookup<ChangeContext, Check>(
  ({ index }) => index.before.list("check"),
  ({ connection }, { lineage }) => lineage.formatReferenceKey("before", connection),
);
