import { engineTimeout } from "./support/engine-timeout";
import { takeInventory, type Inventory } from "./support/inventory";
import { takeMoment, type Moment } from "./support/moment";
import { findLastRequest, listWrites } from "./support/requests";
import { startScenario, type Scenario } from "./support/scenario";

// The vendor's own program and provider against the emulator's identities and roles.

const roleType = "azuredevops:index/securityroleAssignment:SecurityroleAssignment";

interface Story {
  before: Inventory;
  /** What the CLI says where a role is given to a group by its id at Microsoft Entra ID. */
  refusal: string;
  created: Moment;
  /** What a second `up` and a refresh would have changed. */
  writesWithoutChange: string[];
  changed: Moment;
  destroyed: Moment;
}

let scenario: Scenario;
let story: Story;

async function tell(): Promise<Story> {
  const { stack, platform, emulator } = scenario;
  const { originId } = platform.groups.changeBoard;
  const before = takeInventory(emulator);
  await stack.configure({ "scenario:identityId": originId, "scenario:roleName": "User" });
  const refused = await stack.try("up");
  await stack.configure({ "scenario:identityId": platform.groups.changeBoard.identityId });
  await stack.up();
  const created = await takeMoment(scenario);
  const lastRequest = findLastRequest(scenario);
  await stack.up("--expect-no-changes");
  await stack.refresh("--expect-no-changes");
  const writesWithoutChange = listWrites(scenario, lastRequest);
  await stack.configure({ "scenario:roleName": "Reader" });
  await stack.up();
  const changed = await takeMoment(scenario);
  await stack.destroy();
  return {
    before,
    refusal: `${refused.stdout}\n${refused.stderr}`,
    created,
    writesWithoutChange,
    changed,
    destroyed: await takeMoment(scenario),
  };
}

/** Who has which access to the connection, by name. */
function readAccess({ clouds }: Moment): Record<string, [allow: number, deny: number]> {
  const { connectionId } = scenario.platform.deployer;
  const connection = clouds.serviceConnections.find((one) => one.connectionId === connectionId);
  const entries = (connection?.projects[0]?.access ?? []).map(({ identityId, allow, deny }) => {
    const identity = clouds.organizationIdentities.find((one) => one.identityId === identityId);
    return [identity?.displayName, [allow, deny]] as const;
  });
  return Object.fromEntries(entries) as ReturnType<typeof readAccess>;
}

beforeAll(async () => {
  scenario = await startScenario({ program: "connection-access" });
  const { project, deployer } = scenario.platform;
  await scenario.stack.configure({
    "scenario:projectId": project.projectId,
    "scenario:connectionId": deployer.connectionId,
  });
  story = await tell();
}, engineTimeout);

afterAll(() => scenario.stop());

describe("people, groups and teams", () => {
  it("are found by name, under the organization's own ids", () => {
    const { groups, team, people } = scenario.platform;
    expect(story.created.outputs["found"]).toEqual({
      projectGroup: groups.releaseManagers.identityId,
      organizationGroup: groups.compliance.identityId,
      team: team.identityId,
      teamMembers: [expect.stringMatching(/^aad\./), expect.stringMatching(/^aad\./)],
      user: people.ada.identityId,
    });
  });

  it("approve", () => {
    const { groups, team, people } = scenario.platform;
    const [check] = story.created.clouds.checkConfigurations;
    expect(check?.settings).toMatchObject({ minRequiredApprovers: 1, requesterCannotBeApprover: true });
    const approvers = check?.settings["approvers"] as { id: string }[];
    expect(approvers.map(({ id }) => id).sort()).toEqual(
      [groups.releaseManagers, groups.compliance, team, people.ada].map(({ identityId }) => identityId).sort(),
    );
  });
});

describe("a role on a service connection", () => {
  it("is not given to an id that is not the organization's own", () => {
    expect(story.refusal).toContain("Ensure you are using the internal identity ID (storage key)");
  });

  it("is given, changed in place and taken away again", () => {
    const others = { "platform-deploy": [31, 0], Compliance: [1, 2] };
    expect(readAccess(story.created)).toEqual({ ...others, "Change Board": [17, 0] });
    expect(readAccess(story.changed)).toEqual({ ...others, "Change Board": [16, 0] });
    const idOf = ({ resources }: Moment): string | undefined => resources.find(({ type }) => type === roleType)?.id;
    expect(idOf(story.changed)).toBe(idOf(story.created));
    expect(readAccess(story.destroyed)).toEqual({ "platform-deploy": [31, 0] });
  });
});

it("changes nothing in a second up and a refresh", () => {
  expect(story.writesWithoutChange).toEqual([]);
});

it("leaves the identities as they were", () => {
  expect(story.destroyed.clouds.organizationIdentities).toEqual(story.before.organizationIdentities);
  expect(story.destroyed.clouds.identityMemberships).toEqual(story.before.identityMemberships);
  expect(story.destroyed.clouds.checkConfigurations).toEqual([]);
});

it("asks for nothing that the emulator does not have", () => {
  const failures = scenario.emulator.control
    .listRequests()
    .filter(({ status }) => status >= 400)
    .map(({ method, path, status }) => `${method} ${path} ${status}`);
  expect(failures).toEqual([]);
});
