import { findBuiltInRole } from "../../facts/roles";
import type { Clouds } from "./corpus-case";

/** What every program of the corpus may ask its configuration for, by full key. */
export function listPlatformConfig({ store, platform }: Clouds): Readonly<Record<string, string>> {
  const { subscription, tenant, organization, resources, pipelines, project, deployer } = platform;
  return {
    "azure-native:subscriptionId": subscription.subscriptionId,
    "corpus:subscriptionId": subscription.subscriptionId,
    "corpus:tenantId": tenant.tenantId,
    "corpus:organizationId": organization.organizationId,
    "corpus:projectId": project.projectId,
    "corpus:applicationGroupId": resources.applicationGroupId,
    "corpus:storageAccountId": resources.storageAccountId,
    "corpus:webAppId": resources.webAppId,
    "corpus:identityGroupName": resources.identityGroupName,
    "corpus:deployPipelineId": String(pipelines.deploy.pipelineId),
    "corpus:buildPipelineId": String(pipelines.build.pipelineId),
    "corpus:platformConnectionId": deployer.connectionId,
    "corpus:platformPrincipalId": deployer.principalId,
    "corpus:platformRoleAssignmentId": findRoleAssignment({ store, platform }),
  };
}

/** A role that the platform team assigned by hand. */
function findRoleAssignment({ store, platform }: Clouds): string {
  const role = findBuiltInRole("Role Based Access Control Administrator");
  const [assignment] = store.roleAssignments.list(
    ({ principalId, roleDefinitionId }) =>
      principalId === platform.deployer.principalId && roleDefinitionId === role?.id,
  );
  if (assignment === undefined) throw new Error("the platform has no such role assignment");
  return assignment.id;
}
