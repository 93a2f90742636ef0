import { isLaterRun, type Run } from "./pull-request";

/**
 * Who wrote a comment: this job's own identity, another service (one that posted before, perhaps), or a person, whose comment
 * is never taken over: its author could rewrite the report afterwards.
 */
export type Authorship = "own" | "service" | "person";

/** A comment on the pull request that says that it holds the report. */
export interface ExistingComment {
  /** Rises with each comment of the pull request. */
  readonly id: number;
  readonly author: Authorship;
  /** The run that wrote it last. */
  readonly run: Run;
  /** Hash of the text that readers see now, whatever was posted once. */
  readonly hash: string;
}

/** What shall be posted. */
export interface NextComment {
  readonly run: Run;
  readonly hash: string;
  /** Whether there is nothing to tell somebody who was told nothing before. */
  readonly quiet: boolean;
}

/** What to do. `duplicates` are own comments that hold the same report once more: they go. */
export type PostDecision<Comment extends ExistingComment = ExistingComment> =
  | { readonly action: "none"; readonly reason: "quiet" }
  | { readonly action: "none"; readonly reason: "laterRun"; readonly duplicates: readonly Comment[] }
  | { readonly action: "create" }
  /** Try to update another service's comment; where that is refused, create one and settle the other. */
  | { readonly action: "takeOver"; readonly comment: Comment }
  | { readonly action: "update" | "keep"; readonly comment: Comment; readonly duplicates: readonly Comment[] };

/**
 * Decides what becomes of the comments that hold a report. Only what this identity wrote itself decides anything: others
 * could claim to be a later run, or to hold the same text.
 *
 * The oldest own comment is the one that stays, for whoever looks: so that two runs that created one each at the same moment
 * agree, in whatever order they find out.
 */
export function decidePost<Comment extends ExistingComment>(
  existing: readonly Comment[],
  next: NextComment,
): PostDecision<Comment> {
  const sorted = [...existing].sort((one, other) => one.id - other.id);
  const [comment, ...others] = sorted.filter(({ author }) => author === "own");
  if (comment === undefined) {
    const other = sorted.filter(({ author }) => author === "service").at(-1);
    if (other !== undefined) return { action: "takeOver", comment: other };
    return next.quiet ? { action: "none", reason: "quiet" } : { action: "create" };
  }
  const duplicates = others.filter(({ run }) => !isLaterRun(run, next.run));
  if ([comment, ...others].some(({ run }) => isLaterRun(run, next.run))) {
    return { action: "none", reason: "laterRun", duplicates };
  }
  return { action: comment.hash === next.hash ? "keep" : "update", comment, duplicates };
}
