// What an identity has in the directory: owners, stored secrets, groups, roles and permissions.
import * as azuread from "@pulumi/azuread";
import * as pulumi from "@pulumi/pulumi";

const config = new pulumi.Config();
const application = new azuread.Application("payments", {
  displayName: "payments",
  signInAudience: "AzureADMyOrg",
  owners: [config.require("platformPrincipalId")],
});
const principal = new azuread.ServicePrincipal("payments", { clientId: application.clientId });

new azuread.ApplicationFederatedIdentityCredential("payments", {
  applicationId: application.id,
  displayName: "payments",
  issuer: `https://vstoken.dev.azure.com/${config.require("organizationId")}`,
  subject: "sc://contoso/payments/payments",
  audiences: ["api://AzureADTokenExchange"],
});

const certificate = `-----BEGIN CERTIFICATE-----
MIIBezCCASGgAwIBAgIUI6y3PU2zozaei3nlxEFIaBa9LCAwCgYIKoZIzj0EAwIw
EzERMA8GA1UEAwwIcGF5bWVudHMwHhcNMjYxMTI1MDQzNjI4WhcNNDYxMTIwMDQz
NjI4WjATMREwDwYDVQQDDAhwYXltZW50czBZMBMGByqGSM49AgEGCCqGSM49AwEH
A0IABFMys8/Jp+Yqx/6W649RHIlA2ztmFo29laj3hrgkZCGW6qc+Fpstvwe5Qbk/
bypZjGOAY5u/F3n8T+S1OGvPdAijUzBRMB0GA1UdDgQWBBQS1y+Y+iQ8tCmQHmjV
YoPb8vuGSjAfBgNVHSMEGDAWgBQS1y+Y+iQ8tCmQHmjVYoPb8vuGSjAPBgNVHRMB
Af8EBTADAQH/MAoGCCqGSM49BAMCA0gAMEUCIQDKybO6h3xkU3Zs5ZCstXD9Q3uO
3hG0V1/HXhQQzipJWQIgE9hxqy/OjAvK5NZeBFDGUCaZ2CZky+Cb6bxtM79aWvI=
-----END CERTIFICATE-----`;

new azuread.ApplicationPassword("old", {
  applicationId: application.id,
  displayName: "old",
  endDate: "2027-01-01T00:00:00Z",
});

new azuread.ApplicationCertificate("old", {
  applicationId: application.id,
  type: "AsymmetricX509Cert",
  value: certificate,
  endDate: "2027-01-01T00:00:00Z",
});

new azuread.ApplicationOwner("lead", {
  applicationId: application.id,
  ownerObjectId: "0e0e0e0e-1111-4222-8333-444444444444",
});

const deployers = new azuread.Group("deployers", { displayName: "deployers", securityEnabled: true });

new azuread.GroupMember("payments", { groupObjectId: deployers.objectId, memberObjectId: principal.objectId });

new azuread.AppRoleAssignment("applications", {
  principalObjectId: principal.objectId,
  // Microsoft Graph's service principal here, and Application.ReadWrite.OwnedBy.
  resourceObjectId: "0d0d0d0d-1111-4222-8333-444444444444",
  appRoleId: "18a4783c-866b-4cc7-a460-3d5e5662c884",
});

new azuread.DirectoryRoleAssignment("reader", {
  principalObjectId: principal.objectId,
  // Directory Readers.
  roleId: "88d8e3e3-8f55-4a1e-953a-9b9898b8876b",
});

export const clientId = application.clientId;
