// Declares whatever the stack's configuration says, so that one program serves every scenario.
import * as pulumi from "@pulumi/pulumi";
import * as keyless from "pulumi-keyless";

const config = new pulumi.Config();
const declared = config.requireObject<Record<string, keyless.AzureServiceConnectionArgs>>("connections");

export const connections = Object.fromEntries(
  Object.entries(declared).map(([name, args]) => {
    const { connectionId, connectionName, projectId, clientId, principalId, tenantId, ...trust } =
      new keyless.AzureServiceConnection(name, args);
    const { issuer, subject, audience, tokenAudience } = trust;
    const ids = { connectionId, connectionName, projectId, clientId, principalId, tenantId };
    return [name, { ...ids, issuer, subject, audience, tokenAudience }];
  }),
);
