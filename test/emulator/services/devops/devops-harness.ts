import { z } from "zod";
import { createCore } from "../../../../emulator/core";
import {
  createPipelineJob,
  type NewPipelineJob,
  type StartedPipelineJob,
} from "../../../../emulator/services/devops/pipeline-jobs";
import { allowOrganizationAdministrator } from "../../../../emulator/services/devops/members";
import { findPrincipalIdentity } from "../../../../emulator/services/devops/organization-identities";
import type { PlatformSeed, SeedOptions } from "../../../../emulator/seed";
import type { Store } from "../../../../emulator/state/store";
import type { ServiceContext } from "../../../../emulator/wire/service";

/** A request to Azure DevOps. The path stands behind the organization. */
export interface DevopsRequest {
  path: string;
  /** Default: dev.azure.com */
  host?: string;
  method?: string;
  body?: unknown;
  /** Default: the deploying identity's access token. `null` for none. */
  token?: string | null;
  /** Default 7.1-preview; `null` for none. */
  version?: string | null;
  headers?: Record<string, string>;
}

export interface DevopsAnswer {
  status: number;
  headers: Headers;
  body: unknown;
}

/** An emulated Azure DevOps in this process, seeded, with an administrator signed in. */
export interface DevopsHarness {
  seed: PlatformSeed;
  store: Store;
  context: ServiceContext;
  /** Signs a principal of the organization's tenant in. */
  signIn: (principalId: string, change?: Record<string, unknown>) => Promise<string>;
  send: (request: DevopsRequest) => Promise<DevopsAnswer>;
  startJob: (
    pipelineId: number,
    connectionIds: string[],
    change?: Partial<NewPipelineJob>,
  ) => Promise<StartedPipelineJob>;
}

// One emulator a test file, emptied for each test: making its signing keys takes longer than any test.
let madeIds = 0;
const core = createCore({ newId });

/** Ids in the order in which they are made, so that a test can name them. */
function newId(): string {
  madeIds += 1;
  return `00000000-0000-4000-8000-${madeIds.toString(16).padStart(12, "0")}`;
}

/** Empties the emulator, seeds it and signs an administrator in. */
export async function createDevopsHarness(options: SeedOptions = {}): Promise<DevopsHarness> {
  madeIds = 0;
  core.control.reset();
  const seed = core.control.seed({ ...options, newId });
  const context: ServiceContext = { store: core.store, tokens: core.tokens, newId };
  const { tenantId } = seed.organizationTenant;
  const signIn: DevopsHarness["signIn"] = (principalId, change = {}) =>
    core.tokens.sign(
      `https://sts.windows.net/${tenantId}/`,
      { aud: "499b84ac-1321-427f-aa17-267ca6975798", appid: newId(), oid: principalId, tid: tenantId, ...change },
      3600,
    );
  // The seed's deployer administers its project; these tests create projects too.
  const { principalId } = seed.devopsDeployer;
  allowOrganizationAdministrator(core.store, { organizationId: seed.organization.organizationId, principalId });
  const deployerToken = await signIn(principalId);
  const send: DevopsHarness["send"] = async (request) => {
    const { path, host = "dev.azure.com", method = "GET", body, token, version, headers } = request;
    const authorization = token === null ? {} : { authorization: `Bearer ${token ?? deployerToken}` };
    const accept = version === null ? "application/json" : `application/json;api-version=${version ?? "7.1-preview"}`;
    const response = await core.server.fetch(
      new Request(`${seed.organizationUrl.replace("dev.azure.com", host)}${path}`, {
        method,
        headers: { "x-tfs-fedauthredirect": "Suppress", accept, ...authorization, ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text === "" ? undefined : JSON.parse(text) };
  };
  const startJob: DevopsHarness["startJob"] = (pipelineId, connectionIds, change = {}) =>
    createPipelineJob(context, { projectId: seed.project.projectId, pipelineId, connectionIds, ...change });
  return { seed, store: core.store, context, signIn, send, startJob };
}

/** The organization's own id of somebody who signs in. */
export function readIdentityId({ store, seed }: DevopsHarness, principalId: string): string {
  const identity = findPrincipalIdentity(store, seed.organization.organizationId, principalId);
  if (identity === undefined) throw new Error(`${principalId} was not let in`);
  return identity.identityId;
}

/** The body of a service connection as the provider writes it. */
export function connectionBody(
  harness: DevopsHarness,
  change: { name?: string; data?: Record<string, string>; parameters?: Record<string, string> } = {},
): Record<string, unknown> {
  const { seed } = harness;
  const name = change.name ?? "payments-prod";
  return {
    name,
    type: "azurerm",
    url: "https://management.azure.com/",
    description: "Managed by Terraform",
    owner: "library",
    data: {
      creationMode: "Manual",
      environment: "AzureCloud",
      scopeLevel: "Subscription",
      subscriptionId: seed.subscription.subscriptionId,
      subscriptionName: "Payments Production",
      ...change.data,
    },
    authorization: {
      scheme: "WorkloadIdentityFederation",
      parameters: { tenantid: seed.tenant.tenantId, serviceprincipalid: seed.deployer.clientId, ...change.parameters },
    },
    serviceEndpointProjectReferences: [
      { name, description: "Managed by Terraform", projectReference: { id: seed.project.projectId } },
    ],
  };
}

const createdConnection = z.looseObject({
  id: z.string(),
  authorization: z.looseObject({
    parameters: z.looseObject({
      workloadIdentityFederationIssuer: z.string(),
      workloadIdentityFederationSubject: z.string(),
    }),
  }),
});

/** What a test needs of a connection that it made. */
export interface CreatedConnection {
  id: string;
  issuer: string;
  subject: string;
}

/** Creates a service connection over the wire. */
export async function createConnection(
  harness: DevopsHarness,
  change: Parameters<typeof connectionBody>[1] = {},
): Promise<CreatedConnection> {
  const body = connectionBody(harness, change);
  const answer = await harness.send({ method: "POST", path: "/_apis/serviceendpoint/endpoints", body });
  const { id, authorization } = createdConnection.parse(answer.body);
  const { workloadIdentityFederationIssuer: issuer, workloadIdentityFederationSubject: subject } =
    authorization.parameters;
  return { id, issuer, subject };
}

/** Asks for a token as a step does: at the URI that the job was given. Without a connection, for the job's own. */
export function askForToken(
  { send }: DevopsHarness,
  job: StartedPipelineJob,
  connectionId: string | undefined,
  request: Pick<DevopsRequest, "method" | "token"> = {},
): Promise<DevopsAnswer> {
  const query = connectionId === undefined ? "" : `&serviceConnectionId=${connectionId}`;
  const path = job.oidcRequestUri.slice("https://dev.azure.com/contoso".length);
  const url = `${path}?api-version=7.1${query}`;
  return send({ method: "POST", token: job.accessToken, ...request, path: url, version: null });
}

/** Lets a pipeline use a connection, over the wire. */
export async function authorizePipeline(
  { send, seed }: DevopsHarness,
  connectionId: string,
  pipelineId: number,
): Promise<DevopsAnswer> {
  return send({
    method: "PATCH",
    path: `/${seed.project.projectId}/_apis/pipelines/pipelinePermissions/endpoint/${connectionId}`,
    body: { pipelines: [{ id: pipelineId, authorized: true }] },
  });
}
