import type { Clouds, CorpusBase } from "../corpus-case";
import { checkConfigurationKey } from "../../../emulator/state/store";
import { insertBefore } from "../insert-before";

const end = "export const connectionId = connection.id;";

const lock = `new azuredevops.CheckExclusiveLock("lock", { ...target, timeout: 43200 });\n`;
const branches = `allowedBranches: "refs/heads/main",`;

const approvalKind = "8c6f20a7-a545-4486-9777-f762fafe0d4d";

function askFewer({ store }: Clouds): void {
  for (const check of store.checkConfigurations.list(({ typeId }) => typeId === approvalKind)) {
    store.checkConfigurations.update({ ...check, settings: { ...check.settings, minRequiredApprovers: 1 } });
  }
}

function removeApproval({ store }: Clouds): void {
  for (const check of store.checkConfigurations.list(({ typeId }) => typeId === approvalKind)) {
    store.checkConfigurations.remove(checkConfigurationKey(check));
  }
}

function openToNobody({ store }: Clouds): void {
  for (const permission of store.pipelinePermissions.list(({ pipelineIds }) => pipelineIds.includes(11))) {
    store.pipelinePermissions.update({ ...permission, pipelineIds: [] });
  }
}

// The emulator keeps no permissions of connections, so it cannot be asked for them.
const withoutPermissions = ["--exclude", "{ServiceendpointPermissions/developers}"];

/** A connection and everything that decides who may use it. */
export const checksBase: CorpusBase = {
  name: "checks",
  adopted: {
    "ServiceendpointPermissions/developers": { id: "permissions-of-developers" },
  },
  cases: [
    {
      name: "first-deployment",
      isFirst: true,
      access: "widens",
      classes: ["serviceConnection", "check", "pipelinePermission", "connectionRole"],
    },
    { name: "unchanged", access: "same", classes: [] },
    {
      name: "approval-removed",
      edits: [
        {
          find: `new azuredevops.CheckApproval("approval", {
  ...target,
  approvers: ["0a0a0a0a-1111-4222-8333-444444444444", "0a0a0a0a-5555-4666-8777-888888888888"],
  minimumRequiredApprovers: 2,
  requesterCanApprove: false,
  instructions: "Look at the change first",
  timeout: 1440,
});
`,
          replace: "",
        },
      ],
      access: "widens",
      classes: ["check"],
    },
    {
      name: "fewer-approvers",
      edits: [{ find: "minimumRequiredApprovers: 2,", replace: "minimumRequiredApprovers: 1," }],
      access: "widens",
      classes: ["check"],
    },
    {
      name: "more-people-may-approve",
      edits: [
        {
          find: `"0a0a0a0a-5555-4666-8777-888888888888"],`,
          replace: `"0a0a0a0a-5555-4666-8777-888888888888", "0a0a0a0a-9999-4aaa-8bbb-cccccccccccc"],`,
        },
      ],
      access: "widens",
      classes: ["check"],
    },
    {
      name: "more-approvers",
      edits: [
        {
          find: `minimumRequiredApprovers: 2,\n  requesterCanApprove: false,`,
          replace: `minimumRequiredApprovers: 3,\n  requesterCanApprove: false,`,
        },
      ],
      access: "narrows",
      classes: ["check"],
    },
    {
      name: "requester-may-approve",
      edits: [{ find: "requesterCanApprove: false,", replace: "requesterCanApprove: true," }],
      access: "widens",
      classes: ["check"],
    },
    {
      name: "instructions",
      edits: [{ find: "Look at the change first", replace: "Look at the change, then at the tests" }],
      access: "same",
      classes: [],
    },
    {
      name: "branches-wider",
      edits: [{ find: branches, replace: `allowedBranches: "refs/heads/*",` }],
      access: "widens",
      classes: ["check"],
    },
    {
      name: "branch-added",
      edits: [{ find: branches, replace: `allowedBranches: "refs/heads/main,refs/heads/release/*",` }],
      access: "widens",
      classes: ["check"],
    },
    {
      name: "branch-protection-not-needed",
      edits: [{ find: "verifyBranchProtection: true,", replace: "verifyBranchProtection: false," }],
      access: "widens",
      classes: ["check"],
    },
    {
      name: "unknown-protection-ignored",
      edits: [{ find: "ignoreUnknownProtectionStatus: false,", replace: "ignoreUnknownProtectionStatus: true," }],
      access: "widens",
      classes: ["check"],
    },
    {
      name: "branch-check-display-name",
      edits: [{ find: `displayName: "Main only",`, replace: `displayName: "Only from main",` }],
      access: "same",
      classes: [],
    },
    {
      name: "hours-longer",
      edits: [{ find: `endTime: "17:00",`, replace: `endTime: "23:00",` }],
      access: "widens",
      classes: ["check"],
    },
    {
      name: "lock-removed",
      edits: [{ find: lock, replace: "" }],
      access: "widens",
      classes: ["check"],
    },
    {
      name: "lock-renamed-with-alias",
      edits: [
        {
          find: `CheckExclusiveLock("lock", { ...target, timeout: 43200 })`,
          replace: `CheckExclusiveLock("one-at-a-time", { ...target, timeout: 43200 }, { aliases: [{ name: "lock" }] })`,
        },
      ],
      access: "same",
      classes: [],
    },
    {
      name: "template-of-other-branch",
      edits: [{ find: `repositoryRef: "refs/heads/main",`, replace: `repositoryRef: "refs/heads/anyone-may-push",` }],
      access: "widens",
      classes: ["check"],
    },
    {
      name: "rest-check-elsewhere",
      edits: [{ find: `urlSuffix: "/open",`, replace: `urlSuffix: "/always-open",` }],
      access: "widens",
      classes: ["check"],
    },
    {
      name: "check-added",
      edits: [
        insertBefore(
          end,
          `new azuredevops.CheckApproval("security", {`,
          `  ...target,`,
          `  approvers: ["0a0a0a0a-9999-4aaa-8bbb-cccccccccccc"],`,
          `  requesterCanApprove: false,`,
          `});`,
        ),
      ],
      access: "narrows",
      classes: ["check"],
    },
    {
      name: "check-protected",
      edits: [{ find: lock, replace: lock.replace(" });", " }, { protect: true });") }],
      access: "narrows",
      classes: ["check"],
    },
    {
      name: "all-pipelines",
      edits: [{ find: `  pipelineId: config.requireNumber("deployPipelineId"),\n`, replace: "" }],
      access: "widens",
      classes: ["pipelinePermission"],
    },
    {
      name: "administrators-added",
      edits: [{ find: `Administer: "deny"`, replace: `Administer: "allow"` }],
      access: "widens",
      classes: ["connectionRole"],
    },
    {
      name: "use-denied",
      edits: [{ find: `Use: "allow"`, replace: `Use: "deny"` }],
      access: "narrows",
      classes: ["connectionRole"],
    },
    {
      name: "connection-role-added",
      edits: [
        insertBefore(
          end,
          `new azuredevops.ServiceendpointPermissions("everybody", {`,
          `  projectId,`,
          `  serviceendpointId: connection.id,`,
          `  principal: "vssgp.Uy0xLTktMTU1MTM3NDI0NS0yMjIyMjIyMjIy",`,
          `  permissions: { Use: "allow", Administer: "allow", Create: "allow" },`,
          `});`,
        ),
      ],
      access: "widens",
      classes: ["connectionRole"],
    },
    {
      name: "connection-role-removed",
      edits: [
        {
          find: `new azuredevops.ServiceendpointPermissions("developers", {
  projectId,
  serviceendpointId: connection.id,
  principal: "vssgp.Uy0xLTktMTU1MTM3NDI0NS0xMTExMTExMTEx",
  permissions: { Use: "allow", Administer: "deny" },
});
`,
          replace: "",
        },
      ],
      access: "narrows",
      classes: ["connectionRole"],
    },
    {
      name: "connection-recreated",
      edits: [
        {
          find: `serviceEndpointAuthenticationScheme: "WorkloadIdentityFederation",
  credentials: { serviceprincipalid: "0c0c0c0c-1111-4222-8333-444444444444" },`,
          replace: `serviceEndpointAuthenticationScheme: "ManagedServiceIdentity",`,
        },
      ],
      access: "widens",
      classes: ["serviceConnection", "check", "pipelinePermission", "connectionRole"],
    },
    {
      name: "drift-fewer-approvers",
      run: "drift",
      flags: withoutPermissions,
      changeClouds: askFewer,
      access: "widens",
      classes: ["check"],
    },
    {
      name: "drift-approval-removed",
      run: "drift",
      flags: withoutPermissions,
      changeClouds: removeApproval,
      access: "widens",
      classes: ["check"],
    },
    {
      name: "drift-pipeline-removed",
      run: "drift",
      flags: withoutPermissions,
      changeClouds: openToNobody,
      access: "narrows",
      classes: ["pipelinePermission"],
    },
  ],
};
