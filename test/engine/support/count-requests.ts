import type { JournalEntry } from "../../../emulator/wire/journal";
import type { Scenario } from "./scenario";

const guid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;

/** A request as the same request of another run reads: without ids. */
export function formatRequest({ service, method, path }: JournalEntry): string {
  return `${service} ${method} ${path.replace(guid, "{id}")}`;
}

/** What a run asked for, and how often. */
export type RequestCounts = ReadonlyMap<string, number>;

/** Runs something and counts the requests that it makes. */
export async function countRequests(
  { emulator }: Pick<Scenario, "emulator">,
  run: () => Promise<unknown>,
): Promise<RequestCounts> {
  const afterSeq = emulator.control.listRequests().at(-1)?.seq ?? 0;
  await run();
  const counts = new Map<string, number>();
  for (const request of emulator.control.listRequests({ afterSeq }).map(formatRequest)) {
    counts.set(request, (counts.get(request) ?? 0) + 1);
  }
  return counts;
}

/** What the first run asked for more often than the second. */
export function findSurplus(counts: RequestCounts, others: RequestCounts): Record<string, number> {
  const surplus = [...counts].map(([request, count]) => [request, count - (others.get(request) ?? 0)] as const);
  return Object.fromEntries(surplus.filter(([, count]) => count > 0));
}
