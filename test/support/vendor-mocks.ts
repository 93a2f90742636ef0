import type * as pulumi from "@pulumi/pulumi";

/** IDs by what they stand for, so that a mix-up shows. */
export const ids = {
  tenant: "7a1c9a52-3f0e-4d5b-9c55-0d5a3f0b1e01",
  caller: "ca11e200-aaaa-4aaa-8aaa-000000000001",
  application: "a9911ca0-aaaa-4aaa-8aaa-000000000002",
  client: "c11e4700-aaaa-4aaa-8aaa-000000000003",
  principal: "d41c19a1-aaaa-4aaa-8aaa-000000000004",
  project: "940ec700-aaaa-4aaa-8aaa-000000000005",
  connection: "c044ec70-aaaa-4aaa-8aaa-000000000006",
  organization: "049a4120-aaaa-4aaa-8aaa-000000000007",
  subscription: "5b5c9700-aaaa-4aaa-8aaa-000000000008",
  projectGroup: "6a90bb00-aaaa-4aaa-8aaa-000000000009",
  organizationGroup: "6a90bb00-aaaa-4aaa-8aaa-00000000000a",
  team: "7ea40000-aaaa-4aaa-8aaa-00000000000b",
  user: "a5e50000-aaaa-4aaa-8aaa-00000000000c",
} as const;

/** What Azure DevOps names for the connection in the public cloud. `t/` holds the tenant, `a/` Azure DevOps itself. */
export const entraTrust = {
  issuer: `https://login.microsoftonline.com/${ids.tenant}/v2.0`,
  subject: `/eid1/c/pub/t/Upoceg4_W02cVQ1aPwseAQ/a/rISbSSETf0KqFyZ8ppdXmA/sc/${ids.organization}/${ids.connection}`,
} as const;

/** What Azure DevOps names for a connection when it signs the tokens itself. */
export function legacyTrust(connection: string): { readonly issuer: string; readonly subject: string } {
  return {
    issuer: `https://vstoken.dev.azure.com/${ids.organization}`,
    subject: `sc://contoso/payments/${connection}`,
  };
}

/** Properties of a resource, or of the answer to a call. */
export type Properties = Readonly<Record<string, unknown>>;

/** Whether a value is an object of properties. */
export function isProperties(value: unknown): value is Properties {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What the vendors answer in a test, where it differs from the usual. */
export interface VendorAnswers {
  /** Issuer and subject of every connection. */
  readonly trust?: { readonly issuer: string; readonly subject: string };
  /** As in a preview: no resource exists yet, so that all that only a vendor can tell is unknown. */
  readonly nothingExists?: boolean;
}

type Answer = (inputs: Properties, answers: VendorAnswers) => { readonly id: string; readonly state: Properties };

const resources: Readonly<Record<string, Answer>> = {
  "azuread:index/application:Application": () => ({
    id: `/applications/${ids.application}`,
    state: { objectId: ids.application, clientId: ids.client },
  }),
  "azuread:index/servicePrincipal:ServicePrincipal": () => ({
    id: `/servicePrincipals/${ids.principal}`,
    state: { objectId: ids.principal },
  }),
  "azuread:index/applicationFederatedIdentityCredential:ApplicationFederatedIdentityCredential": () => ({
    id: `${ids.application}/federatedIdentityCredential/f`,
    state: { credentialId: "f" },
  }),
  "azure-native:managedidentity:UserAssignedIdentity": ({ resourceGroupName }) => ({
    // Azure answers with this segment in small letters.
    id: `/subscriptions/${ids.subscription}/resourcegroups/${String(resourceGroupName)}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/made-up`,
    state: { clientId: ids.client, principalId: ids.principal, tenantId: ids.tenant },
  }),
  "azure-native:managedidentity:FederatedIdentityCredential": () => ({ id: "/f", state: {} }),
  "azure-native:authorization:RoleAssignment": ({ roleAssignmentName }) => ({
    id: `/r/${String(roleAssignmentName)}`,
    state: {},
  }),
  "azuredevops:index/serviceEndpointAzureRM:ServiceEndpointAzureRM": (_, { trust = entraTrust }) => ({
    id: ids.connection,
    state: {
      workloadIdentityFederationIssuer: trust.issuer,
      workloadIdentityFederationSubject: trust.subject,
      servicePrincipalId: ids.client,
    },
  }),
  "azuredevops:index/pipelineAuthorization:PipelineAuthorization": () => ({ id: "p", state: {} }),
  "azuredevops:index/checkApproval:CheckApproval": () => ({ id: "1", state: {} }),
  "azuredevops:index/checkBranchControl:CheckBranchControl": () => ({ id: "2", state: {} }),
  "azuredevops:index/checkBusinessHours:CheckBusinessHours": () => ({ id: "3", state: {} }),
  "azuredevops:index/checkExclusiveLock:CheckExclusiveLock": () => ({ id: "4", state: {} }),
  "azuredevops:index/checkRequiredTemplate:CheckRequiredTemplate": () => ({ id: "5", state: {} }),
  "azuredevops:index/checkRestApi:CheckRestApi": () => ({ id: "6", state: {} }),
  "azuredevops:index/securityroleAssignment:SecurityroleAssignment": () => ({ id: "s", state: {} }),
};

const calls: Readonly<Record<string, (inputs: Properties) => Properties>> = {
  "azuread:index/getClientConfig:getClientConfig": () => ({
    clientId: "deployer",
    id: "x",
    objectId: ids.caller,
    tenantId: ids.tenant,
  }),
  "azuredevops:index/getProject:getProject": ({ name }) => ({ id: ids.project, projectId: ids.project, name }),
  "azuredevops:index/getGroup:getGroup": ({ name, projectId }) => ({ name, projectId, groupId: ids.projectGroup }),
  "azuredevops:index/getGroups:getGroups": () => ({
    groups: [{ id: ids.organizationGroup, displayName: "Platform Owners" }],
  }),
  "azuredevops:index/getTeam:getTeam": ({ name, projectId }) => ({ name, projectId, id: ids.team }),
  "azuredevops:index/getUsers:getUsers": ({ principalName }) => ({ users: [{ id: ids.user, principalName }] }),
};

/** The vendors, as far as a service connection needs them. Anything else is refused, so that nothing goes unseen. */
export function createVendorMocks(answers: VendorAnswers): pulumi.runtime.Mocks {
  return {
    newResource: ({ type, inputs, custom }) => {
      const given: unknown = inputs;
      if (!isProperties(given)) {
        throw new TypeError(`The inputs of ${type} are no properties.`);
      }
      if (custom !== true) {
        return { id: undefined, state: given };
      }
      const answer = resources[type];
      if (answer === undefined) {
        throw new Error(`The test does not know resources of type ${type}.`);
      }
      const { id, state } = answer(given, answers);
      return answers.nothingExists === true ? { id: undefined, state: given } : { id, state: { ...given, ...state } };
    },
    call: ({ token, inputs }) => {
      const answer = calls[token];
      if (answer === undefined) {
        throw new Error(`The test does not know the function ${token}.`);
      }
      const given: unknown = inputs;
      return answer(isProperties(given) ? given : {});
    },
  };
}
