import { createLocalJWKSet, decodeJwt, jwtVerify, type JWTPayload } from "jose";
import { z } from "zod";
import {
  approveCheck,
  finishPipelineJob,
  type StartedPipelineJob,
} from "../../../../emulator/services/devops/pipeline-jobs";
import {
  askForToken,
  authorizePipeline,
  type CreatedConnection,
  createConnection,
  createDevopsHarness,
  type DevopsAnswer,
  type DevopsHarness,
} from "./devops-harness";

let harness: DevopsHarness;
let connection: CreatedConnection;
let job: StartedPipelineJob;
beforeEach(async () => {
  harness = await createDevopsHarness();
  connection = await createConnection(harness);
  await authorizePipeline(harness, connection.id, 11);
  job = await harness.startJob(11, [connection.id]);
});

interface TokenRequest {
  job?: StartedPipelineJob;
  method?: string;
  token?: string;
}

function ask(connectionId: string | undefined, request: TokenRequest = {}): Promise<DevopsAnswer> {
  const { job: asking = job, ...rest } = request;
  return askForToken(harness, asking, connectionId, rest);
}

async function askForClaims(connectionId: string | undefined): Promise<JWTPayload> {
  const answer = await ask(connectionId);
  const { oidcToken } = z.strictObject({ oidcToken: z.string() }).parse(answer.body);
  const { iss = "" } = decodeJwt(oidcToken);
  const keys = createLocalJWKSet(await harness.context.tokens.keys(iss));
  const { payload, protectedHeader } = await jwtVerify(oidcToken, keys, { algorithms: ["RS256"] });
  expect(protectedHeader.alg).toBe("RS256");
  return payload;
}

const refused = {
  status: 403,
  body: { message: expect.stringContaining("has not been authorized for use") as string },
};

describe("the token of a service connection", () => {
  // Claims and life as seen in public tokens.
  it("is Entra's in the public cloud", async () => {
    const claims = await askForClaims(connection.id);
    expect(claims).toMatchObject({
      iss: connection.issuer,
      sub: connection.subject,
      aud: "fb60f99c-7a34-4190-8149-302f77469936",
      azp: "499b84ac-1321-427f-aa17-267ca6975798",
      idtyp: "app",
      ver: "2.0",
      tid: harness.seed.tenant.tenantId,
    });
    expect((claims.exp ?? 0) - (claims.iat ?? 0)).toBe(86_700);
  });

  it.each([
    ["AzureUSGovernment", "api://AzureADTokenExchangeUSGov"],
    ["AzureChinaCloud", "api://AzureADTokenExchangeChina"],
  ])("is Azure DevOps' own for %s", async (environment, aud) => {
    const { id } = await createConnection(harness, { name: "elsewhere", data: { environment } });
    await authorizePipeline(harness, id, 11);
    job = await harness.startJob(11, [id]);
    const claims = await askForClaims(id);
    expect(claims).toMatchObject({
      iss: `https://vstoken.dev.azure.com/${harness.seed.organization.organizationId}`,
      sub: "sc://contoso/payments/elsewhere",
      aud,
    });
    const { iat = 0, nbf = 0, exp = 0 } = claims;
    expect([nbf - iat, exp - iat]).toEqual([-600, 299]);
  });

  it("is Azure DevOps' own in an organization of the earlier generation", async () => {
    harness = await createDevopsHarness({ issuerGeneration: "azure-devops" });
    connection = await createConnection(harness);
    await authorizePipeline(harness, connection.id, 11);
    job = await harness.startJob(11, [connection.id]);
    expect(await askForClaims(connection.id)).toMatchObject({
      sub: "sc://contoso/payments/payments-prod",
      aud: "api://AzureADTokenExchange",
    });
  });

  it("is given where the connection is open to all pipelines", async () => {
    const path = `/payments/_apis/pipelines/pipelinePermissions/endpoint/${connection.id}`;
    await harness.send({ method: "PATCH", path, body: { allPipelines: { authorized: true } } });
    job = await harness.startJob(12, [connection.id]);
    expect(await ask(connection.id)).toMatchObject({ status: 200 });
  });

  it("is refused to a pipeline without permission", async () => {
    job = await harness.startJob(12, [connection.id]);
    expect(await ask(connection.id)).toMatchObject(refused);
  });

  it("is refused once the permission is taken away", async () => {
    const path = `/payments/_apis/pipelines/pipelinePermissions/endpoint/${connection.id}`;
    await harness.send({ method: "PATCH", path, body: { pipelines: [{ id: 11, authorized: false }] } });
    expect(await ask(connection.id)).toMatchObject(refused);
  });

  it("is refused once the connection is deleted", async () => {
    const path = `/_apis/serviceendpoint/endpoints/${connection.id}?projectIds=${harness.seed.project.projectId}`;
    expect(await harness.send({ method: "DELETE", path })).toMatchObject({ status: 204 });
    expect(await ask(connection.id)).toMatchObject(refused);
  });

  it("is refused for a connection of another project", async () => {
    const { store, seed, send } = harness;
    const projectId = "99999999-0000-4000-8000-000000000001";
    const other = store.projects.insert({ ...seed.project, projectId, name: "other" });
    const moved = { ...harness, seed: { ...seed, project: other } };
    const elsewhere = await createConnection(moved, { name: "elsewhere" });
    store.pipelinePermissions.insert({
      projectId: seed.project.projectId,
      resourceType: "endpoint",
      resourceId: elsewhere.id,
      allPipelines: true,
      pipelineIds: [],
    });
    job = await harness.startJob(11, [elsewhere.id]);
    expect(await ask(elsewhere.id)).toMatchObject(refused);
    expect(await send({ path: `/payments/_apis/serviceendpoint/endpoints/${elsewhere.id}` })).toMatchObject({
      body: null,
    });
  });

  // The text and the odd count as in https://github.com/dotnet/docker-tools/issues/2012
  it("is refused to a stage that does not refer to the connection", async () => {
    job = await harness.startJob(11, []);
    const { status, body } = await ask(connection.id);
    const { count, value } = z.strictObject({ count: z.number(), value: z.string() }).parse(body);
    expect(value).toContain(`There is no explicit reference to service connection ${connection.id} from current stage`);
    expect([status, count]).toEqual([400, value.length]);
  });
});

describe("the token of a pipeline itself", () => {
  it.each([undefined, "payments-prod", ""])("is what a step gets that names the connection %j", async (named) => {
    const { organization, project } = harness.seed;
    expect(await askForClaims(named)).toMatchObject({
      iss: `https://vstoken.dev.azure.com/${organization.organizationId}`,
      sub: "p://contoso/payments/payments-deploy",
      aud: "api://AzureADTokenExchange",
      org_id: organization.organizationId,
      prj_id: project.projectId,
      def_id: "11",
    });
  });
});

describe("asking for a token", () => {
  it("is done with POST", async () => {
    expect(await ask(connection.id, { method: "GET" })).toMatchObject({
      status: 405,
      body: { count: 1, value: { Message: "The requested resource does not support http method 'GET'." } },
    });
  });

  it("is for the job itself", async () => {
    const other = await harness.startJob(11, [connection.id]);
    expect(await ask(connection.id, { token: other.accessToken })).toMatchObject({ status: 403 });
    const deployer = await harness.signIn(harness.seed.deployer.principalId);
    expect(await ask(connection.id, { token: deployer })).toMatchObject({ status: 403 });
  });

  it("ends with the job", async () => {
    finishPipelineJob(harness.context, job.jobId);
    expect(await ask(connection.id)).toMatchObject({ status: 401 });
  });

  it("needs a plan that exists, under its own project and hub", async () => {
    const path = job.oidcRequestUri.slice("https://dev.azure.com/contoso".length);
    const token = job.accessToken;
    for (const wrong of [
      path.replace(job.planId, job.jobId),
      path.replace("hubs/build", "hubs/rm"),
      path.replace(harness.seed.project.projectId, harness.seed.organization.organizationId),
    ]) {
      expect(await harness.send({ method: "POST", path: wrong, token })).toMatchObject({ status: 404 });
    }
  });

  it("never gives out the job's own token as one for Entra", async () => {
    const claims = decodeJwt(job.accessToken);
    expect(claims.iss).not.toBe(connection.issuer);
    expect(claims.iss).not.toMatch(/^https:\/\/vstoken/);
    await expect(harness.startJob(99, [])).rejects.toThrow("There is no pipeline 99");
  });
});

describe("a check on the service connection", () => {
  const held = { status: 403, body: { message: expect.stringContaining("holds this job until") as string } };

  async function protect(): Promise<void> {
    const body = {
      resource: { type: "endpoint", id: connection.id },
      type: { id: "8c6f20a7-a545-4486-9777-f762fafe0d4d" },
      settings: { approvers: [{ id: harness.seed.people.ada.identityId }] },
    };
    const path = `/${harness.seed.project.projectId}/_apis/pipelines/checks/configurations`;
    expect(await harness.send({ method: "POST", path, body })).toMatchObject({ status: 200 });
  }

  it("holds a job until it is approved", async () => {
    await protect();
    expect(await ask(connection.id)).toMatchObject(held);
    approveCheck(harness.context, { jobId: job.jobId, checkId: 1, by: harness.seed.people.ada.identityId });
    expect(await ask(connection.id)).toMatchObject({ status: 200 });
  });

  it("does not hold what the job gets as itself", async () => {
    await protect();
    expect(await ask(undefined)).toMatchObject({ status: 200 });
  });

  it("cannot be approved where it or the job is unknown", async () => {
    await protect();
    const approve = (jobId: string, checkId: number): void => {
      approveCheck(harness.context, { jobId, checkId, by: harness.seed.people.ada.identityId });
    };
    expect(() => {
      approve("nobody", 1);
    }).toThrow("There is no job");
    expect(() => {
      approve(job.jobId, 2);
    }).toThrow("There is no check 2");
  });
});
