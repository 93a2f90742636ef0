import type { Octokit } from "@octokit/rest";
import { z } from "zod";
import type { Access } from "./network";
import type { GitHubPullRequest } from "./pull-request";
import { parseRetryAfter, ServiceFailure } from "./service-failure";

const timeout = 60_000;

/** Who the token acts as: an app, whose comments are a bot's, or the person who made it. */
export type GitHubSelf = { readonly kind: "app" } | { readonly kind: "user"; readonly id: number };

/** A pull request at GitHub as the token's holder reaches it. */
export interface GitHubConnection {
  readonly pullRequest: GitHubPullRequest;
  readonly self: GitHubSelf;
  /**
   * Sends one request, or the requests for all pages of a list.
   *
   * @throws ServiceFailure Where it was refused.
   */
  readonly send: <Result>(request: (octokit: Octokit) => Promise<Result>) => Promise<Result>;
}

/** Connects with the job's token and asks who it acts as. */
export async function connectGitHub(
  pullRequest: GitHubPullRequest,
  { token, network }: Access,
): Promise<GitHubConnection> {
  const { Octokit } = await import("@octokit/rest");
  const silent = (): void => undefined;
  const octokit = new Octokit({
    auth: token,
    baseUrl: pullRequest.apiUrl,
    userAgent: "pulumi-keyless",
    log: { debug: silent, info: silent, warn: silent, error: silent },
    request: { fetch: network?.fetch ?? (await createFetch(process.env)) },
  });
  const send: GitHubConnection["send"] = (request) => translate(() => request(octokit));
  return { pullRequest, self: await readSelf(send), send };
}

// An app's token, as a workflow's own is, belongs to nobody: the question who it is, is refused.
async function readSelf(send: GitHubConnection["send"]): Promise<GitHubSelf> {
  try {
    const { data } = await send((octokit) => octokit.rest.users.getAuthenticated());
    return { kind: "user", id: data.id };
  } catch (error) {
    if (error instanceof ServiceFailure && error.status === 403 && !error.passing) return { kind: "app" };
    throw error;
  }
}

/** Node's own fetch takes no notice of a proxy in the environment; jobs behind one need it. */
async function createFetch(env: NodeJS.ProcessEnv): Promise<typeof fetch> {
  const proxy = env["HTTPS_PROXY"] ?? env["https_proxy"];
  if (proxy === undefined || proxy === "") {
    return (input, init) => fetch(input, { ...init, signal: AbortSignal.timeout(timeout) });
  }
  const undici = await import("undici");
  const dispatcher = new undici.EnvHttpProxyAgent();
  const fetchByProxy = (input: string, init: object): unknown =>
    undici.fetch(input, { ...init, dispatcher, signal: AbortSignal.timeout(timeout) });
  return fetchByProxy as typeof fetch;
}

const errorSchema = z.looseObject({
  name: z.literal("HttpError"),
  status: z.number().optional().catch(undefined),
  message: z.string().catch("no answer"),
  response: z
    .looseObject({ headers: z.record(z.string(), z.unknown()).catch({}) })
    .optional()
    .catch(undefined),
});

async function translate<Result>(request: () => Promise<Result>): Promise<Result> {
  try {
    return await request();
  } catch (error) {
    const { data: failure } = errorSchema.safeParse(error);
    if (failure === undefined) throw error;
    const { status, message, response } = failure;
    // Without an answer the client claims status 500.
    throw new ServiceFailure(
      response === undefined ? undefined : status,
      message,
      findPause(response?.headers ?? {}, status),
    );
  }
}

/**
 * How long GitHub asks to wait. Both limits may answer 403 instead of 429:
 * https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api
 */
function findPause(headers: Record<string, unknown>, status: number | undefined): number | undefined {
  const read = (name: string): string | undefined => {
    const value = headers[name];
    return typeof value === "string" ? value : undefined;
  };
  const pause = parseRetryAfter(read("retry-after"), Date.now());
  if (pause !== undefined || (status !== 403 && status !== 429) || read("x-ratelimit-remaining") !== "0") return pause;
  const reset = Number(read("x-ratelimit-reset"));
  return Number.isFinite(reset) ? Math.max(0, reset * 1_000 - Date.now()) : undefined;
}
