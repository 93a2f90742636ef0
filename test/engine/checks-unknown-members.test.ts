import { declareConnections, describeConnection } from "./support/declare-connections";
import { engineTimeout } from "./support/engine-timeout";
import { listWrites } from "./support/requests";
import { startScenario, type Scenario } from "./support/scenario";

jest.setTimeout(engineTimeout);

let scenario: Scenario;

beforeEach(async () => {
  scenario = await startScenario({ program: "connections" });
});

afterEach(() => scenario.stop());

/** Each problem as it is printed: a path, what is wrong, and what to do. */
function findProblems(output: string): string[] {
  const lines = output.split("\n").map((line) => line.trim());
  return lines.flatMap((line, index) =>
    /^(?:checks|connectionRoles)\S+: /.test(line) ? [`${line} ${lines[index + 1] ?? ""}`] : [],
  );
}

it("is told by the preview of every name that Azure DevOps does not know, or knows twice", async () => {
  const { emulator, platform, stack } = scenario;
  const twins = [1, 2].map((number) =>
    emulator.control.addIdentity({ kind: "user", name: `Dora ${String(number)}`, accountName: "dora@contoso.example" }),
  );
  await declareConnections(scenario, {
    "payments-prod": describeConnection(platform, {
      checks: {
        approval: {
          approvers: [
            { group: "Relaese Managers" },
            { organizationGroup: "Complaince" },
            { user: "nobody@contoso.example" },
          ],
        },
      },
      connectionRoles: [
        { role: "User", team: "Nobody's Team" },
        { role: "Reader", user: "dora@contoso.example" },
      ],
    }),
  });

  await expect(stack.previewText()).rejects.toThrow();
  const unseen = ", or the deploying identity may not see it.";
  const writeName = "Write the name as Azure DevOps shows it, or the storage key (GUID) as id.";
  const [first, second] = twins.map(({ identityId }) => identityId).sort();
  expect(new Set(findProblems(scenario.log()))).toEqual(
    new Set([
      `checks.approval.approvers[0].group: Azure DevOps has no group of the project named "Relaese Managers"${unseen} Did you mean "Release Managers"? [member-unknown]`,
      `checks.approval.approvers[1].organizationGroup: Azure DevOps has no group of the organization named "Complaince"${unseen} Did you mean "Compliance"? [member-unknown]`,
      `checks.approval.approvers[2].user: Azure DevOps has no user named "nobody@contoso.example"${unseen} ${writeName} [member-unknown]`,
      `connectionRoles[0].team: Azure DevOps has no team of the project named "Nobody's Team"${unseen} ${writeName} [member-unknown]`,
      `connectionRoles[1].user: Azure DevOps has more than one user named "dora@contoso.example". Write the id of the one that is meant: ${first ?? ""} or ${second ?? ""}. [member-ambiguous]`,
    ]),
  );
  expect(listWrites(scenario)).toEqual([]);
});
