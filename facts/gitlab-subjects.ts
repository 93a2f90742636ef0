/** A job of GitLab CI/CD. */
export interface GitLabSubject {
  /** Path of the project with its groups, such as `group/subgroup/project`. */
  readonly project: string;
  /** `branch` or `tag`. */
  readonly refType: string;
  /** Name of the branch or tag. */
  readonly ref: string;
}

/**
 * Reads the subject of an ID token of GitLab. Parts may hold `*` and `?`, as they do in the expression of a flexible federated
 * identity credential.
 *
 * Documented at https://docs.gitlab.com/ci/secrets/id_token_authentication/
 */
export function parseGitLabSubject(subject: string): GitLabSubject | undefined {
  const [, project, refType, ref] = /^project_path:([^:\s]+):ref_type:([^:\s]+):ref:([^:\s]+)$/.exec(subject) ?? [];
  return project === undefined || refType === undefined || ref === undefined ? undefined : { project, refType, ref };
}

/** Writes the text that {@link parseGitLabSubject} reads. */
export function formatGitLabSubject({ project, refType, ref }: GitLabSubject): string {
  return `project_path:${project}:ref_type:${refType}:ref:${ref}`;
}
