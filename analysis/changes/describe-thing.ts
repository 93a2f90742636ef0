import type { Entity } from "../model/model";
import type { ChangeContext } from "./change-context";
import type { Placed } from "./class-rules";
import { findClassRules } from "./class-rules-table";

/** What a thing means, or, where that cannot be seen or it is what it is by its own ID, which thing it is. */
export function describeThing({ entity, side }: Placed<Entity>, context: ChangeContext): string {
  const meaning = findClassRules(entity.class).formatMeaning({ entity, side }, context);
  return `${entity.class} ${meaning ?? context.lineage.formatKey(side, entity)}`;
}
