import { cloudNames, type CloudName } from "../../../facts/clouds";
import { formatIssuer } from "../../../facts/issuers";
import { securityTokenServiceHosts } from "../../hosts";
import type { Store } from "../../state/store";

/** The issuer of Entra's version 2 tokens of a tenant: pipeline tokens, among others. */
export function formatTokenIssuer(cloud: CloudName, tenantId: string): string {
  return formatIssuer({ kind: "entra", tenantId, cloud });
}

/** The issuer of Entra's version 1 tokens of a tenant: every access token that the emulator issues. */
export function formatAccessTokenIssuer(cloud: CloudName, tenantId: string): string {
  return `https://${securityTokenServiceHosts[cloud]}/${tenantId.toLowerCase()}/`;
}

/** The issuer of Azure DevOps' own tokens of an organization. */
export function formatOrganizationIssuer(organizationId: string): string {
  return formatIssuer({ kind: "azure-devops", organizationId, host: "vstoken.dev.azure.com" });
}

/** An issuer whose keys the emulated token endpoint can fetch, and whether that is Entra itself. */
export interface PublishedIssuer {
  kind: "entra" | "azure-devops" | "external";
  /** Entra only. */
  cloud?: CloudName;
}

/** Issuers outside of the emulated clouds, for credentials that trust another platform. Their keys are the emulator's. */
export type ExternalIssuers = ReadonlySet<string>;

/** Finds out whether the issuer is one that publishes keys. Compared exactly, as Entra does. */
export function findPublishedIssuer(
  issuer: string,
  { store, external }: { store: Store; external: ExternalIssuers },
): PublishedIssuer | undefined {
  if (external.has(issuer)) return { kind: "external" };
  for (const { tenantId } of store.tenants.list()) {
    const cloud = cloudNames.find((name) => formatTokenIssuer(name, tenantId) === issuer);
    if (cloud !== undefined && isTenantOf(store, tenantId, cloud)) return { kind: "entra", cloud };
  }
  const organizations = store.organizations.list();
  return organizations.some((organization) => formatOrganizationIssuer(organization.organizationId) === issuer)
    ? { kind: "azure-devops" }
    : undefined;
}

/** Whether the tenant exists in this cloud. */
export function isTenantOf(store: Store, tenantId: string, cloud: CloudName): boolean {
  return store.tenants.get(tenantId)?.cloud === cloud;
}

/** The tenant whose access tokens come from this issuer. */
export function findAccessTokenTenant(store: Store, issuer: string): string | undefined {
  return store.tenants
    .list()
    .flatMap(({ tenantId, cloud }) => cloudNames.filter((name) => name === cloud).map((name) => ({ tenantId, name })))
    .find(({ tenantId, name }) => formatAccessTokenIssuer(name, tenantId) === issuer)?.tenantId;
}
