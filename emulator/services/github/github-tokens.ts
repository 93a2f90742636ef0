import type { GitHubAccount, GitHubPermissions, GitHubToken } from "../../state/entities";
import type { ServiceContext } from "../../wire/service";

/** The account that a workflow's own token acts as. Observed: its number too. */
export const actionsBot: GitHubAccount = { id: 41_898_282, login: "github-actions[bot]", type: "Bot" };

/** A token to make. */
export interface NewGitHubToken {
  owner: string;
  repository: string;
  permissions: GitHubPermissions;
  /** Default: the account of workflows. */
  account?: GitHubAccount;
}

/** Makes a token, as GitHub does for a workflow's job. Its form is documented: `ghs_` for apps, `ghu_` for people. */
export function createGitHubToken(
  { store, newId }: ServiceContext,
  { account = actionsBot, ...of }: NewGitHubToken,
): GitHubToken {
  const prefix = account.type === "Bot" ? "ghs" : "ghu";
  return store.gitHubTokens.insert({ token: `${prefix}_${newId().replaceAll("-", "")}`, account, ...of });
}
