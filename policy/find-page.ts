import type { RuleName } from "../analysis/rules/rules-table";
import { packageVersion } from "./package-version";

/** The page that explains a rule, as it is in the published package of this version. */
export function findPage(rule: RuleName): string {
  return `https://unpkg.com/pulumi-keyless@${packageVersion}/docs/rules/${rule}.md`;
}
