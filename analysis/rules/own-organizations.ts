import { isGuid } from "../../facts/guid";
import { parseSubject } from "../../facts/subjects";
import type { ModelIndex } from "./model-index";

/** The Azure DevOps organizations that are one's own; each list is empty where nothing tells. */
export interface OwnOrganizations {
  /** In small letters. */
  readonly names: ReadonlySet<string>;
  /** GUIDs in small letters. */
  readonly ids: ReadonlySet<string>;
}

/**
 * Finds one's own organizations: those that the team names, those that providers of the stack work in, and the one that most of
 * the subjects name whose connections the stack declares. Only a subject with IDs counts: a name can be anybody's.
 */
export function findOwnOrganizations(model: ModelIndex, organizations: readonly string[]): OwnOrganizations {
  const given = organizations.map((organization) => organization.trim().toLowerCase());
  const providers = model
    .list("providerTarget")
    .flatMap(({ organization }) => (organization.state === "known" ? readOrganizationName(organization.value) : []));
  return {
    names: new Set([...given.filter((text) => !isGuid(text)), ...providers]),
    ids: new Set([...given.filter(isGuid), ...findCommonIds(model)]),
  };
}

/** A stack works in one organization: where subjects of its connections name several, one of them was slipped in. */
function findCommonIds(model: ModelIndex): readonly string[] {
  const declared = new Set(
    model
      .list("serviceConnection")
      .flatMap(({ connectionId }) => (connectionId.state === "known" ? [connectionId.value.toLowerCase()] : [])),
  );
  const counts = new Map<string, number>();
  for (const { subject } of model.list("trust")) {
    const parsed = subject.state === "known" ? parseSubject(subject.value) : undefined;
    if (parsed?.kind === "entra-service-connection" && declared.has(parsed.connectionId)) {
      counts.set(parsed.organizationId, (counts.get(parsed.organizationId) ?? 0) + 1);
    }
  }
  const most = Math.max(...counts.values());
  return [...counts].filter(([, count]) => count === most).map(([id]) => id);
}

/** The organization in the address of Azure DevOps, in its present and its earlier form. */
function readOrganizationName(address: string): readonly string[] {
  const [, present, earlier] =
    /^https:\/\/(?:dev\.azure\.com\/([^/]+)|([^./]+)\.visualstudio\.com)(?:\/|$)/i.exec(address.trim()) ?? [];
  const name = present ?? earlier;
  return name === undefined ? [] : [decodeName(name).toLowerCase()];
}

function decodeName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
