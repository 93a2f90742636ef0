/** What a run of GitHub Actions belongs to, as its subject says. */
export type GitHubContext =
  | { readonly kind: "branch"; readonly name: string }
  | { readonly kind: "tag"; readonly name: string }
  | { readonly kind: "environment"; readonly name: string }
  /** Any pull request of the repository. */
  | { readonly kind: "pull-request" }
  /** Nothing is said: any run of the repository. */
  | { readonly kind: "any" }
  /** Another text behind the repository, such as one that an organization puts together itself. */
  | { readonly kind: "other"; readonly text: string };

/** A run of GitHub Actions. Names are as in the subject, where a colon inside of one is written `%3A`. */
export interface GitHubSubject {
  /** Name of the organization or person. */
  readonly owner: string;
  /** The number that GitHub gave the owner: a new owner of the same name has another. Absent in the older form. */
  readonly ownerId?: string;
  /** Name of the repository, without the owner. */
  readonly repository: string;
  /** The number that GitHub gave the repository. Absent in the older form. */
  readonly repositoryId?: string;
  readonly context: GitHubContext;
}

// `@` can stand in no name, so that what follows it is the ID: https://docs.github.com/actions/reference/security/oidc
const subjectPattern = /^repo:([^:/@\s]+)(?:@([^:/@\s]+))?\/([^:/@\s]+)(?:@([^:/@\s]+))?(?::(.+))?$/s;
const namedContexts = [
  ["ref:refs/heads/", "branch"],
  ["ref:refs/tags/", "tag"],
  ["environment:", "environment"],
] as const;

/**
 * Reads a subject of GitHub Actions: the default form and the one with immutable IDs, which new repositories have since July 2026.
 * A subject that an organization puts together of other claims is none, unless it begins with the repository.
 *
 * Parts may hold `*` and `?`, as they do in the expression of a flexible federated identity credential.
 *
 * Documented at https://docs.github.com/actions/reference/security/oidc#example-subject-claims
 */
export function parseGitHubSubject(subject: string): GitHubSubject | undefined {
  const [, owner, ownerId, repository, repositoryId, rest] = subjectPattern.exec(subject) ?? [];
  return owner === undefined || repository === undefined
    ? undefined
    : {
        owner,
        ...(ownerId === undefined ? {} : { ownerId }),
        repository,
        ...(repositoryId === undefined ? {} : { repositoryId }),
        context: parseContext(rest),
      };
}

/** Writes the text that {@link parseGitHubSubject} reads. */
export function formatGitHubSubject({ owner, ownerId, repository, repositoryId, context }: GitHubSubject): string {
  const place = `repo:${formatPart(owner, ownerId)}/${formatPart(repository, repositoryId)}`;
  switch (context.kind) {
    case "any":
      return place;
    case "pull-request":
      return `${place}:pull_request`;
    case "other":
      return `${place}:${context.text}`;
    default:
      return `${place}:${namedContexts.find(([, kind]) => kind === context.kind)?.[0] ?? ""}${context.name}`;
  }
}

function parseContext(rest: string | undefined): GitHubContext {
  if (rest === undefined) {
    return { kind: "any" };
  }
  if (rest === "pull_request") {
    return { kind: "pull-request" };
  }
  for (const [prefix, kind] of namedContexts) {
    const name = rest.startsWith(prefix) ? rest.slice(prefix.length) : "";
    // What follows a colon is another claim.
    if (name !== "" && !name.includes(":")) {
      return { kind, name };
    }
  }
  return { kind: "other", text: rest };
}

function formatPart(name: string, id: string | undefined): string {
  return id === undefined ? name : `${name}@${id}`;
}
