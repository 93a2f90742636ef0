/** Where the repository of a required template is kept. */
export const RepositoryType = {
  /** Azure Repos, in the same organization. */
  AzureRepos: "azuregit",
  /** GitHub. */
  GitHub: "github",
  /** GitHub Enterprise Server. */
  GitHubEnterprise: "githubenterprise",
  /** Bitbucket Cloud. */
  Bitbucket: "bitbucket",
} as const;

/** One of the places of RepositoryType. */
export type RepositoryType = (typeof RepositoryType)[keyof typeof RepositoryType];
