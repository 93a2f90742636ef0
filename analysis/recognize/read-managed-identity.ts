import { parseScope } from "../../facts/scopes";
import type { EngineResource } from "../engine/engine-resource";
import type { Value } from "../model/value";
import type { IdentityPart } from "./identity-part";
import { readComputedId, readText } from "./read-value";

const absent = { state: "absent" } as const;

/** Reads a user-assigned managed identity. */
export function readManagedIdentity(resource: EngineResource, displayName: Value): IdentityPart {
  const { id, urn } = resource;
  return {
    resource,
    kind: "managedIdentity",
    displayName,
    clientId: readComputedId(resource, "clientId"),
    principalId: readComputedId(resource, "principalId"),
    tenantId: readComputedId(resource, "tenantId"),
    signInAudience: absent,
    owners: absent,
    resourceGroup: readResourceGroup(resource),
    ids: [
      {
        aspect: "managedIdentity",
        id: id === undefined ? { state: "unknown", from: [urn] } : { state: "known", value: id },
      },
    ],
  };
}

/** The resource group by its ID, which also tells its subscription; by its name before the identity has an ID. */
function readResourceGroup(resource: EngineResource): Value {
  const scope = parseScope(resource.id ?? "");
  return scope.kind === "resource" && scope.resourceGroupName !== undefined
    ? { state: "known", value: `/subscriptions/${scope.subscriptionId}/resourceGroups/${scope.resourceGroupName}` }
    : readText(resource, "resourceGroupName");
}
