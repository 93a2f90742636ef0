import { isGuid } from "../../facts/guid";
import { findBuiltInRole } from "../../facts/roles";
import type { EngineResource } from "../engine/engine-resource";
import type { Reference } from "../model/reference";
import type { Role } from "../model/role-assignment";
import type { Value } from "../model/value";
import type { FoundIdentity } from "./find-identities";
import { createManagedIdentityFinder, type ManagedIdentityName } from "./find-managed-identity";
import type { IdentityAspect } from "./identity-part";
import { type FoundRole, parseRoleGuid } from "./read-custom-role";
import { normalizeGuid } from "./read-value";
import type { ResourceGraph } from "./resource-graph";

/** Finds what values point at. */
export interface References {
  readonly findIdentity: (value: Value, aspect: IdentityAspect) => Reference;
  /** Finds a managed identity by its names in Azure, where its ID is not given. */
  readonly findManagedIdentity: (names: ManagedIdentityName) => Reference;
  readonly findConnection: (connectionId: Value) => Reference;
  /** Finds a role by the ID of its definition, or by its name where it has none. */
  readonly findRole: (role: { readonly id: Value; readonly name: Value }) => Role;
}

/** What can be pointed at. */
export interface ReferenceTargets {
  readonly identities: readonly FoundIdentity[];
  readonly connections: readonly EngineResource[];
  readonly customRoles: readonly FoundRole[];
  /** Whether a resource could have the ID of a principal though it is none of the identities: a group, or a virtual machine. */
  readonly mayBePrincipal: (resource: EngineResource) => boolean;
}

/** What can be pointed at in one way: by ID, and by the resources that an unknown ID comes from. */
interface TargetIndex {
  readonly byId: ReadonlyMap<string, string>;
  readonly owners: ReadonlyMap<string, string>;
  readonly mayBe: (resource: EngineResource) => boolean;
}

/** Prepares the finding of references. */
export function createReferences(targets: ReferenceTargets, graph: ResourceGraph): References {
  const identities = indexIdentities(targets);
  const connections = indexConnections(targets);
  const roles = indexRoles(targets);
  return {
    findIdentity: (value, aspect) =>
      resolve(value, { ...identities, format: (id) => formatIdentityId(id, aspect) }, graph),
    findManagedIdentity: createManagedIdentityFinder(
      targets.identities.map(({ identity }) => identity),
      graph,
      identities,
    ),
    findConnection: (value) => resolve(value, { ...connections, format: (id) => id.toLowerCase() }, graph),
    findRole: ({ id, name }) =>
      findRole(id.state === "absent" ? name : id, { roles, graph, isName: id.state === "absent" }),
  };
}

function resolve(
  value: Value,
  { byId, format, ...sources }: TargetIndex & { readonly format: (id: string) => string },
  graph: ResourceGraph,
): Reference {
  switch (value.state) {
    case "known": {
      const urn = byId.get(format(value.value));
      return urn === undefined ? { to: "other", id: normalizeGuid(value.value) } : { to: "declared", urn };
    }
    case "unknown": {
      const urn = graph.follow(value.from, sources);
      return urn === undefined ? { to: "unknown", from: value.from } : { to: "declared", urn };
    }
    default:
      return { to: value.state };
  }
}

interface RoleSearch {
  readonly roles: TargetIndex;
  readonly graph: ResourceGraph;
  readonly isName: boolean;
}

function findRole(value: Value, { roles, graph, isName }: RoleSearch): Role {
  switch (value.state) {
    case "known":
      return isName ? findRoleByName(value.value, roles) : findRoleById(value.value, roles);
    case "unknown": {
      const urn = graph.follow(value.from, roles);
      return urn === undefined ? { kind: "unknown", from: value.from } : { kind: "declared", urn };
    }
    default:
      return { kind: "unreadable" };
  }
}

function findRoleById(text: string, { byId }: TargetIndex): Role {
  const id = parseRoleGuid(text);
  if (id === undefined) {
    return { kind: "unreadable" };
  }
  const urn = byId.get(id);
  const name = findBuiltInRole(id)?.name;
  return urn === undefined
    ? { kind: "builtIn", id, ...(name === undefined ? {} : { name }) }
    : { kind: "declared", urn };
}

function findRoleByName(name: string, { byId }: TargetIndex): Role {
  const urn = byId.get(formatRoleName(name));
  if (urn !== undefined) {
    return { kind: "declared", urn };
  }
  const builtIn = isGuid(name) ? undefined : findBuiltInRole(name);
  return builtIn === undefined ? { kind: "named", name } : { kind: "builtIn", id: builtIn.id, name: builtIn.name };
}

function indexIdentities({ identities, mayBePrincipal }: ReferenceTargets): TargetIndex {
  const byId = new Map<string, string>();
  const owners = new Map<string, string>();
  for (const { identity, ids } of identities) {
    for (const urn of identity.parts) {
      setFirst(owners, urn, identity.urn);
    }
    for (const { aspect, id } of ids) {
      if (id.state === "known") {
        setFirst(byId, formatIdentityId(id.value, aspect), identity.urn);
      }
    }
  }
  return { byId, owners, mayBe: mayBePrincipal };
}

// IDs of Entra and Azure have no letter case; Graph writes object IDs bare or as the last part of a path.
function formatIdentityId(id: string, aspect: IdentityAspect): string {
  const text = id.toLowerCase();
  const isObject = aspect === "application" || aspect === "servicePrincipal" || aspect === "principal";
  return `${aspect} ${isObject ? text.replace(/^\/?(?:applications|serviceprincipals)\//, "") : text.replace(/\/+$/, "")}`;
}

function indexConnections({ connections }: ReferenceTargets): TargetIndex {
  const byId = new Map<string, string>();
  for (const { id, urn } of connections) {
    if (id !== undefined) {
      setFirst(byId, id.toLowerCase(), urn);
    }
  }
  return { byId, owners: new Map(connections.map(({ urn }) => [urn, urn])), mayBe: () => false };
}

function indexRoles({ customRoles }: ReferenceTargets): TargetIndex {
  const byId = new Map<string, string>();
  for (const { role, guids } of customRoles) {
    for (const guid of guids) {
      setFirst(byId, guid, role.urn);
    }
    if (role.roleName.state === "known") {
      setFirst(byId, formatRoleName(role.roleName.value), role.urn);
    }
  }
  return { byId, owners: new Map(customRoles.map(({ role }) => [role.urn, role.urn])), mayBe: () => false };
}

function formatRoleName(name: string): string {
  return `name ${name.toLowerCase()}`;
}

function setFirst(map: Map<string, string>, key: string, value: string): void {
  if (!map.has(key)) {
    map.set(key, value);
  }
}
