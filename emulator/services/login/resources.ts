import { azureDevOpsApplicationId, microsoftGraphApplicationId } from "../../../facts/applications";
import { clouds, type CloudName } from "../../../facts/clouds";
import { createLoginError } from "./login-error";

/** A resource that access tokens can be asked for. */
export interface TokenResource {
  kind: "arm" | "graph" | "devops";
  /** The `aud` of its tokens: the resource as it was asked for. */
  audience: string;
}

// Microsoft's Go library adds these to every request, also where there is no user to speak of (observed).
const openIdScopes: ReadonlySet<string> = new Set(["openid", "offline_access", "profile", "email"]);

/**
 * Reads the scope of a client credentials request. One scope, and it must end in `/.default`; what stands before is the
 * resource, with or without a slash of its own at the end.
 */
export function parseScopeParameter(scope: string): string {
  const scopes = scope.split(" ").filter((one) => one !== "" && !openIdScopes.has(one));
  const [only] = scopes;
  if (only === undefined || scopes.length > 1) throw createLoginError(70011, { scope });
  if (!only.endsWith("/.default")) throw createLoginError(1002012, { scope });
  return only.slice(0, -"/.default".length);
}

/** Finds what a resource identifier names in a cloud; nothing when no application of the tenant has it. */
export function findTokenResource(identifier: string, cloud: CloudName): TokenResource | undefined {
  const wanted = identifier.replace(/\/$/, "").toLowerCase();
  const { resourceManagerAudience, classicResourceManagerAudience, graphHost } = clouds[cloud];
  const identifiers: Record<TokenResource["kind"], readonly string[]> = {
    arm: [resourceManagerAudience, classicResourceManagerAudience, "797f4846-ba00-4fd7-ba43-dac1f8f63013"],
    graph: [`https://${graphHost}`, microsoftGraphApplicationId],
    // Azure DevOps Services knows the public cloud only.
    devops: cloud === "AzureCloud" ? [azureDevOpsApplicationId, "https://app.vssps.visualstudio.com"] : [],
  };
  const kinds = ["arm", "graph", "devops"] as const;
  const kind = kinds.find((candidate) => identifiers[candidate].includes(wanted));
  return kind && { kind, audience: identifier };
}
