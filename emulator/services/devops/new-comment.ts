import { z } from "zod";
import type { DevopsIdentity, PullRequestComment } from "../../state/entities";
import { createInvalid } from "./devops-errors";
import { commentTypes, enumBody } from "./pull-request-comment-answer";

/** The longest comment. Observed: no page says so. */
const longestComment = 150_000;

/** A comment as clients write it. */
export const commentBody = z.looseObject({
  content: z.string(),
  parentCommentId: z.int().nullish(),
  commentType: enumBody(commentTypes).nullish(),
});

/** Makes a comment as it is kept. @throws WireError 400 for one that is too long */
export function createComment(
  body: z.infer<typeof commentBody>,
  { commentId, author, now }: { commentId: number; author: DevopsIdentity; now: number },
): PullRequestComment {
  checkCommentLength(body.content);
  return {
    commentId,
    parentCommentId: body.parentCommentId ?? 0,
    author,
    content: body.content,
    commentType: body.commentType ?? "text",
    isDeleted: false,
    publishedAt: now,
    updatedAt: now,
  };
}

/**
 * Observed: the words and the status. Guessed: the class.
 *
 * @throws WireError 400 for a text that is too long
 */
export function checkCommentLength(content: string): void {
  if (content.length <= longestComment) return;
  throw createInvalid(
    `A discussion comment cannot be longer than ${longestComment} characters.\r\nParameter name: comment.Content`,
  );
}
