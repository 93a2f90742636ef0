import * as pulumi from "@pulumi/pulumi";
import { ids } from "../../support/vendor-mocks";
import type { BadArguments } from "./bad-arguments-table";

const good = { project: "payments", subscription: { id: ids.subscription } };
const managers = { group: "Release Managers" };
const approverId = "0a99707e-0000-4000-8000-00000000000a";
const hours = { days: ["Monday"], startTime: "09:00", endTime: "17:00", timeZone: "UTC" };
const template = { repositoryName: "payments/templates", repositoryRef: "refs/heads/main", templatePath: "deploy.yml" };
const call = { genericConnection: "change-board" };
const later = pulumi.output("known later");
const members = "id, group, organizationGroup, team and user";
const keepInVariable =
  "Keep the credential in a variable group, name that as variableGroup, and write the variable here, such as $(token).";
const wholeName =
  "Write one name such as refs/heads/main or refs/tags/v1, in which stars may stand for any characters.";
const reviewed =
  "Write the branches that are reviewed before they change, such as refs/heads/main. Where every branch is really meant, add allowEveryBranch: true.";

/** Arguments with the given approvals and checks. */
function withChecks(checks: unknown): unknown {
  return { ...good, checks };
}

/** Mistakes in what protects a connection. */
export const badProtections: readonly BadArguments[] = [
  {
    mistake: "a list of checks",
    args: withChecks([]),
    problems: [["checks", "type-wrong", "This is a list.", "Write an object."]],
  },
  {
    mistake: "a misspelled check",
    args: withChecks({ aproval: { approvers: [managers] } }),
    problems: [["checks.aproval", "argument-unknown", 'There is no argument "aproval".', 'Did you mean "approval"?']],
  },
  {
    mistake: "a check that is an output, so that nobody knows whether it is there",
    args: withChecks({ exclusiveLock: later }),
    problems: [
      [
        "checks.exclusiveLock",
        "not-plain",
        "This is an output of another resource, but it decides which resources exist and must be known before.",
        "Write the arguments of the check as a plain value.",
      ],
    ],
  },
  {
    mistake: "an approval without approvers",
    args: withChecks({ approval: {} }),
    problems: [
      ["checks.approval.approvers", "argument-missing", "This argument is missing.", "Write who is asked to approve."],
    ],
  },
  {
    mistake: "an approval with nobody in its list",
    args: withChecks({ approval: { approvers: [], minimumApprovers: 1 } }),
    problems: [
      [
        "checks.approval.approvers",
        "list-empty",
        "This list is empty.",
        'Write at least one approver, such as { group: "Release Managers" }.',
      ],
    ],
  },
  {
    mistake: "an approver of whom nothing is said",
    args: withChecks({ approval: { approvers: [{}] } }),
    problems: [
      [
        "checks.approval.approvers[0].id",
        "exactly-one-of",
        "Nothing is chosen here.",
        `Write exactly one of ${members}.`,
      ],
    ],
  },
  {
    mistake: "an approver who is a user and a group",
    args: withChecks({ approval: { approvers: [{ user: "ada@contoso.com", group: "Release Managers" }] } }),
    problems: [
      [
        "checks.approval.approvers[0].user",
        "exactly-one-of",
        "Only one can be chosen, but group and user are given.",
        `Write exactly one of ${members}.`,
      ],
    ],
  },
  {
    mistake: "an approver by a name that is no address",
    args: withChecks({ approval: { approvers: [{ user: "Ada" }] } }),
    problems: [
      [
        "checks.approval.approvers[0].user",
        "name-invalid",
        '"Ada" cannot be the name of a user.',
        "Write the address that the user signs in with, such as ada@contoso.com.",
      ],
    ],
  },
  {
    mistake: "an approver by a descriptor instead of the storage key",
    args: withChecks({ approval: { approvers: [{ id: "vssgp.Uy0xLTkt" }] } }),
    problems: [
      [
        "checks.approval.approvers[0].id",
        "not-a-guid",
        '"vssgp.Uy0xLTkt" is not a GUID.',
        "Write the storage key of a user, group or team: 8-4-4-4-12 hexadecimal digits.",
      ],
    ],
  },
  {
    mistake: "an approver whose name is an output",
    args: withChecks({ approval: { approvers: [{ group: later }] } }),
    problems: [
      [
        "checks.approval.approvers[0].group",
        "not-plain",
        "This is an output of another resource, but it decides which resources exist and must be known before.",
        "Write the name of the group as a plain value.",
      ],
    ],
  },
  {
    mistake: "the same approvers twice, in other letters",
    args: withChecks({
      approval: {
        approvers: [managers, { id: approverId }, { group: "release managers" }, { id: approverId.toUpperCase() }],
      },
    }),
    problems: [
      [
        "checks.approval.approvers[2]",
        "listed-twice",
        "This is the same as checks.approval.approvers[0].",
        "Remove one of the two.",
      ],
      [
        "checks.approval.approvers[3]",
        "listed-twice",
        "This is the same as checks.approval.approvers[1].",
        "Remove one of the two.",
      ],
    ],
  },
  {
    mistake: "more approvals than approvers",
    args: withChecks({ approval: { approvers: [managers], minimumApprovers: 2 } }),
    problems: [
      [
        "checks.approval.minimumApprovers",
        "approvers-too-few",
        "2 approvals would be needed, but there is 1 approver.",
        "Write 1 at most, or name more approvers.",
      ],
    ],
  },
  {
    mistake: "an approval that nobody need give",
    args: withChecks({ approval: { approvers: [managers, { team: "Operations" }], minimumApprovers: 0 } }),
    problems: [
      [
        "checks.approval.minimumApprovers",
        "number-out-of-range",
        "0 is not a number of approvals that is allowed here.",
        "Write a whole number, at least 1.",
      ],
    ],
  },
  {
    mistake: "a text where true or false belongs",
    args: withChecks({ approval: { approvers: [managers], requesterMayApprove: "no" } }),
    problems: [["checks.approval.requesterMayApprove", "type-wrong", "This is a text.", "Write true or false."]],
  },
  {
    mistake: "a timeout beyond thirty days, and one of nothing",
    args: withChecks({
      approval: { approvers: [managers], timeoutMinutes: 43201 },
      exclusiveLock: { timeoutMinutes: 0 },
    }),
    problems: [
      [
        "checks.approval.timeoutMinutes",
        "number-out-of-range",
        "43201 is not a number of minutes that is allowed here.",
        "Write a whole number from 1 to 43200.",
      ],
      [
        "checks.exclusiveLock.timeoutMinutes",
        "number-out-of-range",
        "0 is not a number of minutes that is allowed here.",
        "Write a whole number from 1 to 43200.",
      ],
    ],
  },
  {
    mistake: "a timeout that is a text",
    args: withChecks({ exclusiveLock: { timeoutMinutes: "60" } }),
    problems: [["checks.exclusiveLock.timeoutMinutes", "type-wrong", "This is a text.", "Write a number."]],
  },
  {
    mistake: "branch control without branches",
    args: withChecks({ branchControl: { allowedBranches: [] } }),
    problems: [
      [
        "checks.branchControl.allowedBranches",
        "list-empty",
        "This list is empty.",
        "Write at least one branch, such as refs/heads/main.",
      ],
    ],
  },
  {
    mistake: "a branch by its short name",
    args: withChecks({ branchControl: { allowedBranches: ["main"] } }),
    problems: [
      [
        "checks.branchControl.allowedBranches[0]",
        "branch-pattern-invalid",
        '"main" is not the whole name of a branch or tag.',
        'Write "refs/heads/main".',
      ],
    ],
  },
  {
    mistake: "two branches in one text, and one twice",
    args: withChecks({
      branchControl: { allowedBranches: ["refs/heads/main, refs/heads/next", "refs/tags/v1", "refs/tags/v1"] },
    }),
    problems: [
      [
        "checks.branchControl.allowedBranches[0]",
        "branch-pattern-invalid",
        '"refs/heads/main, refs/heads/next" is not the whole name of a branch or tag.',
        wholeName,
      ],
      [
        "checks.branchControl.allowedBranches[2]",
        "listed-twice",
        "This is the same as checks.branchControl.allowedBranches[1].",
        "Remove one of the two.",
      ],
    ],
  },
  {
    mistake: "branch control that every branch passes",
    args: withChecks({ branchControl: { allowedBranches: ["*", "refs/heads/*", "refs/pull/*"] } }),
    problems: ["*", "refs/heads/*", "refs/pull/*"].map((pattern, index) => [
      `checks.branchControl.allowedBranches[${index}]`,
      "branch-pattern-too-wide",
      `"${pattern}" fits whatever branch somebody pushes.`,
      reviewed,
    ]),
  },
  {
    mistake: "unknown protection of a branch that needs none",
    args: withChecks({
      branchControl: {
        allowedBranches: ["refs/heads/main"],
        requireProtectedBranch: false,
        allowUnknownProtection: true,
      },
    }),
    problems: [
      [
        "checks.branchControl.allowUnknownProtection",
        "argument-without-effect",
        "This has no effect: the branch need not be protected at all.",
        "Remove it.",
      ],
    ],
  },
  {
    mistake: "no template",
    args: withChecks({ requiredTemplate: { templates: [] } }),
    problems: [
      ["checks.requiredTemplate.templates", "list-empty", "This list is empty.", "Write at least one template."],
    ],
  },
  {
    mistake: "a template with a path from the root, of a branch by its short name, in a repository of no project",
    args: withChecks({
      requiredTemplate: {
        templates: [{ repositoryName: "templates", repositoryRef: "main", templatePath: "/deploy.yml" }],
      },
    }),
    problems: [
      [
        "checks.requiredTemplate.templates[0].repositoryName",
        "name-invalid",
        '"templates" cannot be the name of a repository here.',
        "Write it with its project or owner, such as payments/pipeline-templates.",
      ],
      [
        "checks.requiredTemplate.templates[0].repositoryRef",
        "name-invalid",
        '"main" cannot be the name of one branch or tag.',
        "Write its whole name, such as refs/heads/main or refs/tags/v1.",
      ],
      [
        "checks.requiredTemplate.templates[0].templatePath",
        "template-path-invalid",
        '"/deploy.yml" is not the path of a template.',
        "Write the path of a YAML file from the root of its repository, without a slash before it, such as deploy/production.yml.",
      ],
    ],
  },
  {
    mistake: "a template outside of its repository, of whatever branch, in an unknown kind of repository",
    args: withChecks({
      requiredTemplate: {
        templates: [
          { ...template, repositoryType: "git", repositoryRef: "refs/heads/*", templatePath: "../deploy.yml" },
        ],
      },
    }),
    problems: [
      [
        "checks.requiredTemplate.templates[0].repositoryType",
        "value-unknown",
        '"git" is not a kind of repository.',
        "Write azuregit, github, githubenterprise or bitbucket.",
      ],
      [
        "checks.requiredTemplate.templates[0].repositoryRef",
        "name-invalid",
        '"refs/heads/*" cannot be the name of one branch or tag.',
        "Write its whole name, such as refs/heads/main or refs/tags/v1.",
      ],
      [
        "checks.requiredTemplate.templates[0].templatePath",
        "template-path-invalid",
        '"../deploy.yml" is not the path of a template.',
        "Write the path of a YAML file from the root of its repository, without a slash before it, such as deploy/production.yml.",
      ],
    ],
  },
  {
    mistake: "the same template twice, once with the kind of its repository",
    args: withChecks({ requiredTemplate: { templates: [template, { ...template, repositoryType: "azuregit" }] } }),
    problems: [
      [
        "checks.requiredTemplate.templates[1]",
        "listed-twice",
        "This is the same as checks.requiredTemplate.templates[0].",
        "Remove one of the two.",
      ],
    ],
  },
  {
    mistake: "business hours without anything",
    args: withChecks({ businessHours: {} }),
    problems: [
      [
        "checks.businessHours.days",
        "argument-missing",
        "This argument is missing.",
        "Write the days on which runs may use the connection.",
      ],
      [
        "checks.businessHours.startTime",
        "argument-missing",
        "This argument is missing.",
        "Write from when runs may use the connection, such as 09:00.",
      ],
      [
        "checks.businessHours.endTime",
        "argument-missing",
        "This argument is missing.",
        "Write until when runs may use the connection, such as 17:00.",
      ],
      [
        "checks.businessHours.timeZone",
        "argument-missing",
        "This argument is missing.",
        "Write the time zone of the hours, such as UTC.",
      ],
    ],
  },
  {
    mistake: "no day, and a time zone in another spelling",
    args: withChecks({ businessHours: { ...hours, days: [], timeZone: "W Europe Standard Time" } }),
    problems: [
      ["checks.businessHours.days", "list-empty", "This list is empty.", "Write at least one day, such as Monday."],
      [
        "checks.businessHours.timeZone",
        "value-unknown",
        '"W Europe Standard Time" is not a time zone by the name that Windows gives it.',
        'Did you mean "W. Europe Standard Time" or "E. Europe Standard Time"?',
      ],
    ],
  },
  {
    mistake: "a time zone by the name that others give it, and a day in another language",
    args: withChecks({ businessHours: { ...hours, days: ["Monday", "Dienstag"], timeZone: "Europe/Berlin" } }),
    problems: [
      [
        "checks.businessHours.days[1]",
        "value-unknown",
        '"Dienstag" is not a day of the week.',
        "Write a day by its English name, such as Monday.",
      ],
      [
        "checks.businessHours.timeZone",
        "value-unknown",
        '"Europe/Berlin" is not a time zone by the name that Windows gives it.',
        "Write a name such as UTC or W. Europe Standard Time; they are listed at https://learn.microsoft.com/windows-hardware/manufacture/desktop/default-time-zones.",
      ],
    ],
  },
  {
    mistake: "business hours that end before they begin, and a day twice",
    args: withChecks({ businessHours: { ...hours, days: ["Monday", "Monday"], startTime: "22:00", endTime: "06:00" } }),
    problems: [
      [
        "checks.businessHours.days[1]",
        "listed-twice",
        "This is the same as checks.businessHours.days[0].",
        "Remove one of the two.",
      ],
      [
        "checks.businessHours.endTime",
        "hours-backwards",
        "06:00 is not later than 22:00.",
        "Write a time later on the same day. Business hours cannot go past midnight.",
      ],
    ],
  },
  {
    mistake: "times with twelve hours, and beyond the day",
    args: withChecks({ businessHours: { ...hours, startTime: "9:00 am", endTime: "24:00" } }),
    problems: [
      [
        "checks.businessHours.startTime",
        "time-invalid",
        '"9:00 am" is not a time of day.',
        "Write hours and minutes with two digits each, from 00:00 to 23:59.",
      ],
      [
        "checks.businessHours.endTime",
        "time-invalid",
        '"24:00" is not a time of day.',
        "Write hours and minutes with two digits each, from 00:00 to 23:59.",
      ],
    ],
  },
  {
    mistake: "a call through no connection",
    args: withChecks({ restApi: {} }),
    problems: [
      [
        "checks.restApi.azureConnection",
        "exactly-one-of",
        "Nothing is chosen here.",
        "Write exactly one of azureConnection and genericConnection.",
      ],
    ],
  },
  {
    mistake: "secrets in headers",
    args: withChecks({
      restApi: {
        ...call,
        headers: { Authorization: "Bearer hunter2", "X-Api-Key": "hunter2", "x-functions-key": "$(key)2" },
      },
    }),
    problems: [
      [
        "checks.restApi.headers.Authorization",
        "credential-literal",
        '"Authorization" carries a credential, and would hold it in plain sight.',
        keepInVariable,
      ],
      [
        'checks.restApi.headers["X-Api-Key"]',
        "credential-literal",
        '"X-Api-Key" carries a credential, and would hold it in plain sight.',
        keepInVariable,
      ],
      [
        'checks.restApi.headers["x-functions-key"]',
        "credential-literal",
        '"x-functions-key" carries a credential, and would hold it in plain sight.',
        keepInVariable,
      ],
    ],
  },
  {
    mistake: "a secret in the body",
    args: withChecks({ restApi: { ...call, body: '{"run":"$(Build.BuildId)","login":{"clientSecret":"hunter2"}}' } }),
    problems: [
      [
        "checks.restApi.body",
        "credential-literal",
        '"clientSecret" carries a credential, and would hold it in plain sight.',
        keepInVariable,
      ],
    ],
  },
  {
    mistake: "a secret in a form",
    args: withChecks({ restApi: { ...call, body: "user=ada&password=hunter2" } }),
    problems: [
      [
        "checks.restApi.body",
        "credential-literal",
        '"password" carries a credential, and would hold it in plain sight.',
        keepInVariable,
      ],
    ],
  },
  {
    mistake: "a secret in the address, and one as an argument",
    args: withChecks({
      restApi: { ...call, urlSuffix: "api/ask?run=$(Build.BuildId)&code=hunter2", token: "hunter2" },
    }),
    problems: [
      [
        "checks.restApi.urlSuffix",
        "credential-literal",
        '"code" carries a credential, and would hold it in plain sight.',
        keepInVariable,
      ],
      [
        "checks.restApi.token",
        "secret-argument",
        '"token" would hold a secret.',
        "Remove it: no secret is ever taken. The connection signs in by workload identity federation.",
      ],
    ],
  },
  {
    mistake: "an unknown method, and a header that is none",
    args: withChecks({ restApi: { ...call, method: "PSOT", headers: { "Content Type": "application/json" } } }),
    problems: [
      [
        "checks.restApi.method",
        "value-unknown",
        '"PSOT" is not a method of HTTP that Azure DevOps uses.',
        'Did you mean "POST" or "PUT"?',
      ],
      [
        'checks.restApi.headers["Content Type"]',
        "name-invalid",
        '"Content Type" cannot be the name of a header.',
        "Write letters, digits and hyphens.",
      ],
    ],
  },
  {
    mistake: "what becomes of the answer where the other service calls back",
    args: withChecks({ restApi: { ...call, successCriteria: "eq(1, 1)", retryIntervalMinutes: 200 } }),
    problems: ["successCriteria", "retryIntervalMinutes"].map((name) => [
      `checks.restApi.${name}`,
      "argument-without-effect",
      "This has no effect: the called service decides by calling back, which is the default of completionEvent.",
      "Remove it.",
    ]),
  },
  {
    mistake: "more calls than Azure DevOps makes, for what decides nothing",
    args: withChecks({ restApi: { ...call, completionEvent: "ApiResponse", retryIntervalMinutes: 143 } }),
    problems: [
      [
        "checks.restApi.retryIntervalMinutes",
        "retry-too-often",
        "Azure DevOps calls ten times at most before the check times out, which is after 1440 minutes.",
        "Write 0, or at least 144.",
      ],
    ],
  },
  {
    mistake: "a role on the connection that there is not, for nobody",
    args: { ...good, connectionRoles: [{ role: "Contributor" }] },
    problems: [
      [
        "connectionRoles[0].role",
        "value-unknown",
        '"Contributor" is not a role on a service connection.',
        "Write Administrator, User or Reader.",
      ],
      ["connectionRoles[0].id", "exactly-one-of", "Nothing is chosen here.", `Write exactly one of ${members}.`],
    ],
  },
  {
    mistake: "two roles for the same team",
    args: {
      ...good,
      connectionRoles: [
        { role: "User", team: "Operations" },
        { role: "Administrator", team: "operations" },
      ],
    },
    problems: [
      ["connectionRoles[1]", "listed-twice", "This is the same as connectionRoles[0].", "Remove one of the two."],
    ],
  },
  {
    mistake: "roles on the connection that nothing tells apart",
    args: {
      ...good,
      connectionRoles: [
        { role: "Reader", id: later },
        { role: "User", group: "Release-Managers" },
        { role: "Reader", group: "Release Managers" },
      ],
    },
    problems: [
      [
        "connectionRoles[0].name",
        "argument-missing",
        "This argument is missing.",
        'Write a short name, such as "operators": the id is an output, so that no name can be made from it.',
      ],
      [
        "connectionRoles[2].name",
        "name-needed",
        'connectionRoles[1] bears the name "group-release-managers" already.',
        'Write a short name that no other has, such as "storage": it tells the two apart in the stack.',
      ],
    ],
  },
];
