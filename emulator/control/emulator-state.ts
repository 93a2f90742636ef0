import type { PlatformSeed } from "../seed";
import type { Store } from "../state/store";

/** What a state file keeps: the store, and what was seeded into it. */
export interface EmulatorState {
  readonly store: Store;
  platform?: PlatformSeed;
}
