import type { ReplicationDelays } from "../state/collection";
import type { OrganizationIdentity } from "../state/entities";
import { collectionNames, type CollectionName, type StoreSnapshot } from "../state/store";
import { seedPlatform, type PlatformSeed, type SeedOptions } from "../seed";
import type { Fault, FaultRule, Faults } from "../wire/faults";
import type { Hold, HoldRule, Holds } from "../wire/holds";
import type { Journal, JournalEntry, JournalFilter } from "../wire/journal";
import type { Service, ServiceContext } from "../wire/service";
import { addIdentity, type NewIdentity } from "../services/devops/members";
import {
  createPipelineJob,
  finishPipelineJob,
  approveCheck,
  type NewPipelineJob,
} from "../services/devops/pipeline-jobs";
import type { EmulatorState } from "./emulator-state";
import { createEmptySnapshot, createPublicSnapshot } from "./public-snapshot";

export interface ControlParts {
  state: EmulatorState;
  /** What services are given, for what an agent does with them. */
  context: ServiceContext;
  journal: Journal;
  faults: Faults;
  holds: Holds;
  services: readonly Service[];
  /** Issuers outside of the emulated clouds whose keys the token endpoint can fetch. */
  externalIssuers: Set<string>;
  /** Called after each change. */
  onChange: () => void;
}

/** A running job of a pipeline. */
export interface RunningJob {
  jobId: string;
  /** What its agent tells the steps, the job's own token included. */
  environment: Readonly<Record<"SYSTEM_OIDCREQUESTURI" | "SYSTEM_COLLECTIONURI" | "SYSTEM_ACCESSTOKEN", string>>;
}

/** What no client of the real clouds could do: look into the emulator, break it, move its time. */
export class Control {
  constructor(private readonly parts: ControlParts) {}

  /** What was seeded last, since the last reset. */
  get platform(): PlatformSeed | undefined {
    return this.parts.state.platform;
  }

  /** The whole store, without keys, tokens and running jobs. */
  snapshot(): StoreSnapshot {
    return createPublicSnapshot(this.parts.state.store);
  }

  /** Puts the store back to a snapshot. Journal, faults, delays and time stay as they are. */
  restore(snapshot: StoreSnapshot): void {
    this.parts.state.store.restore(snapshot);
    this.parts.onChange();
  }

  /** Empties store and journal and takes faults, holds, delays and registered issuers back. Time goes on. */
  reset(): void {
    const { state, journal, faults, holds, services, externalIssuers } = this.parts;
    const { store } = state;
    delete state.platform;
    store.restore(createEmptySnapshot());
    for (const name of collectionNames) store.setDelays(name, {});
    for (const service of services) service.reset?.();
    journal.clear();
    faults.clear();
    holds.releaseAll();
    externalIssuers.clear();
    this.parts.onChange();
  }

  /** Fills the store, which must be empty of what the seed makes. */
  seed(options: SeedOptions = {}): PlatformSeed {
    const platform = seedPlatform(this.parts.state.store, options);
    this.parts.state.platform = platform;
    this.parts.onChange();
    return platform;
  }

  /** Starts a job of a pipeline, as an agent would. Throws a RangeError when there is no such project or pipeline. */
  async startJob(job: NewPipelineJob): Promise<RunningJob> {
    const { jobId, oidcRequestUri, collectionUri, accessToken } = await createPipelineJob(this.parts.context, job);
    const environment = {
      SYSTEM_OIDCREQUESTURI: oidcRequestUri,
      SYSTEM_COLLECTIONURI: collectionUri,
      SYSTEM_ACCESSTOKEN: accessToken,
    };
    return { jobId, environment };
  }

  /** Approves a check that holds a job, as `by`; of a check that asks another service, answers in its place. */
  approveCheck(approval: { jobId: string; checkId: number; by: string }): void {
    approveCheck(this.parts.context, approval);
  }

  /** Ends a job: its token is worth nothing from now on. */
  finishJob(jobId: string): void {
    finishPipelineJob(this.parts.context, jobId);
  }

  /** Makes a person, group or team that an organization knows. Throws a RangeError where that cannot be. */
  addIdentity(identity: NewIdentity): OrganizationIdentity {
    const added = addIdentity(this.parts.state.store, identity);
    this.parts.onChange();
    return added;
  }

  listRequests(filter?: JournalFilter): JournalEntry[] {
    return this.parts.journal.list(filter);
  }

  clearJournal(): void {
    this.parts.journal.clear();
  }

  addFault(rule: FaultRule): Fault {
    return this.parts.faults.add(rule);
  }

  listFaults(): Fault[] {
    return this.parts.faults.list();
  }

  /** Removes one fault, or all. */
  clearFaults(id?: string): void {
    this.parts.faults.clear(id);
  }

  /** Makes requests stand still until they are released. */
  hold(rule: HoldRule): Hold {
    return this.parts.holds.add(rule);
  }

  /** How late other services see changes of one kind of entity. An empty object: at once. */
  setDelays(kind: CollectionName, delays: ReplicationDelays): void {
    this.parts.state.store.setDelays(kind, delays);
  }

  /** The emulator's time, in milliseconds since 1970-01-01 UTC. */
  now(): number {
    return this.parts.state.store.clock.now();
  }

  /** Moves the emulator's time forward. */
  advanceClock(milliseconds: number): void {
    this.parts.state.store.clock.advance(milliseconds);
    this.parts.onChange();
  }

  /** Makes the token endpoint able to fetch the keys of an issuer outside of the emulated clouds. */
  registerIssuer(issuer: string): void {
    this.parts.externalIssuers.add(issuer);
  }
}
