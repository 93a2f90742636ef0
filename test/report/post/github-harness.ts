import { randomUUID } from "node:crypto";
import { createCore, type Core } from "../../../emulator/core";
import { createGitHubToken } from "../../../emulator/services/github/github-tokens";
import type { GitHubAccount, GitHubComment, GitHubPermissions } from "../../../emulator/state/entities";
import type { Network } from "../../../report/post/network";
import { postToGitHub } from "../../../report/post/post-github";
import type { GitHubPullRequest } from "../../../report/post/pull-request";
import type { UpsertResult } from "../../../report/post/upsert-report";
import { createPosting, type PostingChange } from "./posting";

/** GitHub in the emulator, with its own client in front of it, as a job finds it. */
export interface GitHubHarness {
  readonly core: Core;
  readonly pauses: number[];
  readonly network: Network;
  /** Empties the emulator and seeds it. */
  reset: () => void;
  post: (change?: PostingChange & { token?: string }) => Promise<UpsertResult>;
  createToken: (change?: { account?: GitHubAccount; permissions?: GitHubPermissions; repository?: string }) => string;
  comments: () => GitHubComment[];
  /** Writes a comment as the holder of a token. */
  write: (body: string, token: string) => Promise<void>;
  /** What was sent to the conversation since the last look, without reading. */
  writes: () => string[];
  pullRequest: (run?: number) => GitHubPullRequest;
}

export function createGitHubHarness(): GitHubHarness {
  const core = createCore({ newId: randomUUID });
  const pauses: number[] = [];
  const network: Network = { fetch: (input, init) => core.server.fetch(new Request(input, init)) };
  const createToken: GitHubHarness["createToken"] = (change = {}) =>
    createGitHubToken(
      { store: core.store, tokens: core.tokens, newId: randomUUID },
      { owner: "contoso", repository: "payments", permissions: { "pull-requests": "write" }, ...change },
    ).token;
  const pullRequest = (run = 1): GitHubPullRequest => ({
    platform: "github",
    apiUrl: "https://api.github.com",
    owner: "contoso",
    repository: "payments",
    number: 1,
    fork: false,
    run: { pipeline: "11", number: run, attempt: 1 },
  });
  const wait = (milliseconds: number): Promise<void> => {
    pauses.push(milliseconds);
    return Promise.resolve();
  };
  return {
    core,
    pauses,
    network,
    reset: () => {
      core.control.reset();
      core.control.seed();
      pauses.length = 0;
    },
    post: ({ token = createToken(), ...change } = {}) =>
      postToGitHub(pullRequest(change.run), createPosting(change), { token, network, wait }),
    createToken,
    comments: () => core.store.gitHubComments.list(),
    write: async (body, token) => {
      const url = "https://api.github.com/repos/contoso/payments/issues/1/comments";
      const headers = { authorization: `Bearer ${token}`, "user-agent": "test" };
      await core.server.fetch(new Request(url, { method: "POST", headers, body: JSON.stringify({ body }) }));
    },
    writes: () => {
      const entries = core.control.listRequests({ service: "github" });
      core.control.clearJournal();
      return entries
        .filter(({ method }) => method !== "GET")
        .map(({ method, path }) => `${method} ${path.replace(/^.*issues\//, "")}`);
    },
    pullRequest,
  };
}
