import { allowProjectReader } from "../../../../emulator/services/devops/members";
import { createDevopsHarness, type DevopsHarness } from "./devops-harness";

let harness: DevopsHarness;
beforeEach(async () => {
  harness = await createDevopsHarness();
});

const stranger = "99999999-0000-4000-8000-000000000001";

describe("signing in to Azure DevOps", () => {
  it("lets a member in with a token for the Azure DevOps application", async () => {
    expect(await harness.send({ path: "/_apis/projects" })).toMatchObject({ status: 200 });
  });

  it("takes the application's identifier URI as the audience too", async () => {
    const token = await harness.signIn(harness.seed.deployer.principalId, {
      aud: "https://app.vssps.visualstudio.com/",
    });
    expect(await harness.send({ path: "/_apis/projects", token })).toMatchObject({ status: 200 });
  });

  it.each([
    ["another audience", { aud: "https://graph.microsoft.com" }],
    ["another tenant", { tid: "11111111-0000-4000-8000-000000000001" }],
    ["a token that is over", { iat: 1, nbf: 1, exp: 2 }],
  ])("refuses %s", async (_what, change) => {
    const token = await harness.signIn(harness.seed.deployer.principalId, change);
    expect(await harness.send({ path: "/_apis/projects", token })).toMatchObject({
      status: 401,
      body: { typeKey: "UnauthorizedRequestException" },
    });
  });

  it("refuses a principal that the organization did not let in, by its id", async () => {
    const token = await harness.signIn(stranger);
    expect(await harness.send({ path: "/_apis/projects", token })).toMatchObject({
      status: 401,
      body: { message: `TF400813: The user '${stranger}' is not authorized to access this resource.` },
    });
  });

  it("refuses a personal access token and says why", async () => {
    const authorization = `Basic ${Buffer.from("_:made-up").toString("base64")}`;
    const answer = await harness.send({ path: "/_apis/projects", token: null, headers: { authorization } });
    expect(answer).toMatchObject({ status: 401, body: { typeKey: "UnauthorizedRequestException" } });
    expect(decodeURIComponent(answer.headers.get("x-tfs-serviceerror") ?? "")).toContain("Entra tokens");
  });

  it("sends who brings nothing to the sign-in page, unless asked not to", async () => {
    const path = "/_apis/projects";
    expect(await harness.send({ path, token: null })).toMatchObject({ status: 401 });
    const redirected = await harness.send({ path, token: null, headers: { "x-tfs-fedauthredirect": "" } });
    expect(redirected.status).toBe(302);
    expect(redirected.headers.get("location")).toContain("/_signin?realm=dev.azure.com");
  });

  it("does not look at the body of a stranger's request", async () => {
    const token = await harness.signIn(stranger);
    const request = { method: "POST", path: "/_apis/serviceendpoint/endpoints", token, body: { wrong: true } };
    expect(await harness.send(request)).toMatchObject({ status: 401 });
  });

  it("lets a job of the organization read, until it is over", async () => {
    const { store, seed, startJob, send } = harness;
    const job = await startJob(seed.pipelines.deploy.pipelineId, []);
    const path = `/_apis/projects/${seed.project.projectId}`;
    expect(await send({ path, token: job.accessToken })).toMatchObject({ status: 200 });
    store.clock.advance(61 * 60 * 1000);
    expect(await send({ path, token: job.accessToken })).toMatchObject({ status: 401 });
  });

  it("hides a project from a member of another one", async () => {
    const { store, seed, send, signIn } = harness;
    const other = store.projects.insert({ ...seed.project, projectId: stranger, name: "other" });
    allowProjectReader(store, { projectId: other.projectId, principalId: stranger });
    const token = await signIn(stranger);
    expect(await send({ path: "/_apis/projects", token })).toMatchObject({
      body: { count: 1, value: [{ name: "other" }] },
    });
    expect(await send({ path: "/_apis/projects/payments", token })).toMatchObject({
      status: 404,
      body: { message: expect.stringMatching(/^TF200016: /) as string },
    });
  });
});
