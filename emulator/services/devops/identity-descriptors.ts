import type { Organization, OrganizationIdentity } from "../../state/entities";
import { deriveId } from "./identity-ids";

/** How Graph names an identity: its kind before the dot. Observed: the prefixes; the rest is the vendor's own affair. */
export function formatSubjectDescriptor(identity: OrganizationIdentity): string {
  return `${findPrefix(identity)}.${encode(isKeptHere(identity) ? formatSid(identity) : formatCuid(identity))}`;
}

/** How the older identity service and all access control lists name an identity. Observed: the types; the rest is guessed. */
export function formatIdentityDescriptor(identity: OrganizationIdentity, { tenantId }: Organization): string {
  if (isKeptHere(identity) || identity.kind === "group") {
    return `Microsoft.TeamFoundation.Identity;${formatSid(identity)}`;
  }
  return identity.kind === "servicePrincipal"
    ? `Microsoft.VisualStudio.Services.Claims.AadServicePrincipal;${tenantId}\\${identity.originId}`
    : `Microsoft.IdentityModel.Claims.ClaimsIdentity;${tenantId}\\${identity.accountName ?? identity.originId}`;
}

/** How Graph names a project as the place of groups. */
export function formatScopeDescriptor(projectId: string): string {
  return `scp.${encode(deriveId("scope", projectId))}`;
}

/** How Graph names the service that a project's jobs run as. */
export function formatBuildServiceDescriptor(projectId: string): string {
  return `svc.${encode(projectId)}`;
}

function findPrefix({ kind, origin }: OrganizationIdentity): string {
  if (kind === "user") return "aad";
  if (kind === "servicePrincipal") return "aadsp";
  return origin === "aad" ? "aadgp" : "vssgp";
}

function isKeptHere({ origin }: OrganizationIdentity): boolean {
  return origin === "vsts";
}

function formatCuid({ identityId }: OrganizationIdentity): string {
  return deriveId("cuid", identityId);
}

function formatSid({ identityId }: OrganizationIdentity): string {
  const words = identityId.replaceAll("-", "").match(/.{8}/g) ?? [];
  return `S-1-9-1551374245-${words.map((word) => Number.parseInt(word, 16)).join("-")}`;
}

function encode(text: string): string {
  return Buffer.from(text).toString("base64url");
}
