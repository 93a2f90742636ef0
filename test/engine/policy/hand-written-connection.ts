/** A connection, its application and the trust between them, written with the vendors' packages alone. */
export function writeConnectionByHand(name: string): string {
  return `
    const ${name}Application = new azuread.Application("${name}", { displayName: "${name}" });
    const ${name}Connection = new azuredevops.ServiceEndpointAzureRM("${name}", {
      projectId,
      serviceEndpointName: "${name}",
      serviceEndpointAuthenticationScheme: "WorkloadIdentityFederation",
      credentials: { serviceprincipalid: ${name}Application.clientId },
      azurermSpnTenantid: tenantId,
      azurermSubscriptionId: subscriptionId,
      azurermSubscriptionName: "Payments",
    });
    new azuread.ApplicationFederatedIdentityCredential("${name}", {
      applicationId: ${name}Application.id,
      displayName: "${name}",
      issuer: ${name}Connection.workloadIdentityFederationIssuer,
      subject: ${name}Connection.workloadIdentityFederationSubject,
      audiences,
    });`;
}
