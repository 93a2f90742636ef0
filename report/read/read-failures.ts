import type { RunFailure } from "../../analysis/engine/engine-run";
import { diagnosticSchema } from "./digest-schema";
import { failureAlone, failureWords, otherFailure } from "./failure-words-table";

/** Reads what went wrong: of the diagnostics, only errors, each once, in words that quote nothing. */
export function readFailures(diagnostics: readonly unknown[]): readonly RunFailure[] {
  const failures = new Map<string, RunFailure>();
  let failedAlone = false;
  for (const diagnostic of diagnostics) {
    const { data } = diagnosticSchema.safeParse(diagnostic);
    if (data?.severity !== "error") {
      continue;
    }
    if (failureAlone.form.test(data.message)) {
      failedAlone = true;
      continue;
    }
    const message = failureWords.find(({ form }) => form.test(data.message))?.meaning ?? otherFailure;
    const { urn = "" } = data;
    failures.set(`${urn}|${message}`, urn === "" ? { message } : { urn, message });
  }
  if (failures.size === 0 && failedAlone) {
    return [{ message: failureAlone.meaning }];
  }
  return [...failures.entries()].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, failure]) => failure);
}
