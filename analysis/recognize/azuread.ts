import type { EngineResource } from "../engine/engine-resource";
import type { Entity } from "../model/model";
import type { DirectoryPermission } from "../model/directory-permission";
import type { StoredSecret } from "../model/stored-secret";
import type { Value } from "../model/value";
import type { IdentityAspect, IdentityPart, IdentityReaders } from "./identity-part";
import { readDeclared } from "./read-declared";
import { readDirectoryRole } from "./read-directory-role";
import { readProviderTenant } from "./read-provider-tenant";
import { readSingleItem } from "./read-single-item";
import { isList, type Property, readProperty, readLiveProperty } from "./read-property";
import {
  joinItems,
  mapKnown,
  readComputedId,
  readFirst,
  readId,
  readIds,
  readItems,
  readText,
  withDefault,
  readLiveId,
} from "./read-value";
import type { Recognizer, RecognizerContext, Recognizers } from "./recognizer";
import type { ResourceGraph } from "./resource-graph";

const absent = { state: "absent" } as const;

// The default of the provider, and of applications that Microsoft Graph creates for it.
const defaultSignInAudience = "AzureADMyOrg";

/** Readers of the identities that the provider `azuread` makes. */
export const azureadIdentities: IdentityReaders = {
  "azuread:index:Application": readApplication,
  "azuread:index:ApplicationRegistration": readApplication,
  "azuread:index:ApplicationFromTemplate": readApplicationFromTemplate,
  "azuread:index:ServicePrincipal": readServicePrincipal,
};

/** Recognizers of what else the provider `azuread` makes. */
export const azureadRecognizers: Recognizers = {
  "azuread:index:Application": recognizeInlinePassword,
  "azuread:index:ApplicationFederatedIdentityCredential": recognizeCredential,
  "azuread:index:ApplicationFlexibleFederatedIdentityCredential": recognizeFlexibleCredential,
  "azuread:index:ApplicationPassword": recognizeSecret("password", "application"),
  "azuread:index:ApplicationCertificate": recognizeSecret("certificate", "application"),
  "azuread:index:ServicePrincipalPassword": recognizeSecret("password", "servicePrincipal"),
  "azuread:index:ServicePrincipalCertificate": recognizeSecret("certificate", "servicePrincipal"),
  "azuread:index:ServicePrincipalTokenSigningCertificate": recognizeSecret("certificate", "servicePrincipal"),
  "azuread:index:ApplicationOwner": recognizePermission({
    kind: "owner",
    principal: "ownerObjectId",
    resource: "applicationId",
  }),
  "azuread:index:AppRoleAssignment": recognizePermission({
    kind: "appRole",
    principal: "principalObjectId",
    permission: "appRoleId",
    resource: "resourceObjectId",
  }),
  "azuread:index:ServicePrincipalDelegatedPermissionGrant": recognizeDelegatedPermission,
  "azuread:index:DirectoryRoleAssignment": recognizeDirectoryRole({ principal: "principalObjectId", role: "roleId" }),
  "azuread:index:DirectoryRoleMember": recognizeDirectoryRole({ principal: "memberObjectId", role: "roleObjectId" }),
  // Eligible for a role is who may take it on by himself.
  "azuread:index:DirectoryRoleEligibilityScheduleRequest": recognizeDirectoryRole({
    principal: "principalId",
    role: "roleDefinitionId",
  }),
  "azuread:index:AdministrativeUnitRoleMember": recognizeDirectoryRole({
    principal: "memberObjectId",
    role: "roleObjectId",
  }),
  "azuread:index:Group": recognizeGroup,
  "azuread:index:GroupWithoutMembers": recognizeGroup,
  "azuread:index:GroupMember": recognizePermission({
    kind: "groupMembership",
    principal: "memberObjectId",
    permission: "groupObjectId",
  }),
  "azuread:index:PrivilegedAccessGroupAssignmentSchedule": recognizeGroupSchedule,
  "azuread:index:PrivilegedAccessGroupEligibilitySchedule": recognizeGroupSchedule,
};

function readApplication(resource: EngineResource, graph: ResourceGraph): IdentityPart {
  return {
    resource,
    kind: "application",
    displayName: readText(resource, "displayName"),
    clientId: readComputedClientId(resource),
    principalId: absent,
    tenantId: readProviderTenant(resource, graph),
    signInAudience: withDefault(readText(resource, "signInAudience"), defaultSignInAudience),
    owners: readIds(resource, "owners", readLiveProperty),
    resourceGroup: absent,
    ids: [
      { aspect: "application", id: readLiveId(resource, "objectId") },
      { aspect: "application", id: readOwnId(resource) },
    ],
  };
}

/** One resource makes both the application and its service principal; what it does not tell is not known. */
function readApplicationFromTemplate(resource: EngineResource, graph: ResourceGraph): IdentityPart {
  return {
    resource,
    kind: "application",
    displayName: readText(resource, "displayName"),
    clientId: { state: "unknown", from: [resource.urn] },
    principalId: readComputedId(resource, "servicePrincipalObjectId"),
    tenantId: readProviderTenant(resource, graph),
    signInAudience: { state: "unknown", from: [resource.urn] },
    owners: absent,
    resourceGroup: absent,
    ids: [
      { aspect: "application", id: readLiveId(resource, "applicationObjectId") },
      { aspect: "application", id: readLiveId(resource, "applicationId") },
      { aspect: "servicePrincipal", id: readLiveId(resource, "servicePrincipalObjectId") },
      { aspect: "servicePrincipal", id: readLiveId(resource, "servicePrincipalId") },
    ],
  };
}

function readServicePrincipal(resource: EngineResource, graph: ResourceGraph): IdentityPart {
  const objectId = readComputedId(resource, "objectId");
  return {
    resource,
    kind: "servicePrincipal",
    displayName: readComputedId(resource, "displayName"),
    clientId: readComputedClientId(resource),
    principalId: objectId,
    tenantId: readProviderTenant(resource, graph),
    // It is a property of the application, which is declared elsewhere.
    signInAudience: absent,
    owners: readIds(resource, "owners", readLiveProperty),
    resourceGroup: absent,
    ids: [
      { aspect: "servicePrincipal", id: objectId },
      { aspect: "servicePrincipal", id: readOwnId(resource) },
    ],
  };
}

// Up to version 5 of the provider it was called the application ID.
function readComputedClientId(resource: EngineResource): Value {
  const value = readFirst(resource, ["clientId", "applicationId"], readLiveId);
  return value.state === "absent" ? { state: "unknown", from: [resource.urn] } : value;
}

function readOwnId({ id, urn }: EngineResource): Value {
  return id === undefined ? { state: "unknown", from: [urn] } : { state: "known", value: id };
}

function recognizeInlinePassword(
  resource: EngineResource,
  { graph, references }: RecognizerContext,
): readonly Entity[] {
  const password = readProperty(resource, "password");
  const isGiven = password.state === "known" ? !isEmpty(password.value) : password.state !== "absent";
  return isGiven
    ? [
        {
          ...readDeclared(resource, graph),
          class: "storedSecret",
          kind: "password",
          identity: references.findIdentity({ state: "unknown", from: [resource.urn] }, "application"),
        },
      ]
    : [];
}

function isEmpty(property: Property): boolean {
  return isList(property) && property.length === 0;
}

function recognizeCredential(resource: EngineResource, { graph, references }: RecognizerContext): readonly Entity[] {
  return [
    {
      ...readDeclared(resource, graph),
      class: "trust",
      identity: references.findIdentity(readApplicationId(resource), "application"),
      issuer: readText(resource, "issuer"),
      subject: readText(resource, "subject"),
      audience: readSingleItem(resource, "audiences"),
      expression: absent,
    },
  ];
}

function recognizeFlexibleCredential(
  resource: EngineResource,
  { graph, references }: RecognizerContext,
): readonly Entity[] {
  return [
    {
      ...readDeclared(resource, graph),
      class: "trust",
      identity: references.findIdentity(readApplicationId(resource), "application"),
      issuer: readText(resource, "issuer"),
      subject: absent,
      audience: readText(resource, "audience"),
      expression: readText(resource, "claimsMatchingExpression"),
    },
  ];
}

// Up to version 5 of the provider the bare object ID was another property.
function readApplicationId(resource: EngineResource): Value {
  return readFirst(resource, ["applicationId", "applicationObjectId"]);
}

function recognizeSecret(kind: StoredSecret["kind"], aspect: IdentityAspect): Recognizer {
  return (resource, { graph, references }) => [
    {
      ...readDeclared(resource, graph),
      class: "storedSecret",
      kind,
      identity: references.findIdentity(
        aspect === "application" ? readApplicationId(resource) : readText(resource, "servicePrincipalId"),
        aspect,
      ),
    },
  ];
}

/** The properties that say who has which permission. */
interface PermissionProperties {
  readonly kind: DirectoryPermission["kind"];
  readonly principal: string;
  readonly permission?: string;
  readonly resource?: string;
}

function recognizePermission({ kind, ...properties }: PermissionProperties): Recognizer {
  return (resource, { graph, references }) => [
    {
      ...readDeclared(resource, graph),
      class: "directoryPermission",
      kind,
      principal: references.findIdentity(readText(resource, properties.principal), "principal"),
      permission: properties.permission === undefined ? absent : readId(resource, properties.permission),
      resource: properties.resource === undefined ? absent : readId(resource, properties.resource),
    },
  ];
}

function recognizeDelegatedPermission(
  resource: EngineResource,
  { graph, references }: RecognizerContext,
): readonly Entity[] {
  return [
    {
      ...readDeclared(resource, graph),
      class: "directoryPermission",
      kind: "delegated",
      principal: references.findIdentity(readText(resource, "servicePrincipalObjectId"), "principal"),
      permission: mapKnown(joinItems(readItems(resource, "claimValues")), (scopes) => scopes.join(" ")),
      resource: readId(resource, "resourceServicePrincipalObjectId"),
    },
  ];
}

function recognizeDirectoryRole(properties: { readonly principal: string; readonly role: string }): Recognizer {
  return (resource, { graph, references }) => [
    {
      ...readDeclared(resource, graph),
      class: "directoryPermission",
      kind: "directoryRole",
      principal: references.findIdentity(readText(resource, properties.principal), "principal"),
      permission: readDirectoryRole(resource, properties.role, graph),
      resource: absent,
    },
  ];
}

/** Members and owners that stand in the group itself. Who belongs to it by a rule cannot be told. */
function recognizeGroup(resource: EngineResource, context: RecognizerContext): readonly Entity[] {
  const group = readComputedId(resource, "objectId");
  const declared = readDeclared(resource, context.graph);
  const list = (property: string): readonly Value[] => {
    const items = readItems(resource, property, readLiveProperty);
    if (items.state === "known") {
      return items.value;
    }
    return items.state === "absent" ? [] : [items];
  };
  const describe = (principal: Value): Pick<DirectoryPermission, "principal"> => ({
    principal: context.references.findIdentity(principal, "principal"),
  });
  const isDynamic = readProperty(resource, "dynamicMembership").state !== "absent";
  return [
    ...list("members").map((member) => ({
      ...declared,
      class: "directoryPermission" as const,
      kind: "groupMembership" as const,
      ...describe(member),
      permission: group,
      resource: absent,
    })),
    ...list("owners").map((owner) => ({
      ...declared,
      class: "directoryPermission" as const,
      kind: "owner" as const,
      ...describe(owner),
      permission: absent,
      resource: group,
    })),
    ...(isDynamic ? [{ ...declared, class: "unrecognized" as const }] : []),
  ];
}

function recognizeGroupSchedule(resource: EngineResource, { graph, references }: RecognizerContext): readonly Entity[] {
  const assignmentType = readText(resource, "assignmentType");
  const group = readId(resource, "groupId");
  const isOwner = assignmentType.state === "known" && assignmentType.value.toLowerCase() === "owner";
  return [
    {
      ...readDeclared(resource, graph),
      class: "directoryPermission",
      kind: isOwner ? "owner" : "groupMembership",
      principal: references.findIdentity(readText(resource, "principalId"), "principal"),
      permission: isOwner ? absent : group,
      resource: isOwner ? group : absent,
    },
  ];
}
