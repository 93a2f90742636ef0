import type { EngineRun } from "../../analysis/engine/engine-run";
import { createLookup } from "../../analysis/changes/lookup";
import type { Check } from "../../analysis/model/check";
import type { DirectoryPermission } from "../../analysis/model/directory-permission";
import type { EntityClass, EntityOf, Model } from "../../analysis/model/model";
import type { PipelinePermission } from "../../analysis/model/pipeline-permission";
import type { Reference } from "../../analysis/model/reference";
import type { RoleAssignment } from "../../analysis/model/role-assignment";
import type { ServiceConnection } from "../../analysis/model/service-connection";
import type { StoredSecret } from "../../analysis/model/stored-secret";
import type { Trust } from "../../analysis/model/trust";
import { findTrustSource } from "../../analysis/rules/find-trust-source";
import { formatIdentityKey } from "../../analysis/rules/identity-key";
import { indexModel, type ModelIndex } from "../../analysis/rules/model-index";

/** A model by what belongs to what, before the run or after it. */
export interface AccessSide {
  readonly index: ModelIndex;
  readonly permissionsOf: (connection: Reference) => readonly PipelinePermission[];
  readonly checksOf: (connection: Reference) => readonly Check[];
  /** Service connections that sign in as an identity. */
  readonly connectionsOf: (identity: Reference) => readonly ServiceConnection[];
  readonly trustsOf: (identity: Reference) => readonly Trust[];
  readonly secretsOf: (identity: Reference) => readonly StoredSecret[];
  readonly rolesOf: (identity: Reference) => readonly RoleAssignment[];
  readonly directoryPermissionsOf: (identity: Reference) => readonly DirectoryPermission[];
  /** The service connection of this stack whose tokens a federated identity credential lets in. */
  readonly connectionOf: (trust: Trust) => ServiceConnection | undefined;
}

/** Makes the view of one side of a run. Look-ups are built when they are first used. */
export function createAccessSide(model: Model, run: EngineRun, name: "before" | "after"): AccessSide {
  const index = indexModel(model);
  const group = <C extends EntityClass>(
    entityClass: C,
    read: (entity: EntityOf<C>) => Reference,
  ): ((reference: Reference) => readonly EntityOf<C>[]) => {
    const find = createLookup<ModelIndex, EntityOf<C>>(
      () => index.list(entityClass),
      (entity) => formatIdentityKey(read(entity)),
    );
    return (reference) => find(index, formatIdentityKey(reference));
  };
  return {
    index,
    permissionsOf: group("pipelinePermission", ({ connection }) => connection),
    checksOf: group("check", ({ connection }) => connection),
    connectionsOf: group("serviceConnection", ({ identity }) => identity),
    trustsOf: group("trust", ({ identity }) => identity),
    secretsOf: group("storedSecret", ({ identity }) => identity),
    rolesOf: group("roleAssignment", ({ principal }) => principal),
    directoryPermissionsOf: group("directoryPermission", ({ principal }) => principal),
    connectionOf: findConnectionsByTokens(index, readTokens(run, name)),
  };
}

/**
 * Whose tokens are let in: those of a connection of this stack where the values come from that connection, or are
 * exactly those that the connection has. An ID in a subject alone proves nothing: anybody can write it there.
 */
function findConnectionsByTokens(
  index: ModelIndex,
  tokens: ReadonlyMap<string, string>,
): (trust: Trust) => ServiceConnection | undefined {
  const found = new Map<Trust, ServiceConnection | undefined>();
  const find = (trust: Trust): ServiceConnection | undefined => {
    const { expression, issuer, subject } = trust;
    if (expression.state !== "absent") {
      return undefined;
    }
    const urn =
      subject.state === "known" && issuer.state === "known"
        ? tokens.get(formatToken(issuer.value, subject.value))
        : undefined;
    return urn === undefined ? findTrustSource(trust, index) : index.find("serviceConnection", urn);
  };
  return (trust) => {
    if (!found.has(trust)) {
      found.set(trust, find(trust));
    }
    return found.get(trust);
  };
}

/** The issuer and subject of each connection's tokens, as the provider answered; the connection's URN by them. */
function readTokens({ steps }: EngineRun, name: "before" | "after"): ReadonlyMap<string, string> {
  const tokens = new Map<string, string>();
  for (const { before, after, operation } of steps) {
    const resource = name === "before" ? before : after;
    // A preview shows what the provider answered on the old side only; it stays unless the resource is made anew.
    const { workloadIdentityFederationIssuer: issuer, workloadIdentityFederationSubject: subject } = {
      ...(operation === "replace" && name === "after" ? {} : before?.outputs),
      ...(name === "after" ? after?.outputs : {}),
    };
    if (resource !== undefined && typeof issuer === "string" && typeof subject === "string") {
      tokens.set(formatToken(issuer, subject), resource.urn);
    }
  }
  return tokens;
}

function formatToken(issuer: string, subject: string): string {
  return JSON.stringify([issuer, subject]);
}

/** The reference to a thing of this stack. */
export function referTo({ urn }: { readonly urn: string }): Reference {
  return { to: "declared", urn };
}
