import { compareTexts } from "../compare-texts";
import type { GitHubParty, Party, TrustedParty } from "./trusted-party";

/**
 * Whether two credentials let in the same party, as far as that can be proven. A service connection that is told by names and one
 * that is told by IDs may be the same, and cannot be proven to be.
 */
export function isSameParty(a: TrustedParty, b: TrustedParty): boolean {
  return (
    a.exactness !== "unknown" &&
    a.exactness === b.exactness &&
    JSON.stringify(a.conditions) === JSON.stringify(b.conditions) &&
    isSame(a, b)
  );
}

function isSame(a: Party, b: Party): boolean {
  if (a.kind === "gitHub" && b.kind === "gitHub") {
    return isSameRun(a, b);
  }
  const [one, other] = [a, b].map(selectDeciding);
  return one === other;
}

/** Everything but the words, which follow from the rest. */
function selectDeciding(party: Party): string {
  const entries = Object.entries(party).filter(([key]) => key !== "admits");
  return JSON.stringify(entries.sort(([x], [y]) => compareTexts(x, y)));
}

/** IDs stay when a repository is renamed, and names may be given to another repository: only like is compared with like. */
function isSameRun(a: GitHubParty, b: GitHubParty): boolean {
  const isSamePlace = a.enterprise === b.enterprise && JSON.stringify(a.context) === JSON.stringify(b.context);
  const { repository: one } = a;
  const { repository: other } = b;
  if (one === undefined || other === undefined) {
    return isSamePlace && one === other;
  }
  const hasIds = [one, other].map(({ id, ownerId }) => id !== undefined && ownerId !== undefined);
  if (hasIds.every(Boolean)) {
    return isSamePlace && one.id === other.id && one.ownerId === other.ownerId;
  }
  return isSamePlace && !hasIds.some(Boolean) && JSON.stringify(one) === JSON.stringify(other);
}
