import * as pulumi from "@pulumi/pulumi";
import * as keyless from "pulumi-keyless";

const config = new pulumi.Config();

const connection = new keyless.AzureServiceConnection("payments-dev", {
  project: config.require("project"),
  subscription: { id: config.require("subscriptionId") },
});

export const connectionId = connection.connectionId;
export const clientId = connection.clientId;
export const issuer = connection.issuer;
export const subject = connection.subject;
export const audience = connection.audience;
