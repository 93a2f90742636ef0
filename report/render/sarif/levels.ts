import type { Level } from "../../../analysis/level";

/** A level as SARIF and GitHub know it. */
export interface SarifLevel {
  readonly level: "error" | "warning" | "note" | "none";
  /**
   * GitHub's scale: above 9 critical, 7 to 8.9 high, 4 to 6.9 medium, below low.
   * https://docs.github.com/code-security/reference/code-scanning/sarif-support-for-code-scanning
   */
  readonly securitySeverity: string;
}

const levels: Readonly<Record<Level, SarifLevel>> = {
  critical: { level: "error", securitySeverity: "9.5" },
  high: { level: "error", securitySeverity: "8.0" },
  medium: { level: "warning", securitySeverity: "5.5" },
  low: { level: "note", securitySeverity: "3.0" },
  info: { level: "note", securitySeverity: "1.0" },
  none: { level: "none", securitySeverity: "0.0" },
};

/** Finds what SARIF calls a level. */
export function findLevel(level: Level): SarifLevel {
  return levels[level];
}
