import { ids } from "./vendor-mocks";

/** What vendors answer to the functions that programs call, by their tokens. */
export const vendorFunctions: Readonly<Record<string, () => Readonly<Record<string, unknown>>>> = {
  "azuread:index/getClientConfig:getClientConfig": () => ({ objectId: ids.caller, tenantId: ids.tenant }),
  "azuread:index/getApplication:getApplication": () => ({ clientId: ids.client, objectId: ids.application }),
  "azuread:index/getServicePrincipal:getServicePrincipal": () => ({
    objectId: ids.principal,
    applicationTenantId: ids.tenant,
  }),
  "azuredevops:index/getProject:getProject": () => ({ id: ids.project, projectId: ids.project }),
  "azuredevops:index/getGroup:getGroup": () => ({ groupId: ids.projectGroup }),
  "azuredevops:index/getTeam:getTeam": () => ({ id: ids.team }),
};
