import type { SourcePosition } from "../../analysis/engine/engine-resource";
import type { ReportItem } from "../report-document";
import { shortenMiddle } from "./fit-phrase";

/** The program's line as a report has it; nothing where the engine gave none, or one that is no line. */
export function fitSource(source: SourcePosition | undefined): Pick<ReportItem, "source"> {
  if (source === undefined || !isPosition(source.line)) {
    return {};
  }
  const { file, line, column } = source;
  return {
    source: {
      file: shortenMiddle(file, 1_000),
      line,
      ...(column !== undefined && isPosition(column) ? { column } : {}),
    },
  };
}

function isPosition(number: number): boolean {
  return Number.isSafeInteger(number) && number > 0;
}
