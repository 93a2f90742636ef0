import { checkIdentityApart } from "../access/check-identity-apart";
import { checkRoleAssignments } from "../access/check-role-assignments";
import { checkRolesOfSharedIdentity } from "../access/shared-role-assignments";
import type { Check } from "../arguments/check";
import { checkObject } from "../arguments/check-object";
import { checkAll, checkOneOf } from "../arguments/check-one-of";
import { input, optional, plain, required, withDefault } from "../arguments/check-presence";
import { checkGuid, checkLength, checkName, checkText } from "../arguments/check-text";
import { checkFlag } from "../arguments/check-value";
import { checkAuthorizedPipelines } from "../checks/check-authorized-pipelines";
import { checkChecks } from "../checks/check-checks";
import { checkConnectionRoles } from "../checks/check-connection-roles";
import { createProblem } from "../errors/problem";
import { federationChecks } from "../federation/check-federation";
import { checkCredentialsLeft } from "../federation/credential-turns";
import { checkWorkloadIdentityArgs } from "../identity/check-workload-identity-args";
import { findClosestNames } from "../../facts/closest-names";
import { cloudNames, isCloudName } from "../../facts/clouds";
import { isGuid } from "../../facts/guid";
import { limits } from "../../facts/limits-table";
import { isProjectName, isResourceGroupName, nameRules } from "../../facts/names";
import type {
  AzureServiceConnectionArgs,
  ManagementGroupArgs,
  SubscriptionArgs,
} from "./azure-service-connection-args";

// Azure DevOps offers these as well, but a token of theirs is accepted nowhere.
const environmentsWithoutFederation = ["AzureStack", "AzureGermanCloud"];

/** Checks of the values that may only be known when they are used. */
export const connectionChecks = {
  project: checkName({
    of: "a project",
    requirement: nameRules.project,
    isValid: (name) => isGuid(name) || isProjectName(name),
  }),
  connectionName: checkName({
    of: "a service connection",
    requirement: "a text without a slash that does not begin or end with a space",
    isValid: (name) => !name.includes("/") && name === name.trim(),
  }),
  subscription: checkGuid("the ID of the subscription"),
  managementGroup: checkText((path, value) =>
    // A management group's ID follows the same rule as the name of a resource group.
    isResourceGroupName(value) ? [] : [createProblem(path, "not-a-management-group", { value })],
  ),
} as const satisfies Record<string, Check>;

const checkEnvironment = checkText((path, value) => {
  if (isCloudName(value)) {
    return [];
  }
  return environmentsWithoutFederation.includes(value)
    ? [createProblem(path, "environment-without-federation", { value, known: cloudNames })]
    : [
        createProblem(path, "environment-unknown", {
          value,
          suggestions: findClosestNames(value, cloudNames),
          known: cloudNames,
        }),
      ];
});

/** Makes the check of the arguments of an AzureServiceConnection with the given name. */
export function checkAzureServiceConnectionArgs(name: string): Check {
  return checkAll(
    checkObject<AzureServiceConnectionArgs>({
      project: required("the name or the ID of the Azure DevOps project", input(connectionChecks.project)),
      connectionName: withDefault(name, input(connectionChecks.connectionName)),
      description: optional(input(checkLength(limits.serviceConnectionDescription))),
      environment: optional(plain("the cloud", checkEnvironment)),
      subscription: optional(
        plain(
          "the subscription, of which ID and name may be outputs,",
          checkObject<SubscriptionArgs>({
            id: required("the ID of the subscription", input(connectionChecks.subscription)),
            name: optional(input(checkText())),
          }),
        ),
      ),
      managementGroup: optional(
        plain(
          "the management group, of which ID and name may be outputs,",
          checkObject<ManagementGroupArgs>({
            id: required("the ID of the management group", input(connectionChecks.managementGroup)),
            name: optional(input(checkText())),
          }),
        ),
      ),
      identity: optional(
        plain("the kind of identity, of which each ID may be an output,", checkWorkloadIdentityArgs(name)),
      ),
      audience: optional(input(federationChecks.audience)),
      federatedIdentityCredentialName: optional(input(federationChecks.credentialName)),
      roleAssignments: optional(plain("the list, of which role and scope may be outputs,", checkRoleAssignments)),
      checks: optional(plain("the kinds of checks, of which some values may be outputs,", checkChecks)),
      connectionRoles: optional(plain("the list, of which each id may be an output,", checkConnectionRoles)),
      authorizedPipelines: optional(plain("the keys, of which each ID may be an output,", checkAuthorizedPipelines)),
      allowReplacement: optional(plain("true or false", checkFlag)),
    }),
    checkOneOf("subscription", "managementGroup"),
    checkCredentialsLeft,
    checkRolesOfSharedIdentity,
    checkIdentityApart,
  );
}
