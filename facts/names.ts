import { limits } from "./limits-table";

const identityNamePattern = /^[a-z0-9][a-z0-9_-]*$/i;
const resourceGroupPattern = /^[\p{L}\p{Nd}_().-]*[\p{L}\p{Nd}_()-]$/u;
// Printable characters that Azure DevOps refuses, control characters, and whatever UTF-16 writes with surrogates.
const refusedInProjectName = /[/:\\~&%;@'"?<>|#$*}{,+=[\]]|\p{Cc}|\p{Cs}|[\u{10000}-\u{10FFFF}]/u;
const reservedProjectNames = new Set([
  "aux",
  "con",
  "defaultcollection",
  "nul",
  "prn",
  "server",
  "signalr",
  "web",
  ...Array.from({ length: 10 }, (_, index) => `com${String(index + 1)}`),
  ...Array.from({ length: 9 }, (_, index) => `lpt${String(index + 1)}`),
  "app_browsers",
  "app_code",
  "app_data",
  "app_globalresources",
  "app_localresources",
  "app_themes",
  "app_webresources",
  "bin",
  "web.config",
]);

/** What each kind of name must look like, for error messages: the rest of a sentence that begins with "Write". */
export const nameRules = {
  federatedIdentityCredential:
    "3 to 120 letters (a-z), digits, hyphens or underscores, beginning with a letter or digit",
  managedIdentity: "3 to 128 letters (a-z), digits, hyphens or underscores, beginning with a letter or digit",
  resourceGroup: "1 to 90 letters, digits, hyphens, underscores, periods or parentheses, not ending with a period",
  project:
    "1 to 64 characters, none of / : \\ ~ & % ; @ ' \" ? < > | # $ * } { , + = [ ], not beginning with an underscore, " +
    "not beginning or ending with a period, and not a reserved name such as CON or Web",
  applicationDisplayName: "1 to 256 characters, not only spaces",
} as const;

/**
 * Whether a federated identity credential may have this name, on an application as well as on a managed identity.
 *
 * Documented at https://learn.microsoft.com/entra/workload-id/workload-identity-federation-considerations
 */
export function isFederatedIdentityCredentialName(name: string): boolean {
  return (
    name.length >= limits.minimumFederatedIdentityCredentialName.value &&
    name.length <= limits.federatedIdentityCredentialName.value &&
    identityNamePattern.test(name)
  );
}

/**
 * Whether a user-assigned managed identity may have this name.
 *
 * Documented at https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules
 */
export function isManagedIdentityName(name: string): boolean {
  return (
    name.length >= limits.minimumManagedIdentityName.value &&
    name.length <= limits.managedIdentityName.value &&
    identityNamePattern.test(name)
  );
}

/**
 * Whether a resource group may have this name.
 *
 * Documented at https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules
 */
export function isResourceGroupName(name: string): boolean {
  return name.length <= limits.resourceGroupName.value && resourceGroupPattern.test(name);
}

/**
 * Whether an Azure DevOps project may have this name.
 *
 * Documented at https://learn.microsoft.com/azure/devops/organizations/settings/naming-restrictions; that a name cannot
 * begin or end with a space is observed.
 */
export function isProjectName(name: string): boolean {
  return (
    name !== "" &&
    name === name.trim() &&
    name.length <= limits.projectName.value &&
    !refusedInProjectName.test(name) &&
    !/^[_.]|\.$/.test(name) &&
    !reservedProjectNames.has(name.toLowerCase())
  );
}

/**
 * Whether an application may have this display name. Display names need not be unique.
 *
 * Documented at https://learn.microsoft.com/graph/api/resources/application
 */
export function isApplicationDisplayName(name: string): boolean {
  return name.trim() !== "" && name.length <= limits.applicationDisplayName.value;
}
