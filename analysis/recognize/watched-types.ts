import type { EngineResource } from "../engine/engine-resource";
import { harmlessTypes } from "./harmless-types-table";
import { hidesAccess } from "./hides-access";
import { readProperty } from "./read-property";
import type { TypedResource } from "./typed-resource";

// Whole packages and modules whose resources decide who may do what.
const watchedPrefixes: readonly string[] = [
  "azuread:",
  "azuredevops:",
  "azure-native:authorization:",
  "azure-native:managedidentity:",
  // Azure Lighthouse: rights for another tenant.
  "azure-native:managedservices:",
  "azure:authorization:",
  "azure:armmsi:",
  "azure:lighthouse:",
  "azure:msi:",
  "azure:pim:",
  "azure:role:",
];

// Services of Azure that keep rights of their own call them so; the administrators are those of databases.
const watchedNames =
  /^(?:azure|azure-native):[^:]+:.*(?:RoleAssignment|RoleDefinition|RoleBinding|AccessPolicy|AccessPolicyAssignment|FederatedIdentityCredential|DenyAssignment|Administrator)s?$/;

// Resources that may hold rights beside what they are, by the property that does.
const rightsWithin: Readonly<Record<string, string>> = {
  "azure-native:keyvault:Vault": "properties.accessPolicies",
  "azure:keyvault:KeyVault": "accessPolicies",
};

/**
 * Whether a resource that no recognizer knows can give access: whether it is of a watched kind, and not known to be harmless, or makes
 * such things out of sight.
 */
export function isWatched(typed: TypedResource): boolean {
  const { resource, key } = typed;
  const within = Object.hasOwn(rightsWithin, key) ? rightsWithin[key] : undefined;
  if (hidesAccess(typed) || (within !== undefined && isGiven(resource, within))) {
    return true;
  }
  if (!watchedPrefixes.some((prefix) => key.startsWith(prefix)) && !watchedNames.test(key)) {
    return false;
  }
  const harmless = Object.hasOwn(harmlessTypes, key) ? harmlessTypes[key] : undefined;
  return harmless === undefined || (harmless.unless ?? []).some((path) => isGiven(resource, path));
}

function isGiven(resource: EngineResource, path: string): boolean {
  const property = readProperty(resource, path);
  return property.state === "known"
    ? !(Array.isArray(property.value) && property.value.length === 0)
    : property.state !== "absent";
}
