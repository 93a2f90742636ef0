import { randomUUID } from "node:crypto";
import { clouds, type CloudName } from "../facts/clouds";
import { createDeployer, type Deployer } from "./seed/deployer";
import { createPeople, type PeopleSeed } from "./seed/people";
import { createPullRequests, type PullRequestSeed } from "./seed/pull-requests";
import { createResources } from "./seed/resources";
import type { Organization, Pipeline, Project, Subscription, Tenant } from "./state/entities";
import type { Store } from "./state/store";

export { deployerEnvironment } from "./seed/deployer-environment";
export type { Deployer } from "./seed/deployer";

/** What to seed. Names are lower case, as people write them; ids are made. */
export interface SeedOptions {
  /** The cloud of subscription and identities. Azure DevOps itself is always in the public cloud. Default AzureCloud. */
  cloud?: CloudName;
  /** Who signs the tokens of new service connections. Default: as in the cloud today. */
  issuerGeneration?: Organization["issuerGeneration"];
  /** Default contoso. */
  organizationName?: string;
  /** Default payments. */
  projectName?: string;
  /** Makes every id. Default: random GUIDs. */
  newId?: () => string;
}

/** A platform as it is before anything is deployed by Keyless: what a platform team has made by hand. */
export interface PlatformSeed extends PullRequestSeed, PeopleSeed {
  cloud: CloudName;
  /** The tenant that subscription and identities live in. */
  tenant: Tenant;
  /** The tenant that the organization is connected to; the same one in the public cloud. */
  organizationTenant: Tenant;
  subscription: Subscription;
  organization: Organization;
  /** The organization's URL, without a slash at the end. */
  organizationUrl: string;
  project: Project;
  /** Three pipelines: one that deploys, one that only builds, one that belongs to the platform team. */
  pipelines: { deploy: Pipeline; build: Pipeline; platform: Pipeline };
  /** Ids of resource groups and of sample resources, for role scopes. */
  resources: ReturnType<typeof createResources>;
  /** The identity that deploys to Azure and Microsoft Graph, and in the public cloud to Azure DevOps too. */
  deployer: Deployer;
  /** The identity that deploys to Azure DevOps: another than `deployer` only where the clouds differ. */
  devopsDeployer: Deployer;
}

/** Fills an empty store with a {@link PlatformSeed}. */
export function seedPlatform(store: Store, options: SeedOptions = {}): PlatformSeed {
  const { cloud = "AzureCloud", newId = randomUUID } = options;
  const organizationTenant = store.tenants.insert({ tenantId: newId(), cloud: "AzureCloud" });
  const tenant = cloud === "AzureCloud" ? organizationTenant : store.tenants.insert({ tenantId: newId(), cloud });
  const azureDevOps = createAzureDevOps(store, { ...options, cloud, newId, tenantId: organizationTenant.tenantId });
  const subscription = store.subscriptions.insert({
    subscriptionId: newId(),
    tenantId: tenant.tenantId,
    displayName: "Payments Production",
    managementGroupIds: ["payments", tenant.tenantId],
  });
  const resources = createResources(store, { subscription, cloud });
  const shared = { ...azureDevOps, newId };
  const deployer = createDeployer(store, { ...shared, name: "platform-deploy", tenant, subscription });
  const devopsDeployer =
    tenant === organizationTenant
      ? deployer
      : createDeployer(store, { ...shared, name: "platform-devops", tenant: organizationTenant });
  const { project, organization } = azureDevOps;
  const code = createPullRequests(store, { project, owner: organization.name, newId });
  return {
    cloud,
    tenant,
    organizationTenant,
    subscription,
    resources,
    deployer,
    devopsDeployer,
    ...azureDevOps,
    ...createPeople(store, project),
    ...code,
  };
}

interface AzureDevOpsOptions extends SeedOptions {
  cloud: CloudName;
  newId: () => string;
  tenantId: string;
}

type AzureDevOpsSeed = Pick<PlatformSeed, "organization" | "organizationUrl" | "project" | "pipelines">;

function createAzureDevOps(store: Store, options: AzureDevOpsOptions): AzureDevOpsSeed {
  const { cloud, newId, tenantId, organizationName = "contoso", projectName = "payments" } = options;
  const organization = store.organizations.insert({
    organizationId: newId(),
    name: organizationName,
    tenantId,
    issuerGeneration: options.issuerGeneration ?? clouds[cloud].issuerGeneration,
  });
  const project = store.projects.insert({
    projectId: newId(),
    organizationId: organization.organizationId,
    name: projectName,
    description: "Takes payments",
    visibility: "private",
  });
  const create = (pipelineId: number, name: string): Pipeline =>
    store.pipelines.insert({ pipelineId, projectId: project.projectId, name });
  const pipelines = {
    deploy: create(11, "payments-deploy"),
    build: create(12, "payments-build"),
    platform: create(13, "platform"),
  };
  return { organization, organizationUrl: `https://dev.azure.com/${organization.name}`, project, pipelines };
}
