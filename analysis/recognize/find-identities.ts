import type { Identity } from "../model/identity";
import type { Value } from "../model/value";
import type { IdentityId, IdentityPart, IdentityReaders } from "./identity-part";
import { readDeclared } from "./read-declared";
import { sortTexts } from "./read-property";
import { joinLists } from "./read-value";
import type { ResourceGraph } from "./resource-graph";
import type { TypedResource } from "./typed-resource";

/** An identity with all IDs that it goes by. */
export interface FoundIdentity {
  readonly identity: Identity;
  readonly ids: readonly IdentityId[];
}

/**
 * Finds the identities among resources: an application and its service principals are one. The service principal of an application
 * that is made elsewhere stands alone.
 */
export function findIdentities(
  resources: readonly TypedResource[],
  readers: IdentityReaders,
  graph: ResourceGraph,
): readonly FoundIdentity[] {
  const parts = resources.flatMap(({ resource, key }) => {
    const read = Object.hasOwn(readers, key) ? readers[key] : undefined;
    return read === undefined ? [] : [read(resource, graph)];
  });
  const principals = parts.filter(({ kind }) => kind === "servicePrincipal");
  const others = parts.filter(({ kind }) => kind !== "servicePrincipal");
  const findApplication = createApplicationFinder(others, graph);
  const byApplication = new Map<IdentityPart, IdentityPart[]>();
  const alone: IdentityPart[] = [];
  for (const principal of principals) {
    const application = findApplication(principal.clientId);
    if (application === undefined) {
      alone.push(principal);
    } else {
      byApplication.set(application, [...(byApplication.get(application) ?? []), principal]);
    }
  }
  return [...others, ...alone].map((part) => mergeParts(part, byApplication.get(part) ?? [], graph));
}

/** Finds the application that a service principal names by its client ID. */
function createApplicationFinder(
  parts: readonly IdentityPart[],
  graph: ResourceGraph,
): (clientId: Value) => IdentityPart | undefined {
  const byUrn = new Map<string, IdentityPart>();
  const byClientId = new Map<string, IdentityPart>();
  for (const part of parts.filter(({ kind }) => kind === "application")) {
    setFirst(byUrn, part.resource.urn, part);
    if (part.clientId.state === "known") {
      setFirst(byClientId, part.clientId.value.toLowerCase(), part);
    }
  }
  const owners = new Map([...byUrn.keys()].map((urn) => [urn, urn]));
  return (clientId) => {
    if (clientId.state === "known") {
      return byClientId.get(clientId.value.toLowerCase());
    }
    const urn = clientId.state === "unknown" ? graph.follow(clientId.from, { owners, mayBe: () => false }) : undefined;
    return urn === undefined ? undefined : byUrn.get(urn);
  };
}

function mergeParts(main: IdentityPart, principals: readonly IdentityPart[], graph: ResourceGraph): FoundIdentity {
  const parts = [main, ...principals];
  const identity: Identity = {
    ...readDeclared(main.resource, graph),
    class: "identity",
    kind: main.kind,
    parts: sortTexts(parts.map(({ resource }) => resource.urn)),
    displayName: main.displayName,
    clientId: main.clientId,
    principalId: selectGiven(parts, "principalId"),
    tenantId: selectGiven(parts, "tenantId"),
    signInAudience: main.signInAudience,
    owners: joinLists(parts.map(({ owners }) => owners)),
    resourceGroup: main.resourceGroup,
  };
  const ids = parts.flatMap((part) => [
    { aspect: "client" as const, id: part.clientId },
    { aspect: "principal" as const, id: part.principalId },
    ...part.ids,
  ]);
  return { identity, ids };
}

function selectGiven(parts: readonly IdentityPart[], name: "principalId" | "tenantId"): Value {
  return parts.map((part) => part[name]).find(({ state }) => state !== "absent") ?? { state: "absent" };
}

function setFirst<T>(map: Map<string, T>, key: string, value: T): void {
  if (!map.has(key)) {
    map.set(key, value);
  }
}
