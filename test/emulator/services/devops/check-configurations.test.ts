import { allowProjectReader } from "../../../../emulator/services/devops/members";
import { createConnection, createDevopsHarness, type DevopsHarness } from "./devops-harness";

let harness: DevopsHarness;
let connectionId: string;
let approver: string;
beforeEach(async () => {
  harness = await createDevopsHarness();
  connectionId = (await createConnection(harness)).id;
  approver = harness.seed.people.ada.identityId;
});

const stranger = "99999999-0000-4000-8000-00000000000a";

// The type's id is the one that the pages of Azure DevOps' REST API show for an approval.
const approvalType = "8c6f20a7-a545-4486-9777-f762fafe0d4d";

function pathOf(tail = ""): string {
  return `/${harness.seed.project.projectId}/_apis/pipelines/checks/configurations${tail}`;
}

function approvalBody(change: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    resource: { type: "endpoint", id: connectionId },
    type: { id: approvalType, name: "Approval" },
    settings: { approvers: [{ id: approver }], minRequiredApprovers: 1, requesterCannotBeApprover: true },
    timeout: 60,
    ...change,
  };
}

function create(change: Record<string, unknown> = {}): ReturnType<DevopsHarness["send"]> {
  return harness.send({ method: "POST", path: pathOf(), body: approvalBody(change) });
}

describe("check configurations", () => {
  it("are created, and read with their settings only where these are asked for", async () => {
    expect(await create()).toMatchObject({
      status: 200,
      body: { id: 1, version: 1, timeout: 60, type: { id: approvalType, name: "Approval" } },
    });
    expect((await harness.send({ path: pathOf("/1?$expand=settings") })).body).toMatchObject({
      resource: { type: "endpoint", id: connectionId },
      settings: { approvers: [{ id: approver }], minRequiredApprovers: 1, requesterCannotBeApprover: true },
    });
    expect((await harness.send({ path: pathOf("/1") })).body).not.toHaveProperty("settings");
  });

  it("are listed by the resource that they protect", async () => {
    await create();
    await create({ type: { id: "2ef31ad6-baa0-403a-8b45-2cbc9b4e5563" }, settings: {}, timeout: null });
    const list = pathOf(`?resourceType=endpoint&resourceId=${connectionId}`);
    expect((await harness.send({ path: list })).body).toMatchObject({
      count: 2,
      value: [{ id: 1 }, { id: 2, timeout: 43_200 }],
    });
    expect(await harness.send({ path: pathOf() })).toMatchObject({ status: 400 });
  });

  it("count their versions and keep their type", async () => {
    await create();
    const settings = { approvers: [{ id: approver }], minRequiredApprovers: 0 };
    expect(await harness.send({ method: "PATCH", path: pathOf("/1"), body: approvalBody({ settings }) })).toMatchObject(
      {
        status: 200,
        body: { version: 2, settings },
      },
    );
    const type = { id: "2ef31ad6-baa0-403a-8b45-2cbc9b4e5563" };
    expect(await harness.send({ method: "PATCH", path: pathOf("/1"), body: approvalBody({ type }) })).toMatchObject({
      status: 400,
    });
  });

  it("are gone once deleted, and no number is given again", async () => {
    await create();
    expect(await harness.send({ method: "DELETE", path: pathOf("/1") })).toMatchObject({ status: 204 });
    expect(await harness.send({ path: pathOf("/1") })).toMatchObject({
      status: 404,
      body: { message: expect.stringContaining("does not exist.") as string },
    });
    expect(await create()).toMatchObject({ body: { id: 2 } });
  });

  it.each([
    ["an unknown kind", { type: { id: "11111111-2222-4333-8444-555555555555" } }, 400],
    ["an approval without approvers", { settings: { approvers: [] } }, 400],
    ["a resource that is not there", { resource: { type: "endpoint", id: stranger } }, 404],
  ])("refuse %s", async (_, change, status) => {
    expect(await create(change)).toMatchObject({ status });
    expect(harness.store.checkConfigurations.list()).toEqual([]);
  });

  it("take no approver by any other id than the organization's own", async () => {
    const { people, groups } = harness.seed;
    for (const id of [stranger, people.ada.originId, groups.changeBoard.originId, harness.seed.deployer.principalId]) {
      const settings = { approvers: [{ id: approver }, { id }] };
      const refused = {
        status: 400,
        body: { message: `The following identities are invalid: ${id}.\nParameter name: identities` },
      };
      expect(await create({ settings })).toMatchObject(refused);
      await create();
      const checkId = harness.store.checkConfigurations.list().at(-1)?.checkId ?? 0;
      const change = { method: "PATCH", path: pathOf(`/${checkId}`), body: approvalBody({ settings }) };
      expect(await harness.send(change)).toMatchObject(refused);
    }
  });

  it("are read by a reader and written by an administrator only, never by a job", async () => {
    await create();
    const principalId = "99999999-0000-4000-8000-000000000002";
    allowProjectReader(harness.store, { projectId: harness.seed.project.projectId, principalId });
    const reader = await harness.signIn(principalId);
    const { accessToken: job } = await harness.startJob(11, [connectionId]);
    expect(await harness.send({ path: pathOf("/1"), token: reader })).toMatchObject({ status: 200 });
    for (const token of [reader, job]) {
      expect(await harness.send({ method: "DELETE", path: pathOf("/1"), token })).toMatchObject({ status: 403 });
      expect(await harness.send({ method: "POST", path: pathOf(), body: approvalBody(), token })).toMatchObject({
        status: 403,
      });
    }
  });

  it("go with the connection", async () => {
    await create();
    const path = `/_apis/serviceendpoint/endpoints/${connectionId}?projectIds=${harness.seed.project.projectId}`;
    expect(await harness.send({ method: "DELETE", path })).toMatchObject({ status: 204 });
    expect(harness.store.checkConfigurations.list()).toEqual([]);
  });
});
