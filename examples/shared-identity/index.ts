import * as pulumi from "@pulumi/pulumi";
import * as keyless from "pulumi-keyless";

const config = new pulumi.Config();
const subscriptionId = config.require("subscriptionId");

const release = new keyless.WorkloadIdentity("release", {
  servicePrincipal: { description: "Releases payments and shop" },
});

// The role is given once, by the first connection; the second one only adds another way in.
const payments = new keyless.AzureServiceConnection("payments-release", {
  project: config.require("firstProject"),
  subscription: { id: subscriptionId },
  identity: { existing: release },
  roleAssignments: [{ role: "Reader", scope: `/subscriptions/${subscriptionId}` }],
});
const shop = new keyless.AzureServiceConnection("shop-release", {
  project: config.require("secondProject"),
  subscription: { id: subscriptionId },
  identity: { existing: release },
});

export const clientId = release.clientId;
export const subjects = [payments.subject, shop.subject];
