import type { RecordedBody } from "./body";
import type { ServiceName } from "./service";

/** Who made a request, as far as the emulator could tell from a token that it signed itself. */
export type JournalCaller =
  | { kind: "principal"; tenantId: string; principalId: string; clientId: string }
  | { kind: "job"; jobId: string; pipelineId: number };

/** One request as it was answered. No token, secret or Authorization header is ever in it. */
export interface JournalEntry {
  /** Counts requests in the order in which they arrived, from 1. */
  seq: number;
  /** When it arrived, by the emulator's clock: ISO 8601, UTC. */
  time: string;
  /** `proxy` for a connection that the forward proxy refused. */
  service: ServiceName | "proxy";
  method: string;
  host: string;
  path: string;
  query: Record<string, string>;
  caller?: JournalCaller;
  body?: RecordedBody;
  /** Status of the answer; 0 when the connection was reset instead. */
  status: number;
  /** Body of the answer where it is an error. */
  error?: RecordedBody;
  /** Set when a fault answered instead of the service, or spoiled its answer. */
  fault?: string;
  /** Milliseconds of real time until the answer was ready. */
  durationMs: number;
}

/** What to list of the journal; every field given must match. */
export interface JournalFilter {
  service?: JournalEntry["service"];
  method?: string;
  /** Pattern of the path. */
  path?: RegExp;
  /** Only entries later than this one. */
  afterSeq?: number;
}

/** The requests that the emulator answered, oldest first. Beyond its limit the oldest entries are dropped. */
export class Journal {
  readonly #entries: JournalEntry[] = [];
  #seq = 0;

  constructor(private readonly limit = 100_000) {}

  /** The number of the next request. */
  nextSeq(): number {
    this.#seq += 1;
    return this.#seq;
  }

  add(entry: JournalEntry): void {
    // Slow answers end out of order; the list stays in the order of arrival.
    let index = this.#entries.length;
    while (index > 0 && (this.#entries[index - 1]?.seq ?? 0) > entry.seq) index -= 1;
    this.#entries.splice(index, 0, entry);
    if (this.#entries.length > this.limit) this.#entries.shift();
  }

  list(filter: JournalFilter = {}): JournalEntry[] {
    return this.#entries.filter(
      (entry) =>
        (filter.service === undefined || entry.service === filter.service) &&
        (filter.method === undefined || entry.method === filter.method.toUpperCase()) &&
        (filter.path === undefined || filter.path.test(entry.path)) &&
        entry.seq > (filter.afterSeq ?? 0),
    );
  }

  clear(): void {
    this.#entries.length = 0;
  }
}
