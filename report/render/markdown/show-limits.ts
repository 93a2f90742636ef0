import type { Report } from "../../report-document";
import { runLimits } from "../run-limits";
import { showPhrase } from "./escape";

const short = "<details>\n<summary>What this report cannot see</summary>\n\nToo much to say here.\n\n</details>\n";

/** Shows what the report cannot see: always there, since what is not shown looks like what does not happen. */
export function showLimits(report: Report, maxLength: number): string {
  const limits = [...runLimits(report), ...report.limits];
  if (limits.length === 0) {
    return "";
  }
  const list = limits.map((limit) => `- ${showPhrase(limit)}\n`).join("");
  const text = `<details>\n<summary>What this report cannot see</summary>\n\n${list}\n</details>\n`;
  return text.length <= maxLength ? text : short;
}
