import { z } from "zod";
import type { PullRequestComment, PullRequestThread } from "../../state/entities";
import { propertiesAnswer } from "./typed-properties";

/** The statuses of a thread, in the order of their numbers. Documented with the comment threads of pull requests. */
export const threadStatuses = ["unknown", "active", "fixed", "wontFix", "closed", "byDesign", "pending"] as const;

/** The types of a comment, in the order of their numbers. */
export const commentTypes = ["unknown", "text", "codeChange", "system"] as const;

/** A value of an enumeration as clients write it: by name, in any case, or by number. */
export function enumBody<Name extends string>(names: readonly Name[]): z.ZodType<Name> {
  return z.union([z.string(), z.int()]).transform((value, context) => {
    const name =
      typeof value === "number" ? names[value] : names.find((one) => one.toLowerCase() === value.toLowerCase());
    if (name !== undefined) return name;
    context.addIssue(`${value} is none of ${names.join(", ")}`);
    return z.NEVER;
  });
}

/** Who did something, as answers name people and services. */
export const identityAnswer = z.strictObject({
  id: z.string(),
  displayName: z.string(),
  uniqueName: z.string(),
  descriptor: z.string(),
});

export const commentAnswer = z.strictObject({
  id: z.int(),
  parentCommentId: z.int(),
  author: identityAnswer,
  content: z.string().optional(),
  publishedDate: z.iso.datetime(),
  lastUpdatedDate: z.iso.datetime(),
  lastContentUpdatedDate: z.iso.datetime(),
  isDeleted: z.literal(true).optional(),
  commentType: z.enum(commentTypes),
});

export const threadAnswer = z.strictObject({
  id: z.int(),
  publishedDate: z.iso.datetime(),
  lastUpdatedDate: z.iso.datetime(),
  comments: z.array(commentAnswer),
  status: z.enum(threadStatuses).optional(),
  threadContext: z.looseObject({}).nullable(),
  properties: propertiesAnswer,
  isDeleted: z.boolean(),
});

export function formatThread(thread: PullRequestThread): z.infer<typeof threadAnswer> {
  return {
    id: thread.threadId,
    publishedDate: formatTime(thread.publishedAt),
    lastUpdatedDate: formatTime(thread.updatedAt),
    comments: thread.comments.map(formatComment),
    // A thread that nobody gave a status has none in its answer. Observed in system messages.
    ...(thread.status === "unknown" ? {} : { status: z.enum(threadStatuses).parse(thread.status) }),
    threadContext: thread.threadContext,
    properties: thread.properties,
    isDeleted: isThreadDeleted(thread),
  };
}

/** Documented: a thread is deleted when all its comments are. */
export function isThreadDeleted({ comments }: PullRequestThread): boolean {
  return comments.every(({ isDeleted }) => isDeleted);
}

export function formatComment(comment: PullRequestComment): z.infer<typeof commentAnswer> {
  return {
    id: comment.commentId,
    parentCommentId: comment.parentCommentId,
    author: comment.author,
    // Guessed: what was deleted is no longer told.
    ...(comment.isDeleted ? { isDeleted: true } : { content: comment.content }),
    publishedDate: formatTime(comment.publishedAt),
    lastUpdatedDate: formatTime(comment.updatedAt),
    lastContentUpdatedDate: formatTime(comment.updatedAt),
    commentType: z.enum(commentTypes).parse(comment.commentType),
  };
}

export function formatTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
