// Service connections that share two identities: one of each kind that a program can make.
import * as pulumi from "@pulumi/pulumi";
import * as keyless from "pulumi-keyless";

const config = new pulumi.Config();
const project = config.require("project");
const subscription = { id: config.require("subscriptionId") };
const authorizedPipelines = { deploy: config.require("pipelineId") };

const managedIdentity = new keyless.WorkloadIdentity("test", {
  managedIdentity: { resourceGroupName: config.require("resourceGroupName") },
});
const servicePrincipal = new keyless.WorkloadIdentity("release");

function connect(name: string, existing: keyless.WorkloadIdentity): object {
  const connection = new keyless.AzureServiceConnection(name, {
    project,
    subscription,
    identity: { existing },
    authorizedPipelines,
  });
  const { connectionId, connectionName, projectId, clientId, principalId, tenantId } = connection;
  const { issuer, subject, audience, tokenAudience } = connection;
  const ids = { connectionId, connectionName, projectId, clientId, principalId, tenantId };
  return { ...ids, issuer, subject, audience, tokenAudience };
}

const onManagedIdentity = config.requireObject<string[]>("onManagedIdentity");
const onServicePrincipal = config.requireObject<string[]>("onServicePrincipal");

export const connections = Object.fromEntries([
  ...onManagedIdentity.map((name) => [name, connect(name, managedIdentity)] as const),
  ...onServicePrincipal.map((name) => [name, connect(name, servicePrincipal)] as const),
]);
