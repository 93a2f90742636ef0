// Two connections on one managed identity that do not know of each other, as when modules of different teams make them: each is
// given an object of its own, of ids that are known only while the program is deployed.
import * as pulumi from "@pulumi/pulumi";
import * as keyless from "pulumi-keyless";

const config = new pulumi.Config();
const declared = config.requireObject<Record<string, keyless.AzureServiceConnectionArgs>>("connections");

const release = new keyless.WorkloadIdentity("release", {
  managedIdentity: { resourceGroupName: config.require("identityGroup") },
});

for (const [name, args] of Object.entries(declared)) {
  const { clientId, principalId, tenantId, managedIdentityId } = release;
  if (managedIdentityId === undefined) throw new Error("it is a managed identity");
  const existing = { clientId, principalId, tenantId, managedIdentityId };
  new keyless.AzureServiceConnection(name, { ...args, identity: { existing } });
}
