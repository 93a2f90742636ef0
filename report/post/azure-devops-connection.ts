import type { WebApi } from "azure-devops-node-api";
import type { IGitApi } from "azure-devops-node-api/GitApi";
import type { ConnectionData } from "azure-devops-node-api/interfaces/LocationsInterfaces";
import { z } from "zod";
import type { Access } from "./network";
import type { AzureDevOpsPullRequest } from "./pull-request";
import { ServiceFailure } from "./service-failure";

const timeout = 60_000;

/** A pull request in Azure Repos as the job's identity reaches it. */
export interface AzureDevOpsConnection {
  readonly pullRequest: AzureDevOpsPullRequest;
  /** The id of the identity that the job acts as. */
  readonly ownId: string;
  /**
   * Sends one request to the Git API.
   *
   * @throws ServiceFailure Where it was refused, or nothing is there: the client gives nothing then.
   */
  readonly send: <Result>(request: (git: IGitApi) => Promise<Result>) => Promise<NonNullable<Result>>;
  /** The same for requests whose answer is empty. */
  readonly sendOnly: (request: (git: IGitApi) => Promise<unknown>) => Promise<void>;
}

/** Connects with the job's token and asks who the job is. The token goes to the organization's host only. */
export async function connectAzureDevOps(
  pullRequest: AzureDevOpsPullRequest,
  { token, network }: Access,
): Promise<AzureDevOpsConnection> {
  const { getBearerHandler, WebApi } = await import("azure-devops-node-api");
  const api: WebApi = new WebApi(pullRequest.organizationUrl, getBearerHandler(token, false), {
    socketTimeout: timeout,
    ...network?.azureDevOps,
  });
  const git = await translate(() => api.getGitApi());
  // The client turns "not found" into nothing, whatever its types say.
  const self = await translate<ConnectionData | null>(() => api.connect());
  const ownId = self?.authenticatedUser?.id;
  if (ownId === undefined) throw new ServiceFailure(404, "Azure DevOps does not say who the job is.");
  return {
    pullRequest,
    ownId,
    send: async (request) => {
      const result = await translate(() => request(git));
      if (result === null || result === undefined) throw new ServiceFailure(404, "not found");
      return result;
    },
    sendOnly: async (request) => {
      await translate(() => request(git));
    },
  };
}

// The client gives the headers of a limit with every error, whatever form the answer had.
const errorSchema = z.looseObject({
  statusCode: z.number().optional().catch(undefined),
  message: z.string().catch("no answer"),
  rateLimit: z
    .looseObject({ retryAfter: z.number().optional().catch(undefined) })
    .optional()
    .catch(undefined),
});

async function translate<Result>(request: () => Promise<Result>): Promise<Result> {
  try {
    return await request();
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) throw error;
    const { statusCode, message, rateLimit } = errorSchema.parse(error);
    const seconds = rateLimit?.retryAfter;
    throw new ServiceFailure(statusCode, message, seconds === undefined ? undefined : seconds * 1_000);
  }
}
