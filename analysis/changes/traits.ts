import type { Identity } from "../model/identity";
import type { ServiceConnection } from "../model/service-connection";

/** The things of one class on both sides, and what tells them apart. */
export interface Things<E extends Identity | ServiceConnection> extends Traits<E> {
  readonly before: readonly E[];
  readonly after: readonly E[];
}

/** What tells the things of a class apart. */
export interface Traits<E> {
  /** URNs of all resources that are this thing. */
  readonly readUrns: (entity: E) => readonly string[];
  /** IDs that nothing else has. */
  readonly readIds: (entity: E) => readonly string[];
  /** What a person knows it by; undefined where that is not known. */
  readonly readName: (entity: E) => string | undefined;
}

/** What tells identities apart. */
export const identityTraits: Traits<Identity> = {
  readUrns: ({ urn, parts }) => [urn, ...parts],
  readIds: ({ clientId, principalId }) => [clientId, principalId].flatMap(readKnown),
  readName: ({ kind, displayName, resourceGroup }) =>
    displayName.state === "known"
      ? JSON.stringify([kind, displayName.value, resourceGroup.state === "known" ? resourceGroup.value : ""])
      : undefined,
};

/** What tells service connections apart. */
export const connectionTraits: Traits<ServiceConnection> = {
  readUrns: ({ urn }) => [urn],
  readIds: ({ connectionId }) => readKnown(connectionId),
  readName: ({ kind, connectionName, project }) =>
    connectionName.state === "known" && project.state === "known"
      ? JSON.stringify([kind, connectionName.value, project.value])
      : undefined,
};

function readKnown(value: Identity["clientId"]): readonly string[] {
  return value.state === "known" && value.value !== "" ? [value.value] : [];
}
