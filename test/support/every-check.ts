import type { ChecksArgs } from "../../lib/index";

/** Every kind of approval and check, one each. */
export const everyCheck = {
  approval: { approvers: [{ group: "Release Managers" }] },
  branchControl: { allowedBranches: ["refs/heads/main"] },
  requiredTemplate: {
    templates: [{ repositoryName: "payments/templates", repositoryRef: "refs/heads/main", templatePath: "deploy.yml" }],
  },
  exclusiveLock: {},
  businessHours: { days: ["Monday"], startTime: "09:00", endTime: "17:00", timeZone: "UTC" },
  restApi: { genericConnection: "change-board" },
} satisfies Required<ChecksArgs>;
