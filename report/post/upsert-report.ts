import { decidePost, type ExistingComment } from "./decide-post";
import type { Posting, ReportComments } from "./report-comments";
import { ServiceFailure } from "./service-failure";

/** What became of the comment. */
export type PostOutcome =
  /** There was none before. */
  | "created"
  | "updated"
  /** The comment says the same already. */
  | "unchanged"
  /** A later run of the same pipeline was faster. */
  | "laterRun"
  /** Nothing changes and nothing was told before. */
  | "nothingToTell";

/** What became of the comment, and the page that shows it. */
export interface UpsertResult {
  readonly outcome: PostOutcome;
  readonly url?: string;
}

/** Remembers over several tries what was created already, whatever failed after it. */
export interface Progress {
  createdUrl?: string;
}

/**
 * Brings the pull request's comment up to date. It can be repeated after any failure, because it looks at what is there
 * before it does anything: a creation whose answer was lost is found.
 *
 * Between looking and writing another run may write; no platform offers a condition for a write. The moment is kept short,
 * and two comments that were created at the same time become one.
 */
export async function upsertReport<Comment extends ExistingComment>(
  comments: ReportComments<Comment>,
  posting: Posting,
  progress: Progress = {},
): Promise<UpsertResult> {
  const { marker, quiet } = posting;
  const created = progress.createdUrl !== undefined;
  const existing = await comments.list(marker);
  const decision = decidePost(existing, { run: marker.run, hash: marker.hash, quiet });
  switch (decision.action) {
    case "none":
      if (decision.reason === "quiet") return { outcome: "nothingToTell" };
      await removeAll(comments, decision.duplicates);
      return { outcome: "laterRun" };
    case "create":
      return createOne(comments, posting, progress);
    case "takeOver":
      return takeOver(comments, { posting, progress, comment: decision.comment });
    case "update":
    case "keep":
      await comments[decision.action](decision.comment, posting);
      await removeAll(comments, decision.duplicates);
      return {
        outcome: created ? "created" : decision.action === "update" ? "updated" : "unchanged",
        url: comments.findUrl(decision.comment),
      };
  }
}

// Looks again afterwards, because another run may have created one too; and never creates twice, should the list be late.
async function createOne<Comment extends ExistingComment>(
  comments: ReportComments<Comment>,
  posting: Posting,
  progress: Progress,
): Promise<UpsertResult> {
  if (progress.createdUrl !== undefined) return { outcome: "created", url: progress.createdUrl };
  progress.createdUrl = await comments.create(posting);
  return upsertReport(comments, posting, progress);
}

async function takeOver<Comment extends ExistingComment>(
  comments: ReportComments<Comment>,
  { posting, progress, comment }: { posting: Posting; progress: Progress; comment: Comment },
): Promise<UpsertResult> {
  if (progress.createdUrl !== undefined) return { outcome: "created", url: progress.createdUrl };
  try {
    await comments.update(comment, posting);
    return { outcome: "updated", url: comments.findUrl(comment) };
  } catch (error) {
    if (!isRefusal(error)) throw error;
  }
  const result = await createOne(comments, posting, progress);
  await comments.settle(comment);
  return result;
}

function isRefusal(error: unknown): boolean {
  return error instanceof ServiceFailure && !error.passing && (error.status === 403 || error.status === 404);
}

async function removeAll<Comment extends ExistingComment>(
  comments: ReportComments<Comment>,
  duplicates: readonly Comment[],
): Promise<void> {
  for (const duplicate of duplicates) await comments.remove(duplicate);
}
