import type { Entity } from "../../../analysis/model/model";
import {
  absent,
  approval,
  branchControl,
  builtIn,
  check,
  connection,
  connectionRole,
  customRole,
  directoryPermission,
  identity,
  known,
  managedIdentity,
  pipelinePermission,
  providerTarget,
  roleAssignment,
  secret,
  storedSecret,
  subscriptionScope,
  to,
  toOther,
  trust,
  trustOf,
  unknown,
  unrecognized,
} from "../../support/model-builders";
import { ids } from "../../support/vendor-mocks";
import { readTitles, reportOf } from "./report-of";

const application = identity("payments");
const managed = managedIdentity("payments-id");
const prod = connection("payments-prod", to(application));
const reports = connection("reports", to(managed));
const context: readonly Entity[] = [application, managed, prod, reports];
const contributor = builtIn("b24988ac-6180-42a0-ab88-20f7382dd24c", "Contributor");
const other = "0f0f0f0f-1111-4222-8333-444444444444";

function titlesOf(before: readonly Entity[], after: readonly Entity[]): readonly string[] {
  return readTitles(reportOf([...context, ...before], [...context, ...after]));
}

describe("what is added", () => {
  test.each<[string, Entity, string]>([
    [
      "a trust in a connection of the stack",
      trust(to(application), prod),
      "The pipelines that may use service connection `payments-prod` can now sign in as application `payments`.",
    ],
    [
      "a trust in GitHub",
      trustOf("github", to(managed), {
        issuer: known("https://token.actions.githubusercontent.com"),
        subject: known("repo:contoso/shop:ref:refs/heads/main"),
      }),
      "GitHub Actions in the repository `contoso/shop` on the branch `main` can now sign in as managed identity `payments-id`.",
    ],
    [
      "a trust whose subject is secret",
      trustOf("hidden", to(managed), { subject: secret }),
      "Somebody who cannot be seen (the subject is hidden because it is secret) can now sign in as managed identity `payments-id`.",
    ],
    [
      "a trust whose subject comes from elsewhere",
      trustOf("later", to(managed), { subject: unknown("urn:pulumi:dev::payments::a:b:C::elsewhere") }),
      "Somebody who cannot be seen (the subject is not known until deployment: it comes from `elsewhere`) can now sign in as managed identity `payments-id`.",
    ],
    [
      "Contributor in a subscription",
      roleAssignment(to(application), { role: contributor, scope: known(subscriptionScope) }),
      `Application \`payments\` may now do everything except manage access (\`Contributor\`) in the whole subscription \`${ids.subscription}\`.`,
    ],
    [
      "a role in a place that is made here",
      roleAssignment(to(application), { scope: unknown("urn:pulumi:dev::payments::a:b:C::group") }),
      "Application `payments` may now read all settings, but no secrets and no stored data (`Reader`) in what is made here as `group`.",
    ],
    [
      "a role of a group",
      roleAssignment(toOther(other), { principalType: known("Group"), scope: known("/") }),
      `The group with the ID \`${other}\` may now read all settings, but no secrets and no stored data (\`Reader\`) in the whole tenant: every subscription there is.`,
    ],
    [
      "a role that Keyless knows only from a list",
      roleAssignment(to(application), {
        role: { kind: "named", name: "Load Test Contributor" },
        scope: known("/providers/Microsoft.Management/managementGroups/corp"),
      }),
      "Application `payments` may now use the role `Load Test Contributor` (it ",
    ],
    [
      "a role that Keyless does not know",
      roleAssignment(to(application), { role: { kind: "named", name: "Wizard" }, scope: known(subscriptionScope) }),
      "Application `payments` may now use the role `Wizard` (Keyless does not know what it allows) in the whole subscription",
    ],
    ["a pipeline", pipelinePermission(to(prod)), "Pipeline number `7` may now use service connection `payments-prod`."],
    [
      "every pipeline",
      pipelinePermission(to(prod), { allPipelines: true, pipeline: absent }),
      "Every pipeline of the project may now use service connection `payments-prod`.",
    ],
    [
      "an approval",
      approval(to(prod), { approvers: known(["a", "b", "c"]), minimumApprovers: known(2) }),
      "Using service connection `payments-prod` now needs the approval of 2 of 3 people or groups.",
    ],
    [
      "branch control",
      branchControl(to(prod)),
      "Service connection `payments-prod` can now be used only from the branches `refs/heads/main`.",
    ],
    [
      "an exclusive lock",
      check("exclusiveLock", to(prod)),
      "Only one run at a time can now use service connection `payments-prod`.",
    ],
    [
      "a password",
      storedSecret(to(application)),
      "Whoever holds the password `password` can now sign in as application `payments`, from anywhere.",
    ],
    [
      "a connection with a stored secret",
      connection("old", to(application), { scheme: known("ServicePrincipal"), storesSecret: known(true) }),
      "There is a new way in: pipelines that may use service connection `old` act as application `payments`, and sign in with a stored secret.",
    ],
    [
      "a connection of another kind",
      connection("git", { to: "absent" }, { kind: "github", scheme: absent }),
      "There is a new way in: pipelines that may use service connection `git` sign in to github.",
    ],
    [
      "a directory role",
      directoryPermission(to(application), {
        kind: "directoryRole",
        permission: known("62e90394-69f5-4237-9190-012177145e10"),
      }),
      "Application `payments` now has the directory role `Global Administrator` (it ",
    ],
    [
      "a group membership",
      directoryPermission(to(application), { kind: "groupMembership", permission: known(other) }),
      `Application \`payments\` is now a member of the group \`${other}\`, with all that the group has.`,
    ],
    [
      "a role on all connections",
      connectionRole({ roles: known(["Administrator"]) }),
      `The person or group \`${ids.principal}\` now has the role \`Administrator\` on every service connection of the project.`,
    ],
    ["a custom role", customRole("Restart"), "There is a new role that can be given: the custom role `Restart` (it "],
    [
      "a provider",
      providerTarget(),
      "The provider `devops` of `azuredevops` now works in the Azure DevOps organization `https://dev.azure.com/contoso`.",
    ],
    [
      "something that nobody understands",
      unrecognized("azuread:index/claimsMappingPolicy:ClaimsMappingPolicy", "policy"),
      "`policy` of the kind `azuread:index/claimsMappingPolicy:ClaimsMappingPolicy` is new, and Keyless does not understand what access it gives.",
    ],
    ["an identity", identity("more"), "There is a new identity: application `more`."],
  ])("%s", (_, thing, title) => {
    const titles = titlesOf([], [thing]);
    expect(titles.filter((one) => one.startsWith(title))).toHaveLength(1);
  });
});

describe("what is removed", () => {
  test.each<[string, Entity, string]>([
    [
      "a trust",
      trust(to(application), prod),
      "The pipelines that may use service connection `payments-prod` can no longer sign in as application `payments`.",
    ],
    [
      "a role",
      roleAssignment(to(application), { scope: known(subscriptionScope) }),
      `Application \`payments\` may no longer read all settings, but no secrets and no stored data (\`Reader\`) in the whole subscription \`${ids.subscription}\`.`,
    ],
    ["an approval", approval(to(prod)), "Using service connection `payments-prod` no longer needs anybody's approval."],
    ["branch control", branchControl(to(prod)), "Service connection `payments-prod` can now be used from any branch."],
    [
      "a pipeline",
      pipelinePermission(to(prod)),
      "Pipeline number `7` may no longer use service connection `payments-prod`.",
    ],
    [
      "a password",
      storedSecret(to(application)),
      "Whoever holds the password `password` can no longer sign in as application `payments`.",
    ],
  ])("%s", (_, thing, title) => {
    expect(titlesOf([thing], [])).toEqual([title]);
  });
});

describe("what is changed", () => {
  const inGroup = roleAssignment(to(application));
  test.each<[string, Entity, Entity, string]>([
    [
      "a wider scope",
      inGroup,
      roleAssignment(to(application), { scope: known(subscriptionScope) }),
      `Application \`payments\` may now read all settings, but no secrets and no stored data (\`Reader\`) in the whole subscription \`${ids.subscription}\`; before, it was only in the resource group \`payments\`.`,
    ],
    [
      "a wider role",
      inGroup,
      roleAssignment(to(application), { role: contributor }),
      "Application `payments` may now do everything except manage access (`Contributor`) in the resource group `payments`; before, it could read all settings, but no secrets and no stored data (`Reader`).",
    ],
    [
      "a narrower role",
      roleAssignment(to(application), { role: contributor }),
      inGroup,
      "Application `payments` may now only read all settings, but no secrets and no stored data (`Reader`) in the resource group `payments`; before, it could do everything except manage access (`Contributor`).",
    ],
    [
      "a condition that is gone",
      roleAssignment(to(application), { condition: known("@Resource[x] StringEquals 'y'") }),
      inGroup,
      "Application `payments` may read all settings, but no secrets and no stored data (`Reader`) in the resource group `payments`, and the condition that limited this is gone.",
    ],
    [
      "another identity behind a connection",
      prod,
      { ...prod, identity: to(managed) },
      "Pipelines that may use service connection `payments-prod` now act as managed identity `payments-id` instead of application `payments`.",
    ],
    [
      "a new name of a connection",
      prod,
      { ...prod, connectionName: known("payments-live") },
      "Service connection `payments-prod` is now called `payments-live`.",
    ],
    [
      "another pipeline",
      pipelinePermission(to(prod)),
      pipelinePermission(to(prod), { pipeline: known("8") }),
      "Pipeline number `8` may now use service connection `payments-prod` instead of pipeline number `7`.",
    ],
    [
      "fewer approvals",
      approval(to(prod), { approvers: known(["a", "b"]), minimumApprovers: known(2) }),
      approval(to(prod), { approvers: known(["a", "b"]), minimumApprovers: known(1) }),
      "The approval on service connection `payments-prod` stops less than before.",
    ],
    [
      "a new owner",
      application,
      { ...application, owners: known([ids.caller, other]) },
      "Somebody more owns application `payments`, and can add ways in to it.",
    ],
    [
      "a custom role that allows more",
      customRole("Restart"),
      customRole("Restart", { actions: known(["Microsoft.Web/sites/*"]) }),
      "Whoever has the custom role `Restart` may do more than before.",
    ],
  ])("%s", (_, before, after, title) => {
    const [old, now] = [
      [...context.filter(({ urn }) => urn !== before.urn), before],
      [...context.filter(({ urn }) => urn !== after.urn), after],
    ];
    expect(readTitles(reportOf(old, now))).toContain(title);
  });
});
