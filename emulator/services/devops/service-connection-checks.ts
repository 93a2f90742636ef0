import { createUnbuiltError } from "../../wire/unbuilt";
import { createInvalid } from "./devops-errors";
import type { ServiceConnectionBody } from "./service-connection-schema";

/** What the server sets by itself. A client that writes back what it read sends it along; it changes nothing. */
export const serverParameters: readonly string[] = [
  "workloadIdentityFederationIssuer",
  "workloadIdentityFederationIssuerType",
  "workloadIdentityFederationSubject",
];

const expectedParameters = ["tenantid", "serviceprincipalid", "scope", ...serverParameters];

const expectedData = [
  "environment",
  "creationMode",
  "scopeLevel",
  "subscriptionId",
  "subscriptionName",
  "managementGroupId",
  "managementGroupName",
  "resourceGroupName",
  "mlWorkspaceName",
  "mlWorkspaceLocation",
  "identityType",
  "appObjectId",
  "spnObjectId",
  "azureSpnPermissions",
  "azureSpnRoleAssignmentId",
];

const unbuiltSchemes = ["serviceprincipal", "managedserviceidentity", "publishprofile"];
const builtEnvironments = ["azurecloud", "azureusgovernment", "azurechinacloud"];
const unbuiltEnvironments = ["azuregermancloud", "azurestack"];

/** The data that each scope level needs. */
const scopeLevels: Readonly<Record<string, readonly string[]>> = {
  subscription: ["subscriptionId", "subscriptionName"],
  managementgroup: ["managementGroupId", "managementGroupName"],
  resourcegroup: ["subscriptionId", "subscriptionName", "resourceGroupName"],
};

/** Checks what is written of a connection, before any right or name is looked at. */
export function checkServiceConnection(body: ServiceConnectionBody): void {
  checkBuilt(body);
  checkExpectedFields(body);
  checkIdentity(body);
  checkScope(body);
}

function checkBuilt({ type, authorization, data }: ServiceConnectionBody): void {
  if (type.toLowerCase() !== "azurerm") throw createUnbuiltError(`service connections of the type ${type}`);
  const scheme = authorization.scheme.toLowerCase();
  if (unbuiltSchemes.includes(scheme)) {
    throw createUnbuiltError(`Azure service connections with the scheme ${authorization.scheme}`);
  }
  if (scheme !== "workloadidentityfederation") {
    throw createInvalid(`The authorization scheme ${authorization.scheme} is not one of the type ${type}.`);
  }
  const environment = (data["environment"] ?? "AzureCloud").toLowerCase();
  if (unbuiltEnvironments.includes(environment)) {
    throw createUnbuiltError(`service connections into ${data["environment"] ?? ""}`);
  }
  if (!builtEnvironments.includes(environment))
    throw createInvalid(`There is no environment ${data["environment"] ?? ""}.`);
  const creationMode = data["creationMode"]?.toLowerCase();
  if (creationMode === "automatic") {
    throw createUnbuiltError("service connections whose identity Azure DevOps creates (creationMode Automatic)");
  }
  if (creationMode !== "manual") throw createInvalid("The data creationMode must be Manual or Automatic.");
}

// The text is observed, with the status 400.
function checkExpectedFields({ authorization, data }: ServiceConnectionBody): void {
  const unexpected = [
    ...Object.keys(data).filter((key) => !includes(expectedData, key)),
    ...Object.keys(authorization.parameters).filter((key) => !includes(expectedParameters, key)),
  ];
  if (unexpected.length === 0) return;
  throw createInvalid(
    `Following fields in the service connection are not expected: ${unexpected.join(", ")}. Only fields that are ` +
      "defined in the service connection's contribution type as inputs can be specified.",
  );
}

function checkIdentity({ authorization }: ServiceConnectionBody): void {
  for (const key of ["tenantid", "serviceprincipalid"]) {
    if (!isGuid(authorization.parameters[key])) {
      throw createInvalid(`The authorization parameter ${key} must be a GUID.`);
    }
  }
}

function checkScope({ data }: ServiceConnectionBody): void {
  const level = data["scopeLevel"] ?? "";
  const needed = scopeLevels[level.toLowerCase()];
  if (needed === undefined) throw createUnbuiltError(`service connections with the scope level ${level || "(none)"}`);
  const missing = needed.filter((key) => (data[key] ?? "") === "");
  if (missing.length > 0) throw createInvalid(`The scope level ${level} needs the data ${missing.join(", ")}.`);
}

function isGuid(value: string | undefined): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value ?? "");
}

function includes(names: readonly string[], key: string): boolean {
  return names.some((name) => name.toLowerCase() === key.toLowerCase());
}
