/** One step of `npm run check`: a command that exits with 0 when the repository is in order. */
export interface CheckStep {
  name: string;
  command: readonly string[];
}

/** Every step, the quick ones first. Add a new check here and nowhere else. */
export const checkSteps: readonly CheckStep[] = [
  { name: "format", command: ["prettier", "--check", "--log-level", "warn", "."] },
  { name: "types", command: ["tsc", "--noEmit", "-p", "tsconfig.json"] },
  { name: "lint", command: ["eslint", ".", "--max-warnings", "0"] },
  {
    name: "dependency rules",
    command: [
      "depcruise",
      "facts",
      "lib",
      "analysis",
      "report",
      "cli",
      "policy",
      "emulator",
      "tools",
      "test",
      "bench",
      "examples",
    ],
  },
  { name: "dead code", command: ["knip"] },
  { name: "package manifest", command: ["publint", "--strict"] },
  { name: "package types", command: ["attw", "--pack", ".", "--profile", "node16"] },
  { name: "docs in sync", command: ["node", "build/tools/check/docs.js"] },
];
