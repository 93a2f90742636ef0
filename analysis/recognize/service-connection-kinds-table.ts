/** A kind of service connection, as far as it is read from a table. */
export interface ServiceConnectionKind {
  /** Name of the kind in Azure DevOps. */
  readonly kind: string;
  /** Properties of which each that is given is a password, key, token or certificate that Azure DevOps keeps. */
  readonly secrets: readonly string[];
}

/**
 * Service connections of the provider `azuredevops` by the key of their resource type, without those that need a reader of their own.
 *
 * The kinds are those that the provider sends to Azure DevOps; the properties are those of its schema.
 */
export const serviceConnectionKinds: Readonly<Record<string, ServiceConnectionKind>> = {
  "azuredevops:ServiceEndpoint:BitBucket": { kind: "bitbucket", secrets: ["password", "apiToken"] },
  "azuredevops:ServiceEndpoint:DockerRegistry": { kind: "dockerregistry", secrets: ["dockerPassword"] },
  "azuredevops:ServiceEndpoint:GitHub": { kind: "github", secrets: ["authPersonal", "authOauth"] },
  "azuredevops:index:ServiceEndpointArtifactory": {
    kind: "artifactoryService",
    secrets: ["authenticationBasic", "authenticationToken"],
  },
  "azuredevops:index:ServiceEndpointAws": { kind: "aws", secrets: ["secretAccessKey", "sessionToken"] },
  "azuredevops:index:ServiceEndpointAzureDevOps": { kind: "AZDOAPI", secrets: ["personalAccessToken"] },
  "azuredevops:index:ServiceEndpointBitBucket": { kind: "bitbucket", secrets: ["password", "apiToken"] },
  "azuredevops:index:ServiceEndpointDockerRegistry": { kind: "dockerregistry", secrets: ["dockerPassword"] },
  "azuredevops:index:ServiceEndpointGeneric": { kind: "generic", secrets: ["password"] },
  "azuredevops:index:ServiceEndpointGenericGit": { kind: "git", secrets: ["password"] },
  "azuredevops:index:ServiceEndpointGitHub": { kind: "github", secrets: ["authPersonal", "authOauth"] },
  "azuredevops:index:ServiceEndpointGitHubEnterprise": {
    kind: "githubenterprise",
    secrets: ["authPersonal", "authOauth"],
  },
  "azuredevops:index:ServiceEndpointGitLab": { kind: "gitlab", secrets: ["apiToken"] },
  "azuredevops:index:ServiceEndpointNpm": { kind: "externalnpmregistry", secrets: ["accessToken"] },
  "azuredevops:index:ServiceEndpointPipeline": { kind: "azdoapi", secrets: ["authPersonal"] },
  "azuredevops:index:ServiceEndpointServiceFabric": {
    kind: "servicefabric",
    secrets: ["certificate", "azureActiveDirectory"],
  },
  "azuredevops:index:ServiceEndpointSonarCloud": { kind: "sonarcloud", secrets: ["token"] },
  "azuredevops:index:ServiceEndpointSonarQube": { kind: "sonarqube", secrets: ["token"] },
  "azuredevops:index:ServiceEndpointSsh": { kind: "ssh", secrets: ["password", "privateKey"] },
  "azuredevops:index:ServiceendpointArgocd": {
    kind: "argocd",
    secrets: ["authenticationBasic", "authenticationToken"],
  },
  "azuredevops:index:ServiceendpointAzureServiceBus": { kind: "AzureServiceBus", secrets: ["connectionString"] },
  "azuredevops:index:ServiceendpointBlackDuck": { kind: "blackducksca", secrets: ["apiToken"] },
  "azuredevops:index:ServiceendpointCheckmarxOne": { kind: "CheckmarxASTService", secrets: ["apiKey", "clientSecret"] },
  "azuredevops:index:ServiceendpointCheckmarxSast": { kind: "Checkmarx-Endpoint", secrets: ["password"] },
  "azuredevops:index:ServiceendpointCheckmarxSca": { kind: "SCA-Endpoint", secrets: ["password"] },
  "azuredevops:index:ServiceendpointDynamicsLifecycleServices": { kind: "lcsserviceendpoint", secrets: ["password"] },
  "azuredevops:index:ServiceendpointExternaltfs": { kind: "externaltfs", secrets: ["authPersonal"] },
  "azuredevops:index:ServiceendpointGcpTerraform": { kind: "GoogleCloudServiceEndpoint", secrets: ["privateKey"] },
  "azuredevops:index:ServiceendpointIncomingwebhook": { kind: "incomingwebhook", secrets: ["secret"] },
  "azuredevops:index:ServiceendpointJenkins": { kind: "Jenkins", secrets: ["password"] },
  "azuredevops:index:ServiceendpointJfrogArtifactoryV2": {
    kind: "jfrogArtifactoryService",
    secrets: ["authenticationBasic", "authenticationToken"],
  },
  "azuredevops:index:ServiceendpointJfrogDistributionV2": {
    kind: "jfrogDistributionService",
    secrets: ["authenticationBasic", "authenticationToken"],
  },
  "azuredevops:index:ServiceendpointJfrogPlatformV2": {
    kind: "jfrogPlatformService",
    secrets: ["authenticationBasic", "authenticationToken"],
  },
  "azuredevops:index:ServiceendpointJfrogXrayV2": {
    kind: "jfrogXrayService",
    secrets: ["authenticationBasic", "authenticationToken"],
  },
  "azuredevops:index:ServiceendpointMaven": {
    kind: "externalmavenrepository",
    secrets: ["authenticationBasic", "authenticationToken"],
  },
  "azuredevops:index:ServiceendpointNexus": { kind: "NexusIqServiceConnection", secrets: ["password"] },
  "azuredevops:index:ServiceendpointNuget": {
    kind: "externalnugetfeed",
    secrets: ["apiKey", "password", "personalAccessToken"],
  },
  "azuredevops:index:ServiceendpointOctopusdeploy": { kind: "OctopusEndpoint", secrets: ["apiKey"] },
  "azuredevops:index:ServiceendpointOpenshift": {
    kind: "openshift",
    secrets: ["authBasic", "authToken", "authNone.kubeConfig"],
  },
  "azuredevops:index:ServiceendpointSnyk": { kind: "SnykAuth", secrets: ["apiToken"] },
  "azuredevops:index:ServiceendpointVisualstudiomarketplace": {
    kind: "TFSMarketplacePublishing",
    secrets: ["authenticationBasic", "authenticationToken"],
  },
};
