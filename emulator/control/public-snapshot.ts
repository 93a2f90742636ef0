import { z } from "zod";
import { collectionNames, type Store, type StoreSnapshot } from "../state/store";

/**
 * The store as it may leave the process. Running jobs and tokens of GitHub are left out, because bearer tokens must not:
 * whoever takes a snapshot up again has no running jobs.
 */
export function createPublicSnapshot(store: Store): StoreSnapshot {
  return { ...store.snapshot(), pipelineJobs: { rows: [] }, gitHubTokens: { rows: [] } };
}

const collectionSchema = z.object({
  rows: z.array(z.object({ value: z.unknown(), createdAt: z.number(), deletedAt: z.number().optional() })),
});

const snapshotSchema = z.record(z.enum(collectionNames), collectionSchema);

/** Reads a snapshot that came from outside. Throws a ZodError when it is not one. */
export function parseSnapshot(value: unknown): StoreSnapshot {
  return snapshotSchema.parse(value) as StoreSnapshot;
}

/** A snapshot of a store that nothing was ever put into. */
export function createEmptySnapshot(): StoreSnapshot {
  return Object.fromEntries(collectionNames.map((name) => [name, { rows: [] }])) as unknown as StoreSnapshot;
}
