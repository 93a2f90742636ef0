import { randomUUID } from "node:crypto";
import type { AzureDevOpsPullRequest } from "../../../report/post/pull-request";
import { postToAzureDevOps, type AzureDevOpsPostResult } from "../../../report/post/post-azure-devops";
import type { Network } from "../../../report/post/network";
import { allowProjectReader } from "../../../emulator/services/devops/members";
import { findPrincipalIdentity } from "../../../emulator/services/devops/organization-identities";
import { allowPullRequestContributor } from "../../../emulator/services/devops/pull-requests";
import type { PlatformSeed } from "../../../emulator/seed";
import { startEmulator, type Emulator } from "../../../emulator/start-emulator";
import type { PullRequestStatus, PullRequestThread } from "../../../emulator/state/entities";
import { createPosting, type PostingChange } from "./posting";

/** Azure Repos in the emulator, with the vendor's client in front of it, as a job finds them. */
export interface AzureDevOpsHarness {
  readonly emulator: Emulator;
  readonly pauses: number[];
  /** Empties the emulator, seeds it, gives the build service its right. */
  reset: () => void;
  platform: () => PlatformSeed;
  post: (change?: PostingChange & { token?: string }) => Promise<AzureDevOpsPostResult>;
  /** The token of a job of the project. */
  startJob: () => Promise<string>;
  /** The token of a service principal, or of a person who reads the project. Both may comment. */
  signIn: (kind: "service" | "person") => Promise<string>;
  send: (method: string, path: string, options?: { body?: unknown; token?: string }) => Promise<unknown>;
  threads: () => PullRequestThread[];
  statuses: () => PullRequestStatus[];
  /** What was sent to the pull request since the last reset or look, without reading. */
  writes: () => string[];
  network: () => Network;
  pullRequest: (run?: number) => AzureDevOpsPullRequest;
  stop: () => Promise<void>;
}

export async function createAzureDevOpsHarness(): Promise<AzureDevOpsHarness> {
  const emulator = await startEmulator();
  const pauses: number[] = [];
  let platform = emulator.seed();
  const network: Network = {
    azureDevOps: {
      proxy: { proxyUrl: emulator.proxyUrl },
      cert: { caFile: emulator.caFile, certFile: "", keyFile: "" },
    },
  };
  const pullRequest = (run = 1): AzureDevOpsPullRequest => ({
    platform: "azure-devops",
    organizationUrl: platform.organizationUrl,
    projectId: platform.project.projectId,
    projectName: platform.project.name,
    repositoryId: platform.repository.repositoryId,
    repositoryName: platform.repository.name,
    number: platform.pullRequest.pullRequestId,
    fork: false,
    run: { pipeline: "11", number: run, attempt: 1 },
    runUrl: `${platform.organizationUrl}/payments/_build/results?buildId=${run}`,
  });
  const startJob = async (): Promise<string> => {
    const { projectId } = platform.project;
    const { pipelineId } = platform.pipelines.deploy;
    const job = await emulator.control.startJob({ projectId, pipelineId, connectionIds: [] });
    return job.environment.SYSTEM_ACCESSTOKEN;
  };
  const base = (): string =>
    `/payments/_apis/git/repositories/payments/pullRequests/${platform.pullRequest.pullRequestId}`;
  const harness: AzureDevOpsHarness = {
    emulator,
    pauses,
    reset: () => {
      emulator.control.reset();
      platform = emulator.seed();
      pauses.length = 0;
      const { repositoryId, projectId } = platform.repository;
      allowPullRequestContributor(emulator.store, { repositoryId, identityId: projectId });
    },
    platform: () => platform,
    post: async ({ token, ...change } = {}) =>
      postToAzureDevOps(pullRequest(change.run), createPosting(change), {
        token: token ?? (await startJob()),
        network,
        wait: (milliseconds) => {
          pauses.push(milliseconds);
          return Promise.resolve();
        },
      }),
    startJob,
    signIn: (kind) => signIn(emulator, platform, kind),
    send: async (method, path, { body, token } = {}) => {
      const response = await emulator.fetch(
        new Request(`${platform.organizationUrl}${base()}${path}`, {
          method,
          headers: {
            authorization: `Bearer ${token ?? (await startJob())}`,
            accept: "application/json;api-version=7.1",
          },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        }),
      );
      const text = await response.text();
      const answer: unknown = text === "" ? undefined : JSON.parse(text);
      return answer;
    },
    threads: () => emulator.store.pullRequestThreads.list(),
    statuses: () => emulator.store.pullRequestStatuses.list(),
    writes: () => {
      const entries = emulator.control.listRequests({ service: "devops", path: /pullrequests/i });
      emulator.control.clearJournal();
      return entries
        .filter(({ method }) => method !== "GET")
        .map(({ method, path }) => `${method} ${path.replace(/^.*pullrequests\/\d+\//i, "")}`);
    },
    network: () => network,
    pullRequest,
    stop: () => emulator.stop(),
  };
  return harness;
}

async function signIn(
  { store, tokens }: Emulator,
  { deployer, repository, organization, organizationTenant: { tenantId } }: PlatformSeed,
  kind: "service" | "person",
): Promise<string> {
  const principalId = kind === "service" ? deployer.principalId : randomUUID();
  const { projectId, repositoryId } = repository;
  if (kind === "person") allowProjectReader(store, { projectId, principalId });
  const { identityId = "" } = findPrincipalIdentity(store, organization.organizationId, principalId) ?? {};
  allowPullRequestContributor(store, { repositoryId, identityId });
  const claims = { aud: "499b84ac-1321-427f-aa17-267ca6975798", oid: principalId, appid: randomUUID(), tid: tenantId };
  return tokens.sign(`https://sts.windows.net/${tenantId}/`, claims, 3600);
}
