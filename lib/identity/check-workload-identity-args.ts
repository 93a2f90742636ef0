import { limits } from "../../facts/limits-table";
import { isApplicationDisplayName, isManagedIdentityName, isResourceGroupName, nameRules } from "../../facts/names";
import { checkCount, checkList, checkMap } from "../arguments/check-collection";
import type { Check } from "../arguments/check";
import { checkObject } from "../arguments/check-object";
import { checkAll, checkAtMostOneOf, checkOneOf } from "../arguments/check-one-of";
import { input, optional, plain, required, withDefault } from "../arguments/check-presence";
import { checkGuid, checkLength, checkName, checkObjectId, checkString, checkText } from "../arguments/check-text";
import { checkFlag } from "../arguments/check-value";
import { createProblem } from "../errors/problem";
import { formatManagedIdentityName } from "./managed-identity";
import { parseManagedIdentityId } from "./managed-identity-id";
import type {
  ExistingIdentityArgs,
  ManagedIdentityArgs,
  ServicePrincipalArgs,
  WorkloadIdentityArgs,
} from "./workload-identity-args";

/** Checks of the values that may only be known when they are used. */
export const identityChecks = {
  clientId: checkObjectId("the client ID of the identity", "clientId"),
  principalId: checkObjectId("the object ID of the identity's service principal"),
  tenantId: checkGuid("the ID of the identity's tenant"),
  applicationObjectId: checkObjectId("the object ID of the application"),
  managedIdentityId: checkText((path, value) =>
    parseManagedIdentityId(value) === undefined ? [createProblem(path, "not-a-managed-identity-id", { value })] : [],
  ),
  owner: checkObjectId("the object ID of an owner"),
} as const satisfies Record<string, Check>;

const checkServicePrincipal = (name: string): Check =>
  checkObject<ServicePrincipalArgs>({
    displayName: withDefault(
      name,
      input(
        checkName({
          of: "an application",
          requirement: nameRules.applicationDisplayName,
          isValid: isApplicationDisplayName,
        }),
      ),
    ),
    description: optional(input(checkLength(limits.applicationDescription))),
    owners: optional(
      input(
        checkAll(
          checkList(input(identityChecks.owner)),
          // Whoever deploys is an owner too.
          checkCount(limits.applicationOwners.value - 1, "owners"),
        ),
      ),
    ),
    serviceManagementReference: optional(input(checkText())),
  });

const checkManagedIdentity = (name: string): Check =>
  checkObject<ManagedIdentityArgs>({
    resourceGroupName: required(
      "the name of the resource group that holds the identity",
      input(checkName({ of: "a resource group", requirement: nameRules.resourceGroup, isValid: isResourceGroupName })),
    ),
    name: withDefault(
      formatManagedIdentityName(name),
      input(
        checkName({ of: "a managed identity", requirement: nameRules.managedIdentity, isValid: isManagedIdentityName }),
      ),
    ),
    location: optional(input(checkText())),
    tags: optional(input(checkMap(checkText(), input(checkString)))),
  });

const checkExisting = checkAll(
  checkObject<ExistingIdentityArgs>({
    clientId: required("the client ID of the identity", input(identityChecks.clientId)),
    principalId: required("the object ID of the identity's service principal", input(identityChecks.principalId)),
    tenantId: required("the ID of the identity's tenant", input(identityChecks.tenantId)),
    applicationObjectId: optional(input(identityChecks.applicationObjectId)),
    managedIdentityId: optional(input(identityChecks.managedIdentityId)),
  }),
  checkOneOf("applicationObjectId", "managedIdentityId"),
);

/** Makes the check of the arguments of a WorkloadIdentity, or of the identity of a service connection, with the given name. */
export function checkWorkloadIdentityArgs(name: string): Check {
  return checkAll(
    checkObject<WorkloadIdentityArgs>({
      servicePrincipal: optional(plain("the arguments of the service principal", checkServicePrincipal(name))),
      managedIdentity: optional(plain("the arguments of the managed identity", checkManagedIdentity(name))),
      existing: optional(plain("the IDs of the identity, of which each may be an output,", checkExisting)),
      allowReplacement: optional(plain("true or false", checkFlag)),
    }),
    checkAtMostOneOf("servicePrincipal", "managedIdentity", "existing"),
  );
}
