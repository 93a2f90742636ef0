import type { EngineResource } from "../engine/engine-resource";
import type { Identity } from "../model/identity";
import type { Value } from "../model/value";
import type { ResourceGraph } from "./resource-graph";

/**
 * What kind of ID names an identity. Each has its own place: the object ID of an application is not one of its service principal.
 * `application` and `servicePrincipal` are object IDs, bare or as a path such as `/applications/<object ID>`; `managedIdentity` is a
 * resource ID of Azure.
 */
export type IdentityAspect = "client" | "principal" | "application" | "servicePrincipal" | "managedIdentity";

/** One resource that is an identity, or a part of one. */
export interface IdentityPart {
  readonly resource: EngineResource;
  readonly kind: Identity["kind"];
  readonly displayName: Value;
  readonly clientId: Value;
  readonly principalId: Value;
  readonly tenantId: Value;
  readonly signInAudience: Value;
  readonly owners: Value<readonly string[]>;
  readonly resourceGroup: Value;
  /** IDs besides the client ID and the principal ID. */
  readonly ids: readonly IdentityId[];
}

/** An ID of an identity. */
export interface IdentityId {
  readonly aspect: IdentityAspect;
  readonly id: Value;
}

/** Reads a resource that is an identity, or a part of one. */
export type IdentityReader = (resource: EngineResource, graph: ResourceGraph) => IdentityPart;

/** Identity readers by the key of their resource type. */
export type IdentityReaders = Readonly<Record<string, IdentityReader>>;
