import { collectionNames } from "../../../emulator/state/store";
import type { Emulator } from "../../../emulator/start-emulator";

/** Everything that stands in the emulated clouds, without what was deleted: to compare before and after. */
export function takeInventory({ store }: Pick<Emulator, "store">): Record<string, unknown[]> {
  return Object.fromEntries(
    collectionNames.map((name) => {
      const values: unknown[] = store[name].list();
      return [name, structuredClone(values)];
    }),
  );
}
