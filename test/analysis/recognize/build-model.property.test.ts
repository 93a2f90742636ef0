import fc from "fast-check";
import type { EngineResource } from "../../../analysis/engine/engine-resource";
import {
  type PropertyMap,
  type PropertyValue,
  secretValue,
  unknownValue,
} from "../../../analysis/engine/property-value";
import { buildModel } from "../../../analysis/recognize/build-model";

const guid = "aaaaaaaa-0000-0000-0000-00000000000a";
const types = [
  "azuread:index/application:Application",
  "azuread:index/servicePrincipal:ServicePrincipal",
  "azuread:index/applicationFromTemplate:ApplicationFromTemplate",
  "azuread:index/applicationFederatedIdentityCredential:ApplicationFederatedIdentityCredential",
  "azuread:index/applicationFlexibleFederatedIdentityCredential:ApplicationFlexibleFederatedIdentityCredential",
  "azuread:index/servicePrincipalPassword:ServicePrincipalPassword",
  "azuread:index/appRoleAssignment:AppRoleAssignment",
  "azuread:index/directoryRole:DirectoryRole",
  "azuread:index/directoryRoleMember:DirectoryRoleMember",
  "azuread:index/group:Group",
  "azuread:index/novelty:Novelty",
  "azure-native:managedidentity:UserAssignedIdentity",
  "azure-native:managedidentity/v20230131:FederatedIdentityCredential",
  "azure-native:authorization:RoleAssignment",
  "azure-native:authorization:RoleDefinition",
  "azure-native:resources:Deployment",
  "azure:authorization/assignment:Assignment",
  "azure:armmsi/federatedIdentityCredential:FederatedIdentityCredential",
  "azuredevops:index/serviceEndpointAzureRM:ServiceEndpointAzureRM",
  "azuredevops:index/serviceendpointGenericV2:ServiceendpointGenericV2",
  "azuredevops:index/serviceEndpointAws:ServiceEndpointAws",
  "azuredevops:index/pipelineAuthorization:PipelineAuthorization",
  "azuredevops:index/checkApproval:CheckApproval",
  "azuredevops:index/checkRequiredTemplate:CheckRequiredTemplate",
  "azuredevops:index/checkBusinessHours:CheckBusinessHours",
  "azuredevops:index/serviceendpointPermissions:ServiceendpointPermissions",
  "azuredevops:index/securityroleAssignment:SecurityroleAssignment",
  "azuredevops:index/securityPermissions:SecurityPermissions",
  "azuredevops:index/team:Team",
  "time:index/sleep:Sleep",
  "keyless:index:AzureServiceConnection",
  "pulumi:providers:azuread",
  "acme:index:Component",
];
const names = [
  "applicationId", "servicePrincipalId", "clientId", "objectId", "principalId", "principalObjectId", "memberObjectId",
  "roleObjectId", "roleId", "members", "owners", "password", "issuer", "subject", "audiences", "audience",
  "claimsMatchingExpression", "resourceName", "resourceGroupName", "roleDefinitionId", "roleDefinitionName", "roleName",
  "scope", "condition", "permissions", "assignableScopes", "credentials", "authorizationParameters",
  "authorizationScheme", "type", "projectId", "serviceendpointId", "resourceId", "pipelineId", "targetResourceId",
  "targetResourceType", "approvers", "minimumRequiredApprovers", "requiredTemplates", "monday", "startTime", "token",
  "namespaceId", "triggers", "properties", "template", "tenantId", "name", "displayName", "id", "__proto__", "constructor",
]; // prettier-ignore
const urns = ["urn:a", "urn:b", "urn:c", "urn:d", "urn:e", "urn:f"];

const text = fc.oneof(
  fc.constantFrom(
    guid,
    guid.toUpperCase(),
    `/applications/${guid}`,
    `/subscriptions/${guid}/resourceGroups/g/providers/Microsoft.ManagedIdentity/userAssignedIdentities/i`,
    `/providers/Microsoft.Authorization/roleDefinitions/${guid}`,
    `${guid}_${guid}`,
    `endpoints/${guid}/${guid}`,
    "49b48001-ca20-4adc-8111-5b60c903a50c",
    "distributedtask.serviceendpointrole",
    "endpoint",
    "azurerm",
    "",
  ),
  fc.string(),
);
const value: fc.Arbitrary<PropertyValue> = fc.letrec<{ value: PropertyValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    text,
    fc.constantFrom<PropertyValue>(null, true, false, 0, 7, Number.NaN, unknownValue, secretValue),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(fc.oneof(fc.constantFrom(...names, "serviceprincipalid", "actions"), fc.string()), tie("value"), {
      maxKeys: 3,
    }),
  ),
})).value;
const properties: fc.Arbitrary<PropertyMap> = fc.dictionary(fc.oneof(fc.constantFrom(...names), fc.string()), value, {
  maxKeys: 8,
});
const links = fc.array(fc.constantFrom(...urns, "urn:elsewhere"), { maxLength: 3 });
const resource: fc.Arbitrary<EngineResource> = fc
  .record({
    urn: fc.constantFrom(...urns),
    type: fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...types) }, { weight: 1, arbitrary: fc.string() }),
    name: fc.string(),
    custom: fc.boolean(),
    id: fc.option(text, { nil: undefined }),
    parent: fc.option(fc.constantFrom(...urns, "urn:elsewhere"), { nil: undefined }),
    provider: fc.option(fc.constantFrom(...urns), { nil: undefined }),
    inputs: properties,
    outputs: properties,
    dependencies: links,
    propertyDependencies: fc.dictionary(fc.constantFrom(...names), links),
    protect: fc.boolean(),
    retainOnDelete: fc.boolean(),
    external: fc.boolean(),
    aliases: links,
    ignoreChanges: fc.constant([]),
  })
  .map(({ id, parent, provider, ...rest }) => ({
    ...rest,
    ...(id === undefined ? {} : { id }),
    ...(parent === undefined ? {} : { parent }),
    ...(provider === undefined ? {} : { provider }),
  }));
const resources = fc.array(resource, { maxLength: 8 });

describe("buildModel", () => {
  it("takes whatever it is given, in any order, to the same model", () => {
    const shuffled = resources.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );

    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        expect(JSON.stringify(buildModel(other))).toBe(JSON.stringify(buildModel(list)));
      }),
      { numRuns: 500 },
    );
  });

  it("points at nothing as declared that is not in the model", () => {
    fc.assert(
      fc.property(resources, (list) => {
        const { entities } = buildModel(list);
        const declared = new Set(entities.map(({ urn }) => urn));
        const targets = [...JSON.stringify(entities).matchAll(/\{"(?:to|kind)":"declared","urn":"(urn:[a-z]+)"\}/g)];
        expect(targets.every(([, urn = ""]) => declared.has(urn))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it("never shows what is secret", () => {
    const hide = (shown: PropertyMap): PropertyMap =>
      Object.fromEntries(Object.keys(shown).map((name) => [name, secretValue]));
    const hidden = resources.map((list) =>
      list.map((one): EngineResource => ({ ...one, inputs: hide(one.inputs), outputs: hide(one.outputs) })),
    );

    fc.assert(
      fc.property(hidden, (list) => {
        const { entities } = buildModel(list);
        for (const entity of entities) {
          expect(Object.values(entity)).not.toContain(secretValue);
        }
      }),
      { numRuns: 100 },
    );
  });

  it("does not mind the letter case of GUIDs, and keeps that of subjects", () => {
    const cased = (change: (text: string) => string): readonly EngineResource[] => [
      create("azuread:index/application:Application", "urn:a", { displayName: "x" }, { clientId: change(guid) }),
      create(
        "azuread:index/servicePrincipal:ServicePrincipal",
        "urn:b",
        { clientId: change(guid) },
        { objectId: change(guid) },
      ),
      create("azure-native:authorization:RoleAssignment", "urn:c", {
        principalId: change(guid),
        roleDefinitionId: change(guid),
      }),
      create("azuredevops:index/serviceEndpointAzureRM:ServiceEndpointAzureRM", "urn:d", {
        projectId: change(guid),
        credentials: { serviceprincipalid: change(guid) },
      }),
      create("azuredevops:index/checkApproval:CheckApproval", "urn:e", {
        targetResourceType: "endpoint",
        targetResourceId: change(guid),
        approvers: [change(guid)],
      }),
    ];

    expect(buildModel(cased((id) => id.toUpperCase()))).toEqual(buildModel(cased((id) => id)));
  });
});

function create(type: string, urn: string, inputs: PropertyMap, outputs: PropertyMap = {}): EngineResource {
  return {
    urn,
    type,
    name: urn,
    custom: true,
    inputs,
    outputs,
    dependencies: [],
    propertyDependencies: {},
    protect: false,
    retainOnDelete: false,
    external: false,
    aliases: [],
    ignoreChanges: [],
  };
}
