import { collectionNames, type CollectionName } from "../../emulator/state/store";
import type { Emulator } from "../../emulator/start-emulator";

/** How many of each kind stand in the emulated clouds. */
export type Kinds = Partial<Record<CollectionName, number>>;

/** Counts what stands. A pipeline permission that authorizes nobody counts as none. */
export function listKinds({ store }: Emulator): Kinds {
  const kinds: Kinds = {};
  for (const name of collectionNames) kinds[name] = store[name].list().length;
  kinds.pipelinePermissions = store.pipelinePermissions.list(
    ({ allPipelines, pipelineIds }) => allPipelines || pipelineIds.length > 0,
  ).length;
  return kinds;
}
