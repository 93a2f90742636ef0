import { WireError } from "../../wire/wire-error";
import type { Caller } from "../../wire/token-authority";

/** A resource that does not exist in a resource group that does. */
export function createResourceNotFound(id: string): WireError {
  const [, group = "", type = "", name = ""] = /\/resourceGroups\/([^/]+)\/providers\/(.+)\/([^/]+)$/i.exec(id) ?? [];
  return new WireError(
    404,
    "ResourceNotFound",
    `The Resource '${type}/${name}' under resource group '${group}' was not found. For more details please go to https://aka.ms/ARMResourceNotFoundFix`,
  );
}

export function createResourceGroupNotFound(name: string): WireError {
  return new WireError(404, "ResourceGroupNotFound", `Resource group '${name}' could not be found.`);
}

export function createParentNotFound(child: string, parent: string): WireError {
  return new WireError(
    404,
    "ParentResourceNotFound",
    `Failed to perform 'write' on resource(s) of type '${child}', because the parent resource '${parent}' could not be found.`,
  );
}

export function createSubscriptionNotFound(subscriptionId: string): WireError {
  return new WireError(404, "SubscriptionNotFound", `The subscription '${subscriptionId}' could not be found.`);
}

/** Azure Resource Manager's code for a body that is not as the operation wants it. */
export const invalidRequestCode = "InvalidRequestContent";

export function createInvalidRequest(message: string): WireError {
  return new WireError(400, invalidRequestCode, message);
}

/** What a caller may not do, and where. */
export interface Refusal {
  action: string;
  scope: string;
}

/** No role assignment of the caller has the action at the scope. */
export function createAuthorizationFailed({ clientId, principalId }: Caller, { action, scope }: Refusal): WireError {
  return new WireError(
    403,
    "AuthorizationFailed",
    `The client '${clientId}' with object id '${principalId}' does not have authorization to perform action '${action}' over scope '${scope}' or the scope is invalid. If access was recently granted, please refresh your credentials.`,
  );
}

/** A role assignment of the caller has the action at the scope, under a condition that this request does not meet. */
export function createConditionUnmet({ clientId, principalId }: Caller, { action, scope }: Refusal): WireError {
  return new WireError(
    403,
    "AuthorizationFailed",
    `The client '${clientId}' with object id '${principalId}' has an authorization with ABAC condition that is not fulfilled to perform action '${action}' over scope '${scope}' or the scope is invalid. If access was recently granted, please refresh your credentials.`,
  );
}
