import type { Check } from "../../analysis/model/check";
import type { PipelinePermission } from "../../analysis/model/pipeline-permission";
import type { Phrase } from "../../analysis/phrase";
import type { ChangedPair } from "./changed-pair";
import type { ViewContext } from "./view-context";
import { sayConnection, sayPipelines } from "./words/thing-words";
import { wordThing } from "./words/word-thing";

/** Says what is different about a pipeline permission. */
export function sayChangedPermission(
  pair: ChangedPair<PipelinePermission>,
  { before, after }: ViewContext,
): Phrase | undefined {
  const connection = sayConnection(pair.after.connection, after.index);
  const pipelines = sayPipelines(pair.after);
  const isWider = pair.has("widensAccess") || pair.has("cannotBeReviewed");
  if (pair.touches("connection") && isWider) {
    return [
      ...pipelines,
      " may now use ",
      ...connection,
      " instead of ",
      ...sayConnection(pair.before.connection, before.index),
    ];
  }
  if (pair.touches("pipeline") && (isWider || pair.has("narrowsAccess"))) {
    return isWider
      ? [...pipelines, " may now use ", ...connection, " instead of ", ...sayPipelines(pair.before)]
      : ["only ", ...pipelines, " may still use ", ...connection, ", where ", ...sayPipelines(pair.before), " could"];
  }
  return undefined;
}

/** Says what is different about an approval or check. */
export function sayChangedCheck(pair: ChangedPair<Check>, { before, after }: ViewContext): Phrase | undefined {
  const { noun } = wordThing(pair.after, after);
  if (pair.touches("connection") && (pair.has("removesGuard") || pair.has("addsGuard"))) {
    const old = sayConnection(pair.before.connection, before.index);
    return [...noun, " was one on ", ...old, ", which it no longer guards"];
  }
  if (pair.has("weakensGuard")) {
    return [...noun, pair.has("narrowsAccess") ? " lets others through than before" : " stops less than before"];
  }
  if (pair.has("cannotBeReviewed")) {
    return [...noun, " may stop less than before: that cannot be seen"];
  }
  return pair.has("narrowsAccess") ? [...noun, " stops more than before"] : undefined;
}
