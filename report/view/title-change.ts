import type { Change } from "../../analysis/changes/change";
import type { Phrase } from "../../analysis/phrase";
import { startSentence } from "../../analysis/rules/name-thing";
import { sayChanged } from "./say-changed";
import type { ViewContext } from "./view-context";
import { wordThing } from "./words/word-thing";

/** One sentence that says what a change means, and stands alone. */
export function titleChange(change: Change, context: ViewContext): Phrase {
  return startSentence([...sayChange(change, context), "."]);
}

function sayChange(change: Change, context: ViewContext): Phrase {
  const thing = change.after ?? change.before;
  if (thing === undefined) {
    return ["something changes"];
  }
  const side = change.after === undefined ? context.before : context.after;
  const { noun, gains, has, loses } = wordThing(thing, side);
  switch (change.action) {
    case "added":
      return gains;
    case "removed":
      return loses;
    case "imported":
      return ["it is there already, and is managed here from now on: ", ...has];
    case "read":
      return ["only read here, and managed elsewhere: ", ...has];
    case "left":
      return thing.external
        ? ["no longer read here; it stays as it is: ", ...has]
        : ["removed from Pulumi only; stays in Azure: ", ...has];
    case "moved":
      return ["only its place in the program changes: ", ...has];
    case "unprotected":
      return [...noun, " is no longer protected from being deleted"];
    case "replaced":
      return [...noun, " is deleted and made anew"];
    case "changed":
      return sayChanged(change, context);
  }
}
