import type { Change } from "../../analysis/changes/change";
import type { News } from "./news-table";

/** Counts the changes of each kind, in words. A change counts once: as the first kind that fits. */
export function countNews(changes: readonly Change[], kinds: readonly News[]): readonly string[] {
  const counts = new Map<News, number>();
  for (const change of changes) {
    const kind = kinds.find((news) => isOfKind(change, news));
    if (kind !== undefined) {
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
    }
  }
  return kinds.flatMap((kind) => {
    const count = counts.get(kind) ?? 0;
    return count === 0 ? [] : [`${count} ${count === 1 ? kind.one : kind.many}`];
  });
}

/** Whether a change is of one of these kinds. */
export function isNews(change: Change, kinds: readonly News[]): boolean {
  return kinds.some((news) => isOfKind(change, news));
}

function isOfKind(change: Change, { effect, classes, actions, isMeant }: News): boolean {
  return (
    change.effects.includes(effect) &&
    (classes?.includes(change.class) ?? true) &&
    (actions?.includes(change.action) ?? true) &&
    (isMeant?.(change) ?? true)
  );
}
