import type { ExistingComment } from "./decide-post";
import type { Marker, ReportKey } from "./marker";

/** Whether a thread asks to be looked at. Platforms without threads have nothing to show it with. */
export type Attention = "active" | "closed";

/** What shall stand on the pull request. */
export interface Posting {
  readonly marker: Marker;
  /** The text that readers see. */
  readonly text: string;
  readonly attention: Attention;
  /** Whether there is nothing to tell somebody who was told nothing before. */
  readonly quiet: boolean;
}

/** The comments of one pull request, whatever the platform. Each may throw a ServiceFailure. */
export interface ReportComments<Comment extends ExistingComment = ExistingComment> {
  /** Every comment that says that it holds the report. */
  list(key: ReportKey): Promise<readonly Comment[]>;
  /** @returns the page that shows it. */
  create(posting: Posting): Promise<string>;
  /** Replaces the text. */
  update(comment: Comment, posting: Posting): Promise<void>;
  /** Leaves the text that readers see and notes the later run. */
  keep(comment: Comment, posting: Posting): Promise<void>;
  /** Takes an own comment away. One that is gone already is fine. */
  remove(comment: Comment): Promise<void>;
  /** Ends the attention that another identity's comment asks for, as far as that is allowed. */
  settle(comment: Comment): Promise<void>;
  /** The page that shows the comment. */
  findUrl(comment: Comment): string;
}
