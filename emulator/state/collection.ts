import type { Clock } from "./clock";

/** The services that look at an entity; each may see a change later than the one that made it. */
export type Viewer = "devops" | "graph" | "arm" | "login";

/** How late a viewer sees what another service wrote, in milliseconds. */
export interface ReplicationDelay {
  appearMs?: number;
  disappearMs?: number;
}

export type ReplicationDelays = Partial<Record<Viewer, ReplicationDelay>>;

interface Row<T> {
  value: T;
  createdAt: number;
  deletedAt?: number;
}

/** What a collection writes to a snapshot. */
export interface CollectionSnapshot<T> {
  rows: Row<T>[];
}

/**
 * One kind of entity by key. Deleted rows stay as tombstones, because other services may still see them for a while
 * (Azure DevOps, for one, sees a deleted federated credential for some seconds).
 */
export class Collection<T> {
  readonly #rows = new Map<string, Row<T>>();
  #delays: ReplicationDelays = {};

  constructor(
    private readonly clock: Clock,
    private readonly keyOf: (value: T) => string,
  ) {}

  insert(value: T): T {
    const key = this.#key(this.keyOf(value));
    if (this.get(key) !== undefined) throw new Error(`duplicate key ${key}`);
    this.#rows.set(key, { value, createdAt: this.clock.now() });
    return value;
  }

  /** Replaces an existing row's value and keeps its age. */
  update(value: T): T {
    const row = this.#rows.get(this.#key(this.keyOf(value)));
    if (row === undefined || row.deletedAt !== undefined) throw new Error(`unknown key ${this.keyOf(value)}`);
    row.value = value;
    return value;
  }

  remove(key: string): T | undefined {
    const row = this.#rows.get(this.#key(key));
    if (row === undefined || row.deletedAt !== undefined) return undefined;
    row.deletedAt = this.clock.now();
    return row.value;
  }

  /** The row as its own service sees it: at once. */
  get(key: string): T | undefined {
    const row = this.#rows.get(this.#key(key));
    return row === undefined || row.deletedAt !== undefined ? undefined : row.value;
  }

  list(where: (value: T) => boolean = () => true): T[] {
    return [...this.#rows.values()]
      .filter((row) => row.deletedAt === undefined && where(row.value))
      .map((row) => row.value);
  }

  /** The rows as another service sees them: late by the configured delays. */
  seenBy(viewer: Viewer, where: (value: T) => boolean = () => true): T[] {
    const { appearMs = 0, disappearMs = 0 } = this.#delays[viewer] ?? {};
    const now = this.clock.now();
    return [...this.#rows.values()]
      .filter((row) => now >= row.createdAt + appearMs && where(row.value))
      .filter((row) => row.deletedAt === undefined || now < row.deletedAt + disappearMs)
      .map((row) => row.value);
  }

  setDelays(delays: ReplicationDelays): void {
    this.#delays = delays;
  }

  snapshot(): CollectionSnapshot<T> {
    return { rows: structuredClone([...this.#rows.values()]) };
  }

  restore(snapshot: CollectionSnapshot<T>): void {
    this.#rows.clear();
    for (const row of structuredClone(snapshot.rows)) this.#rows.set(this.#key(this.keyOf(row.value)), row);
  }

  // Every vendor key here (GUIDs, resource ids, names in a composite) is compared without case.
  #key(key: string): string {
    return key.toLowerCase();
  }
}
