import * as azuredevops from "@pulumi/azuredevops";
import * as pulumi from "@pulumi/pulumi";
import { ArgumentsError } from "../../../lib/index";
import { findStorageKeys } from "../../../lib/members/find-storage-keys";
import type { MemberArgs } from "../../../lib/members/member-args";
import { readOutput } from "../../support/record-program";

const projectId = "16736c3b-3dcd-4025-874a-664a99d05d91";
const otherProjectId = "a56c4b3e-5a0b-4f70-9a2b-c04f0b1a2d3e";
const key = "0a99707e-0000-4000-8000-00000000000a";
const otherKey = "0a99707e-0000-4000-8000-00000000000b";

type Inputs = Readonly<Record<string, unknown>>;
type Answers = Readonly<Record<string, (inputs: Inputs) => Inputs | Error>>;

let lookedUp: (readonly [call: string, inputs: Inputs])[];

/** The vendor as a test needs it: what is not answered here is refused. */
async function startProgram(answers: Answers): Promise<void> {
  lookedUp = [];
  await pulumi.runtime.setMocks({
    newResource: ({ name }) => ({ id: name, state: {} }),
    call: ({ token, inputs }: { token: string; inputs: Inputs }) => {
      const call = token.split(":").at(-1) ?? token;
      lookedUp.push([call, inputs]);
      const answer = answers[call]?.(inputs) ?? new Error(`The test does not answer ${call}.`);
      // The SDK takes the words of the engine from `details`, where gRPC has them.
      if (answer instanceof Error) throw Object.assign(answer, { details: answer.message });
      return answer;
    },
  });
}

interface Use {
  readonly options?: pulumi.ComponentResourceOptions;
  readonly project?: string;
  readonly name?: string;
}

function find(member: MemberArgs, use?: Use): Promise<unknown> {
  return findAll([member], use).then(([id]) => id);
}

function findAll(
  members: readonly MemberArgs[],
  { options = {}, project = projectId, name = "dev" }: Use = {},
): Promise<unknown[]> {
  const resource = new pulumi.ComponentResource("test:index:Any", name, {}, options);
  const found = findStorageKeys(members, {
    component: { name, title: `Any "${name}"`, resource },
    path: "checks.approval.approvers",
    projectId: pulumi.output(project),
  });
  // A failed output fails in several promises at once. Those that the test does not look at would end the test run.
  for (const side of found.flatMap((one): unknown[] => [Reflect.get(one, "isKnown"), Reflect.get(one, "isSecret")])) {
    void Promise.resolve(side).catch(() => undefined);
  }
  return Promise.all(found.map(readOutput));
}

/** What a look-up ends with that must not succeed. */
async function findError(member: MemberArgs, use?: Use): Promise<Error> {
  const error = await find(member, use).catch((reason: unknown) => reason);
  if (error instanceof Error) return error;
  throw new Error(`Somebody was found: ${String(error)}`);
}

/** The words of the azuredevops provider, as the engine passes them on. */
function fail(call: string, reason: string): Error {
  const token = `azuredevops:index/${call}:${call}`;
  return new Error(`invocation of ${token} returned an error: invoking ${token}: 1 error occurred:\n\t* ${reason}\n\n`);
}

const noGroup = (name: unknown): Error =>
  fail("getGroup", `Could not find Group with Name: ${String(name)} in project with ID: ${projectId}`);
const noTeam = (name: unknown): Error =>
  fail("getTeam", `Get Team (Team Name: ${String(name)}). Error: The team with id '${String(name)}' does not exist.`);

describe("somebody who is given by the storage key", () => {
  test("is not looked up", async () => {
    await startProgram({});
    expect(await find({ id: pulumi.output(key.toUpperCase()) })).toBe(key);
    expect(lookedUp).toEqual([]);
  });
});

describe("somebody who is named", () => {
  beforeEach(() =>
    startProgram({
      getGroup: () => ({ groupId: key.toUpperCase() }),
      getGroups: () => ({ groups: [{ id: key, displayName: "Platform Owners" }, { id: otherKey }] }),
      getTeam: () => ({ id: key }),
      getUsers: () => ({ users: [{ id: key }] }),
    }),
  );

  test.each<[MemberArgs, string, Inputs]>([
    [{ group: "Release Managers" }, "getGroup", { name: "Release Managers", projectId }],
    [{ organizationGroup: "platform owners" }, "getGroups", {}],
    [{ team: "Operations" }, "getTeam", { name: "Operations", projectId }],
    [{ user: "ada@contoso.com" }, "getUsers", { principalName: "ada@contoso.com" }],
  ])("is found: %j", async (member, call, inputs) => {
    expect(await find(member)).toBe(key);
    expect(lookedUp).toEqual([[call, inputs]]);
  });

  test("is looked up once, however many checks name them and in whatever letters", async () => {
    const members = [{ group: "Release Managers" }, { group: "release managers" }, { group: "Operations" }];
    await Promise.all([...members, ...members].map((member, index) => find(member, { name: `dev-${String(index)}` })));
    expect(lookedUp.map(([, { name }]) => name)).toEqual(["Release Managers", "Operations"]);
  });

  test("is looked up in each project, and by each provider, for itself", async () => {
    const provider = new azuredevops.Provider("other", { orgServiceUrl: "https://dev.azure.com/other" });
    const group = { group: "Release Managers" };
    await find(group);
    await find(group, { project: otherProjectId });
    await find(group, { options: { providers: [provider] } });
    expect(lookedUp.map(([, inputs]) => inputs["projectId"])).toEqual([projectId, otherProjectId, projectId]);
  });

  test("is looked up once for all projects where they belong to none", async () => {
    for (const project of [projectId, otherProjectId]) {
      await find({ user: "ada@contoso.com" }, { project });
      await find({ organizationGroup: "Platform Owners" }, { project });
    }
    expect(lookedUp.map(([call]) => call)).toEqual(["getUsers", "getGroups"]);
  });
});

describe("somebody who is unknown", () => {
  const unknown = (kind: string, name: string): string =>
    `Azure DevOps has no ${kind} named "${name}", or the deploying identity may not see it.`;
  const writeKey = "Write the name as Azure DevOps shows it, or the storage key (GUID) as id.";

  beforeEach(() =>
    startProgram({
      getGroup: ({ name }) => noGroup(name),
      getGroups: ({ projectId: project }) => ({
        groups: [{ id: key, displayName: project === undefined ? "Platform Owners" : "Release Managers" }],
      }),
      getTeam: ({ name }) => noTeam(name),
      getUsers: () => ({ users: [] }),
    }),
  );

  test.each<[MemberArgs, string, string, string]>([
    [
      { group: "Relaese Managers" },
      "group",
      unknown("group of the project", "Relaese Managers"),
      'Did you mean "Release Managers"?',
    ],
    [
      { organizationGroup: "Owners" },
      "organizationGroup",
      unknown("group of the organization", "Owners"),
      'Did you mean "Platform Owners"?',
    ],
    [{ team: "Operations" }, "team", unknown("team of the project", "Operations"), writeKey],
    [{ user: "ada@contoso.com" }, "user", unknown("user", "ada@contoso.com"), writeKey],
  ])("is a problem of the argument: %j", async (member, argument, problem, fix) => {
    const error = await findError(member);

    expect(error instanceof ArgumentsError && error.problems).toEqual([
      { path: `checks.approval.approvers[0].${argument}`, rule: "member-unknown", problem, fix },
    ]);
    expect(error.message).toContain('Any "dev" has 1 problem in its arguments:\n');
  });

  test("is told together with all others of the list", async () => {
    const error = await findAll([{ team: "Operations" }, { id: key }, { user: "ada@contoso.com" }]).catch(
      (reason: unknown) => reason,
    );

    expect(error instanceof ArgumentsError && error.problems.map(({ path }) => path)).toEqual([
      "checks.approval.approvers[0].team",
      "checks.approval.approvers[2].user",
    ]);
  });

  test("is told by each component that names them, and looked up once", async () => {
    const errors = await Promise.all(["dev", "test"].map((name) => findError({ team: "Operations" }, { name })));

    expect(errors.map(({ message }) => message.split("\n")[0])).toEqual([
      'Any "dev" has 1 problem in its arguments:',
      'Any "test" has 1 problem in its arguments:',
    ]);
    expect(lookedUp).toHaveLength(1);
  });
});

test("a name that several bear is refused: whoever adds a group would choose who approves", async () => {
  await startProgram({
    getGroups: () => ({
      groups: [
        { id: key, displayName: "Owners" },
        { id: otherKey, displayName: "OWNERS" },
      ],
    }),
    getUsers: () => ({ users: [{ id: otherKey }, { id: key }] }),
  });
  const errors = await Promise.all([
    findError({ organizationGroup: "Owners" }),
    findError({ user: "ada@contoso.com" }),
  ]);

  expect(errors.map((error) => error instanceof ArgumentsError && error.problems[0])).toEqual([
    {
      path: "checks.approval.approvers[0].organizationGroup",
      rule: "member-ambiguous",
      problem: 'Azure DevOps has more than one group of the organization named "Owners".',
      fix: `Write the id of the one that is meant: ${key} or ${otherKey}.`,
    },
    {
      path: "checks.approval.approvers[0].user",
      rule: "member-ambiguous",
      problem: 'Azure DevOps has more than one user named "ada@contoso.com".',
      fix: `Write the id of the one that is meant: ${key} or ${otherKey}.`,
    },
  ]);
});

test.each<[MemberArgs, string, string, string]>([
  [
    { group: "Owners" },
    "getGroup",
    "Finding descriptor for project with ID: 1. Error: TF400813: not authorized",
    'group of the project "Owners"',
  ],
  [
    { team: "Owners" },
    "getTeam",
    'Get Team members (Team Name: Owners). Error: Get "https://dev.azure.com": EOF',
    'team of the project "Owners"',
  ],
  [{ user: "ada@contoso.com" }, "getUsers", 'Listing users: "TF400813: not authorized"', 'user "ada@contoso.com"'],
])(
  "what else the provider says is passed on, and nothing is said of the name: %j",
  async (member, call, reason, what) => {
    await startProgram({ [call]: () => fail(call, reason) });
    const error = await findError(member);

    expect(error).not.toBeInstanceOf(ArgumentsError);
    expect(pulumi.RunError.isInstance(error)).toBe(true);
    expect(error.message).toContain(`Any "dev" could not look up the ${what} (checks.approval.approvers[0].`);
    expect(error.message).toContain(`1 error occurred: * ${reason}\n`);
  },
);
