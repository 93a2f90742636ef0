import * as pulumi from "@pulumi/pulumi";
import * as keyless from "pulumi-keyless";

const config = new pulumi.Config();

const connection = new keyless.AzureServiceConnection("payments-gov", {
  project: config.require("project"),
  environment: keyless.AzureEnvironment.AzureUSGovernment,
  subscription: { id: config.require("subscriptionId"), name: "Payments Government" },
});

export const connectionId = connection.connectionId;
export const issuer = connection.issuer;
export const subject = connection.subject;
export const audience = connection.audience;
