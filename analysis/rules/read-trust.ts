import type { ServiceConnection } from "../model/service-connection";
import type { Trust } from "../model/trust";
import type { Phrase } from "../phrase";
import { describeTrust } from "../trust/describe-trust";
import type { ConnectionParty, PipelineParty, TrustedParty } from "../trust/trusted-party";
import { findMismatch } from "./find-mismatch";
import { findTrustSource } from "./find-trust-source";
import type { ModelIndex } from "./model-index";
import { explainMissing } from "./name-thing";
import { findOwnOrganizations, type OwnOrganizations } from "./own-organizations";
import type { RuleOptions } from "./rule-options";

type Organized = Extract<TrustedParty, ConnectionParty | PipelineParty>;

/** Whom a trust lets in, as far as the whole model shows it. */
export type TrustReading =
  /** More than one exact party. */
  | { readonly kind: "open"; readonly by: "expression" | "noSubject" | "wildcard"; readonly party: TrustedParty }
  | { readonly kind: "unseen"; readonly part: "issuer" | "subject"; readonly why: string }
  /** Nobody: no token has this combination. `why` is the rest of a sentence that begins with the credential. */
  | { readonly kind: "nobody"; readonly why: Phrase }
  /** A service connection of the stack. */
  | { readonly kind: "ownConnection"; readonly connection: ServiceConnection }
  /** A service connection that the stack does not declare, and whose organization is not known to be a foreign one. */
  | { readonly kind: "connectionElsewhere"; readonly party: TrustedParty }
  /** A service connection or pipeline of an organization that is none of one's own. */
  | {
      readonly kind: "foreignOrganization";
      readonly party: Organized;
      /** What tells that it is foreign. */
      readonly by: "name" | "id";
    }
  /** Anybody else than a service connection. */
  | { readonly kind: "stranger"; readonly party: TrustedParty };

const memory = new WeakMap<ModelIndex, Map<string, ReadonlyMap<Trust, TrustReading>>>();

/** Reads whom each trust of a model lets in, in the order of the index. */
export function readTrusts(model: ModelIndex, { organizations }: RuleOptions): ReadonlyMap<Trust, TrustReading> {
  const key = JSON.stringify(organizations);
  const readings = memory.get(model) ?? new Map<string, ReadonlyMap<Trust, TrustReading>>();
  memory.set(model, readings);
  const known = readings.get(key);
  if (known !== undefined) {
    return known;
  }
  const surroundings = findSurroundings(model, organizations);
  const read = new Map(model.list("trust").map((trust) => [trust, readTrust(trust, surroundings)] as const));
  readings.set(key, read);
  return read;
}

/** What the rest of the model tells about trusts. */
interface Surroundings {
  readonly model: ModelIndex;
  readonly own: OwnOrganizations;
  readonly connectionsById: ReadonlyMap<string, ServiceConnection>;
  readonly connectionsByName: ReadonlyMap<string, ServiceConnection>;
}

function findSurroundings(model: ModelIndex, organizations: readonly string[]): Surroundings {
  const connectionsById = new Map<string, ServiceConnection>();
  const connectionsByName = new Map<string, ServiceConnection>();
  for (const connection of model.list("serviceConnection")) {
    if (connection.connectionId.state === "known") {
      connectionsById.set(connection.connectionId.value.toLowerCase(), connection);
    }
    if (connection.connectionName.state === "known") {
      connectionsByName.set(connection.connectionName.value, connection);
    }
  }
  return { model, own: findOwnOrganizations(model, organizations), connectionsById, connectionsByName };
}

function readTrust(trust: Trust, surroundings: Surroundings): TrustReading {
  const party = describeTrust(trust);
  const by = findOpening(trust, party);
  if (by !== undefined) {
    return { kind: "open", by, party };
  }
  const source = findTrustSource(trust, surroundings.model);
  if (source !== undefined) {
    return { kind: "ownConnection", connection: source };
  }
  if (party.kind === "unknown") {
    const { part, why } = party;
    return { kind: "unseen", part: part === "issuer" ? part : "subject", why: explainMissing(why) };
  }
  const why = findMismatch(trust);
  return why === undefined ? readParty(party, surroundings) : { kind: "nobody", why };
}

function findOpening(
  { expression, subject }: Trust,
  { exactness }: TrustedParty,
): "expression" | "noSubject" | "wildcard" | undefined {
  if (expression.state !== "absent") {
    return exactness === "exact" ? undefined : "expression";
  }
  if (subject.state === "absent" || (subject.state === "known" && subject.value.trim() === "")) {
    return "noSubject";
  }
  return subject.state === "known" && subject.value.includes("*") ? "wildcard" : undefined;
}

function readParty(party: TrustedParty, { own, connectionsById, connectionsByName }: Surroundings): TrustReading {
  if (party.kind !== "serviceConnection" && party.kind !== "pipeline") {
    return { kind: "stranger", party };
  }
  const by = findForeignSign(party, own);
  if (by !== undefined) {
    return { kind: "foreignOrganization", party, by };
  }
  if (party.kind === "pipeline") {
    return { kind: "stranger", party };
  }
  const connection =
    party.generation === "entra" ? connectionsById.get(party.connectionId) : connectionsByName.get(party.connection);
  return connection === undefined ? { kind: "connectionElsewhere", party } : { kind: "ownConnection", connection };
}

/** What tells that an organization is foreign. Where nothing tells which ones are one's own, none is. */
function findForeignSign(party: Organized, { ids, names }: OwnOrganizations): "name" | "id" | undefined {
  if (party.generation === "azure-devops" && names.size > 0 && !names.has(party.organization.toLowerCase())) {
    return "name";
  }
  const { organizationId } = party;
  return organizationId !== undefined && ids.size > 0 && !ids.has(organizationId) ? "id" : undefined;
}
