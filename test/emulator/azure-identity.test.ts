import { decodeJwt } from "jose";
import { clouds, type CloudName } from "../../facts/clouds";
import { findHost } from "../../emulator/hosts";
import { deployerEnvironment, type PlatformSeed } from "../../emulator/seed";
import { startEmulator, type Emulator } from "../../emulator/start-emulator";
import { runClient, type ClientRun } from "../support/run-client";

jest.setTimeout(60_000);

let emulator: Emulator;
let platform: PlatformSeed;

beforeEach(async () => {
  emulator = await startEmulator();
});

afterEach(async () => {
  await emulator.stop();
});

async function signInDeployer(cloud: CloudName): Promise<ClientRun> {
  platform = emulator.seed({ cloud });
  const { deployer, organizationUrl } = platform;
  const oidcTokenFile = await emulator.writeDeployerToken(deployer);
  const environment = {
    ...deployerEnvironment(deployer, { oidcTokenFile, organizationUrl, cloud }),
    AUTHORITY_HOST: `https://${clouds[cloud].loginHost}`,
    SCOPE: `${clouds[cloud].resourceManagerAudience}/.default`,
  };
  return runClient({ emulator, program: "client-assertion.mjs", environment });
}

test.each<CloudName>(["AzureCloud", "AzureUSGovernment", "AzureChinaCloud"])(
  "the unmodified client signs the deploying identity in under the names it knows: %s",
  async (cloud) => {
    const { exitCode, stdout, stderr } = await signInDeployer(cloud);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(decodeJwt(stdout)).toMatchObject({
      oid: platform.deployer.principalId,
      aud: clouds[cloud].resourceManagerAudience,
    });
    const requests = emulator.control.listRequests();
    expect(new Set(requests.map(({ service }) => service))).toEqual(new Set(["login"]));
    expect(requests.at(-1)).toMatchObject({ method: "POST", status: 200 });
    expect(requests.map(({ host }) => findHost(host)?.cloud)).toEqual(requests.map(() => cloud));
  },
);

test("a refusal reaches the client's user with Entra's code", async () => {
  emulator.control.addFault({ service: "login", method: "POST", status: 401, times: "always" });
  const { exitCode, stderr } = await signInDeployer("AzureCloud");
  expect(exitCode).toBe(1);
  expect(stderr).toContain("AuthenticationRequiredError");
});

describe("a pipeline's step", () => {
  interface Step {
    pipeline?: "platform" | "build";
    connectionId?: string;
    /** What the stage refers to. Default: the connection. */
    connectionIds?: string[];
  }

  async function runStep({ pipeline = "platform", ...step }: Step = {}): Promise<ClientRun> {
    platform = emulator.seed();
    const { project, pipelines, deployer } = platform;
    const { connectionId = deployer.connectionId } = step;
    const { environment } = await emulator.control.startJob({
      projectId: project.projectId,
      pipelineId: pipelines[pipeline].pipelineId,
      connectionIds: step.connectionIds ?? [connectionId],
    });
    return runClient({
      emulator,
      program: "pipeline-credential.mjs",
      environment: {
        ...environment,
        CLIENT_TENANT_ID: deployer.tenantId,
        CLIENT_ID: deployer.clientId,
        CONNECTION_ID: connectionId,
        SCOPE: "https://management.azure.com/.default",
      },
    });
  }

  test("gets an access token through its service connection, without any secret", async () => {
    const { exitCode, stdout, stderr } = await runStep();
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(decodeJwt(stdout)).toMatchObject({ oid: platform.deployer.principalId, tid: platform.tenant.tenantId });
    const hosts = emulator.control.listRequests().map(({ host }) => host);
    expect(hosts).toEqual(expect.arrayContaining(["dev.azure.com", "login.microsoftonline.com"]));
    expect(JSON.stringify(emulator.control.listRequests())).not.toContain("eyJ");
  });

  test("of a pipeline that is not authorized gets nothing", async () => {
    const { exitCode, stderr } = await runStep({ pipeline: "build" });
    expect(exitCode).toBe(1);
    expect(stderr).toContain("has not been authorized for use by the pipeline 12");
  });

  test("that names a connection which is no GUID gets the pipeline's own token, which Entra refuses", async () => {
    const { exitCode, stderr } = await runStep({ connectionId: "platform-deploy" });
    expect(exitCode).toBe(1);
    expect(stderr).toContain("AADSTS700211");
  });
});
