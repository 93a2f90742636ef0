import { hashText, type Marker } from "../../../report/post/marker";
import type { AzureDevOpsPosting } from "../../../report/post/post-azure-devops";

/** What a test says about a posting; everything else is the same for all. */
export interface PostingChange {
  text?: string;
  run?: number;
  attempt?: number;
  pipeline?: string;
  stack?: string;
  purpose?: string;
  gate?: "clean" | "hit" | "brokenPreview";
  quiet?: boolean;
}

const statuses = { clean: "succeeded", hit: "failed", brokenPreview: "error" } as const;

/** A report to post. */
export function createPosting(change: PostingChange = {}): AzureDevOpsPosting {
  const { text = "## Access report\n\nNothing to see.", gate = "clean" } = change;
  const marker: Marker = {
    project: "payments",
    stack: change.stack ?? "prod",
    purpose: change.purpose ?? "preview",
    hash: hashText(text),
    commit: "c0ffee",
    run: { pipeline: change.pipeline ?? "11", number: change.run ?? 1, attempt: change.attempt ?? 1 },
  };
  return {
    marker,
    text,
    attention: gate === "clean" ? "closed" : "active",
    quiet: change.quiet ?? false,
    status: { state: statuses[gate], description: "what the gate says" },
  };
}
