import { readVariable, type Environment } from "./environment";
import { PostError } from "./post-error";
import type { PullRequest } from "./pull-request";

/**
 * Reads the job's own token: the only credential that posting takes, and it ends with the job.
 *
 * @throws PostError Where the step was not given it.
 */
export function readJobToken(env: Environment, { platform }: Pick<PullRequest, "platform">): string {
  const name = platform === "github" ? "GITHUB_TOKEN" : "SYSTEM_ACCESSTOKEN";
  const token = readVariable(env, name);
  if (token !== undefined) return token;
  const mapping =
    platform === "github"
      ? "A step has it only where it maps it: env: GITHUB_TOKEN: ${{ github.token }}, in a job with permissions: pull-requests: write."
      : "A step has it only where it maps it: env: SYSTEM_ACCESSTOKEN: $(System.AccessToken).";
  throw new PostError("configuration", `${name} is not set. ${mapping}`);
}
