import type { EngineResource } from "../engine/engine-resource";
import type { Entity } from "../model/model";
import type { Reference } from "../model/reference";
import type { IdentityReaders } from "./identity-part";
import { type FoundRole, readCustomRole } from "./read-custom-role";
import { readDeclared } from "./read-declared";
import { readManagedIdentity } from "./read-managed-identity";
import { readRoleAssignment } from "./read-role-assignment";
import { readSingleItem } from "./read-single-item";
import { readComputedId, readFirst, readLiveId, readText } from "./read-value";
import type { RecognizerContext, Recognizers } from "./recognizer";
import type { References } from "./resolve-references";
import type { ResourceGraph } from "./resource-graph";

/** Readers of the identities that the provider `azure-native` makes. */
export const azureNativeIdentities: IdentityReaders = {
  "azure-native:managedidentity:UserAssignedIdentity": (resource) =>
    readManagedIdentity(resource, readFirst(resource, ["resourceName", "name"], readLiveId)),
};

/** Readers of the custom roles that the provider `azure-native` makes. */
export const azureNativeCustomRoles: Readonly<
  Record<string, (resource: EngineResource, graph: ResourceGraph) => FoundRole>
> = {
  "azure-native:authorization:RoleDefinition": (resource, graph) =>
    readCustomRole(resource, { name: "roleName" }, graph),
};

/** Recognizers of what else the provider `azure-native` makes. */
export const azureNativeRecognizers: Recognizers = {
  "azure-native:managedidentity:FederatedIdentityCredential": recognizeCredential,
  // A kind of its own in one preview version; later versions have the expression in the ordinary kind.
  "azure-native:managedidentity:FlexibleFederatedIdentityCredential": recognizeCredential,
  "azure-native:authorization:RoleAssignment": (resource, context) => [
    readRoleAssignment(
      resource,
      // The SDKs fill in User where the program says nothing.
      { principalType: readText(resource, "principalType"), role: readRole(resource) },
      context,
    ),
  ],
  "azure-native:authorization:PimRoleEligibilitySchedule": recognizeSchedule,
  "azure-native:authorization:RoleAssignmentScheduleRequest": recognizeSchedule,
  "azure-native:authorization:RoleEligibilityScheduleRequest": recognizeSchedule,
};

function recognizeCredential(resource: EngineResource, context: RecognizerContext): readonly Entity[] {
  const expression = readFirst(resource, [
    "claimsMatchingExpression.value",
    "properties.claimsMatchingExpression.value",
    "claimsMatchingExpression",
  ]);
  return [
    {
      ...readDeclared(resource, context.graph),
      class: "trust",
      identity: findIdentity(resource, context),
      issuer: readText(resource, "issuer"),
      subject: readText(resource, "subject"),
      audience: readSingleItem(resource, "audiences"),
      expression,
    },
  ];
}

/** A credential has the names of its managed identity, and, once it exists, its ID before its own. */
function findIdentity(resource: EngineResource, { references }: RecognizerContext): Reference {
  const [, identityId] = /^(.+)\/[a-z]*federatedIdentityCredentials\/[^/]+$/i.exec(resource.id ?? "") ?? [];
  if (identityId !== undefined) {
    return references.findIdentity({ state: "known", value: identityId }, "managedIdentity");
  }
  return references.findManagedIdentity({
    name: readText(resource, "resourceName"),
    resourceGroup: readText(resource, "resourceGroupName"),
  });
}

/**
 * A role by Privileged Identity Management, for a time or to be taken on at will: whoever is eligible can take it, so that it counts
 * like one that is assigned. Azure finds out itself what kind of principal gets it.
 */
function recognizeSchedule(resource: EngineResource, context: RecognizerContext): readonly Entity[] {
  return [
    readRoleAssignment(
      resource,
      { principalType: readComputedId(resource, "principalType"), role: readRole(resource) },
      context,
    ),
  ];
}

function readRole(resource: EngineResource): Parameters<References["findRole"]>[0] {
  return { id: readText(resource, "roleDefinitionId"), name: { state: "absent" } };
}
