import type { Phrase } from "../../analysis/phrase";
import type { Report } from "../report-document";

/** What a run did not show, as sentences: that it was limited to some resources, or did not list what stays as it is. */
export function runLimits({ run }: Report): readonly Phrase[] {
  return [
    ...(run.targeted
      ? [["The run was limited to some of the stack’s resources; changes of the others are not shown."]]
      : []),
    ...(run.includesUnchanged
      ? []
      : [["Resources that stay as they are were not listed; the picture and the findings leave them out."]]),
  ];
}
