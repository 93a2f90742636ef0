import { randomUUID } from "node:crypto";
import { getBearerHandler, getPersonalAccessTokenHandler, WebApi } from "azure-devops-node-api";
import { CommentThreadStatus, CommentType, GitStatusState } from "azure-devops-node-api/interfaces/GitInterfaces";
import { decodeJwt } from "jose";
import { type Emulator, startEmulator } from "../../../../emulator/start-emulator";
import { allowOrganizationAdministrator } from "../../../../emulator/services/devops/members";
import { createPipelineJob } from "../../../../emulator/services/devops/pipeline-jobs";
import type { PlatformSeed } from "../../../../emulator/seed";

// The vendor's own client for Node, over HTTPS through the emulator's proxy, as a pipeline task uses it.

let emulator: Emulator;
let seed: PlatformSeed;
let client: WebApi;

beforeAll(async () => {
  emulator = await startEmulator();
  seed = emulator.seed();
  const { tenantId, principalId, clientId } = seed.deployer;
  const { organizationId } = seed.organization;
  allowOrganizationAdministrator(emulator.store, { organizationId, principalId });
  const claims = { aud: "499b84ac-1321-427f-aa17-267ca6975798", appid: clientId, oid: principalId, tid: tenantId };
  client = connect(await emulator.tokens.sign(`https://sts.windows.net/${tenantId}/`, claims, 3600));
});

afterAll(async () => {
  await emulator.stop();
});

function connect(token: string): WebApi {
  return new WebApi(seed.organizationUrl, getBearerHandler(token), clientOptions());
}

function clientOptions() {
  return {
    proxy: { proxyUrl: emulator.proxyUrl },
    cert: { caFile: emulator.caFile, certFile: "", keyFile: "" },
  };
}

function connectionFor(name: string) {
  return {
    name,
    type: "azurerm",
    url: "https://management.azure.com/",
    owner: "library",
    data: {
      creationMode: "Manual",
      environment: "AzureCloud",
      scopeLevel: "Subscription",
      subscriptionId: seed.subscription.subscriptionId,
      subscriptionName: seed.subscription.displayName,
    },
    authorization: {
      scheme: "WorkloadIdentityFederation",
      parameters: { tenantid: seed.tenant.tenantId, serviceprincipalid: seed.deployer.clientId },
    },
    serviceEndpointProjectReferences: [{ name, projectReference: { id: seed.project.projectId } }],
  };
}

describe("azure-devops-node-api", () => {
  it("creates, reads, renames and deletes a project", async () => {
    const core = await client.getCoreApi();
    const [process] = await core.getProcesses();
    const queued = await core.queueCreateProject({
      name: "Ledger",
      capabilities: {
        versioncontrol: { sourceControlType: "Git" },
        processTemplate: { templateTypeId: process?.id ?? "" },
      },
    });
    expect(queued.id).toBeTruthy();
    const project = await core.getProject("Ledger", true);
    expect(project).toMatchObject({ name: "Ledger", capabilities: { versioncontrol: { sourceControlType: "Git" } } });
    await core.updateProject({ name: "Books" }, project.id ?? "");
    expect((await core.getProjects()).map(({ name }) => name)).toEqual(["Books", "payments"]);
    await core.queueDeleteProject(project.id ?? "");
    expect((await core.getProjects()).map(({ name }) => name)).toEqual(["payments"]);
  });

  it("creates, reads, changes and deletes a service connection", async () => {
    const endpoints = await client.getServiceEndpointApi();
    const created = await endpoints.createServiceEndpoint(connectionFor("node"));
    const id = created.id ?? "";
    expect(created).toMatchObject({
      isReady: true,
      authorization: { parameters: { workloadIdentityFederationIssuerType: "EntraID" } },
    });
    expect(await endpoints.getServiceEndpointDetails("payments", id)).toMatchObject({ id, name: "node" });
    await endpoints.updateServiceEndpoint(connectionFor("renamed"), id);
    expect(await endpoints.getServiceEndpointsByNames("payments", ["renamed"])).toMatchObject([
      { id, authorization: created.authorization },
    ]);
    await expect(endpoints.createServiceEndpoint(connectionFor("renamed"))).rejects.toThrow("already exists");
    await endpoints.deleteServiceEndpoint(id, [seed.project.projectId]);
    expect(await endpoints.getServiceEndpointDetails("payments", id)).toBeNull();
  });

  it("creates, reads, changes, lists and deletes a build definition", async () => {
    const build = await client.getBuildApi();
    const created = await build.createDefinition(
      {
        name: "node",
        repository: { id: "payments", type: "TfsGit", defaultBranch: "refs/heads/main" },
        process: { type: 2, yamlFilename: "azure-pipelines.yml" } as object,
      },
      "payments",
    );
    const id = created.id ?? 0;
    expect(await build.getDefinition("payments", id)).toMatchObject({ id, name: "node", queueStatus: 0 });
    await build.updateDefinition({ ...created, name: "renamed" }, "payments", id);
    expect((await build.getDefinitions("payments")).map(({ name }) => name)).toEqual([
      "payments-deploy",
      "payments-build",
      "platform",
      "renamed",
    ]);
    await build.deleteDefinition("payments", id);
    expect(await build.getDefinition("payments", id)).toBeNull();
  });

  it("gives a pipeline its permission, and the pipeline's job a token", async () => {
    const endpoints = await client.getServiceEndpointApi();
    const connection = await endpoints.createServiceEndpoint(connectionFor("token"));
    const id = connection.id ?? "";
    const pipelineId = seed.pipelines.deploy.pipelineId;
    // The client has no method for pipeline permissions: the call is made with its own REST client.
    const url = `${seed.organizationUrl}/payments/_apis/pipelines/pipelinepermissions/endpoint/${id}`;
    const permission = await client.rest.update<{ pipelines: unknown[] }>(
      url,
      { pipelines: [{ id: pipelineId, authorized: true }] },
      { acceptHeader: "application/json;api-version=7.1-preview.1" },
    );
    expect(permission.result?.pipelines).toEqual([{ id: pipelineId, authorized: true }]);
    const context = { store: emulator.store, tokens: emulator.tokens, newId: randomUUID };
    const { projectId } = seed.project;
    const job = await createPipelineJob(context, { projectId, pipelineId, connectionIds: [id] });
    const tasks = await connect(job.accessToken).getTaskApi();
    const answer = await tasks.createOidcToken({}, projectId, "build", job.planId, job.jobId, id);
    expect(decodeJwt(answer.oidcToken ?? "").sub).toBe(
      connection.authorization?.parameters?.["workloadIdentityFederationSubject"],
    );
  });

  it("finds teams and their members, and gives, changes and takes away roles on a service connection", async () => {
    const core = await client.getCoreApi();
    const [team] = await core.getTeams("payments");
    expect(team).toMatchObject({ id: seed.team.identityId, name: "payments Team", projectName: "payments" });
    const members = await core.getTeamMembersWithExtendedProperties("payments", team?.id ?? "");
    expect(members.map(({ identity }) => identity?.displayName)).toEqual(["Ada Winter", "Cleo Lenz"]);
    const roles = await client.getSecurityRolesApi();
    const place = [
      "distributedtask.serviceendpointrole",
      `${seed.project.projectId}_${seed.deployer.connectionId}`,
    ] as const;
    const { identityId: userId } = seed.people.ben;
    const set = (roleName: string) => roles.setRoleAssignments([{ roleName, userId, uniqueName: "" }], ...place);
    expect(await set("User")).toMatchObject([{ identity: { id: userId }, role: { name: "User" }, access: 1 }]);
    await set("Administrator");
    const summarize = async () =>
      (await roles.getRoleAssignments(...place)).map(({ identity, role, access }) => [
        identity.displayName,
        role.name,
        access,
      ]);
    expect(await summarize()).toContainEqual(["Ben Sommer", "Administrator", 1]);
    expect(await summarize()).toContainEqual(["Endpoint Administrators", "Administrator", 2]);
    await roles.removeRoleAssignments([userId], ...place);
    expect(await summarize()).not.toContainEqual(expect.arrayContaining(["Ben Sommer"]));
    expect((await roles.getRoleDefinitions(place[0])).map(({ name }) => name)).toContain("Creator");
  });

  it("comments on a pull request, closes the thread and posts a status", async () => {
    const git = await client.getGitApi();
    const place = [seed.repository.repositoryId, seed.pullRequest.pullRequestId] as const;
    const created = await git.createThread(
      {
        comments: [{ parentCommentId: 0, content: "hello", commentType: CommentType.Text }],
        status: CommentThreadStatus.Active,
        properties: { mine: "yes" },
      },
      ...place,
      "payments",
    );
    const id = created.id ?? 0;
    await git.updateComment({ content: "better" }, ...place, id, 1, "payments");
    await git.updateThread({ status: CommentThreadStatus.Closed }, ...place, id, "payments");
    expect(await git.getThreads(...place, "payments")).toMatchObject([
      { id, status: 4, properties: { mine: { $value: "yes" } }, comments: [{ content: "better", commentType: 1 }] },
    ]);
    await git.deleteComment(...place, id, 1, "payments");
    expect(await git.getThreads(...place, "payments")).toMatchObject([{ id, isDeleted: true }]);
    const status = await git.createPullRequestStatus(
      { state: GitStatusState.Succeeded, description: "fine", context: { genre: "keyless", name: "report" } },
      ...place,
      "payments",
    );
    expect(status).toMatchObject({ state: 2 });
    expect(await git.getPullRequestStatuses(...place, "payments")).toMatchObject([{ id: status.id, state: 2 }]);
    await git.deletePullRequestStatus(...place, status.id ?? 0, "payments");
    expect(await git.getPullRequestStatuses(...place, "payments")).toEqual([]);
    expect(await git.getThreads(place[0], 99, "payments")).toBeNull();
    const { authenticatedUser } = await client.connect();
    expect(authenticatedUser).toMatchObject({ providerDisplayName: "platform-deploy", isActive: true });
    expect([undefined, seed.deployer.principalId]).not.toContain(authenticatedUser?.id);
  });

  it("hears that there are no personal access tokens", async () => {
    const withToken = new WebApi(seed.organizationUrl, getPersonalAccessTokenHandler("made-up"), clientOptions());
    await expect(withToken.getCoreApi()).rejects.toThrow("TF400813");
  });
});
