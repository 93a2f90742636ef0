/**
 * What a role is worth to an attacker who can run a pipeline. `critical`: takes over everything in scope. `high`: runs code
 * as another identity, or takes protection away. `secrets`: reads secrets, keys or all data of a service. `medium`: reads
 * or changes ordinary data, or how things are reached. `low`: reads settings, or only adds.
 */
export type RoleTier = "critical" | "high" | "secrets" | "medium" | "low";

/** A built-in role of Azure. */
export interface BuiltInRole {
  /** The name in Azure's own spelling. */
  readonly name: string;
  /** GUID in lower case, the same in every tenant and cloud. */
  readonly id: string;
  /** How much harm the role can do in its scope. */
  readonly tier: RoleTier;
  /** The tier when a condition on the role assignment limits it; absent where a condition changes nothing. */
  readonly tierWithCondition?: RoleTier;
  /**
   * True where somebody who has the role can get any other right by it: it assigns roles, or makes managed identities trust
   * somebody else.
   */
  readonly leadsToMore?: true;
  /** Names the role had before, or has without a mark such as "(preview)". */
  readonly otherNames?: readonly string[];
  /** Why the role is in its tier: the rest of a sentence that begins with "It". */
  readonly reason: string;
}

/**
 * The built-in roles of Azure that a pipeline is likely to be given, by name.
 *
 * Names and IDs are documented at https://learn.microsoft.com/azure/role-based-access-control/built-in-roles (the page of
 * April 2026). Tiers and reasons are this project's judgement of what an attacker could do with the role; where Microsoft
 * calls a role privileged, the reason says so.
 */
export const builtInRoles: readonly BuiltInRole[] = [
  {
    name: "AcrDelete",
    id: "c2f4ef07-c644-48eb-af81-4b1b4947fb11",
    tier: "medium",
    reason: "deletes images that deployments rely on",
  },
  { name: "AcrPull", id: "7f951dda-4ed3-4680-a7ca-43fe172d538d", tier: "low", reason: "reads images" },
  {
    name: "AcrPush",
    id: "8311e382-0749-4cb8-b61a-304f252e45ec",
    tier: "medium",
    reason: "replaces images that other systems run",
  },
  {
    name: "API Management Service Contributor",
    id: "312a565d-c81f-4fd8-895a-4e21e48d571c",
    tier: "high",
    reason: "changes policies that run as the service's identity and reads its secrets",
  },
  {
    name: "API Management Service Operator Role",
    id: "e022efe7-f5ba-4159-bbe4-b44f577e9b61",
    tier: "medium",
    reason: "manages the service, not its APIs",
  },
  {
    name: "API Management Service Reader Role",
    id: "71522526-b88f-4d52-b57f-d31fc3546d0d",
    tier: "low",
    reason: "reads the service and its APIs",
  },
  {
    name: "App Configuration Data Owner",
    id: "5ae67dd6-50cb-40e7-96ff-dc2bfa4b606b",
    tier: "secrets",
    reason: "reads and changes configuration values that applications obey",
  },
  {
    name: "App Configuration Data Reader",
    id: "516239f1-63e1-4d78-a4de-a74fb236a071",
    tier: "medium",
    reason: "reads configuration values, which may be sensitive",
  },
  {
    name: "App Configuration Reader",
    id: "175b81b9-6e0d-490a-85e4-0d422273c10c",
    tier: "low",
    reason: "reads the settings of stores, not their values",
  },
  {
    name: "Application Insights Component Contributor",
    id: "ae349356-3a1b-4a5e-921d-050484c6347e",
    tier: "medium",
    reason: "changes how applications are watched",
  },
  {
    name: "Automation Contributor",
    id: "f353d9bd-d4a6-484e-a77a-8050b599b867",
    tier: "high",
    reason: "writes runbooks, which run as an identity of the automation account",
  },
  {
    name: "Automation Job Operator",
    id: "4fe576fe-1146-4730-92eb-48519fa6bf9f",
    tier: "medium",
    reason: "starts existing runbooks, which run as an identity of the automation account",
  },
  {
    name: "Automation Operator",
    id: "d3881f73-407a-4167-8283-e981cbba0404",
    tier: "medium",
    reason: "starts and stops existing runbooks, which run as an identity of the automation account",
  },
  {
    name: "Azure Batch Account Contributor",
    id: "29fe4964-1e60-436b-bd3a-77fd4c178b3c",
    tier: "high",
    reason: "runs code on pools with their identity",
  },
  {
    name: "Azure Container Instances Contributor Role",
    id: "5d977122-f97e-4b4d-a52f-6b43003ddb4d",
    tier: "high",
    reason: "runs containers and commands inside them, as their identity",
  },
  {
    name: "Azure Event Hubs Data Owner",
    id: "f526a384-b230-433a-b45c-95f59c4a2dec",
    tier: "secrets",
    reason: "reads, sends and manages all events",
  },
  {
    name: "Azure Event Hubs Data Receiver",
    id: "a638d3c7-ab3a-418d-83e6-5f17a39d4fde",
    tier: "medium",
    reason: "reads events",
  },
  {
    name: "Azure Event Hubs Data Sender",
    id: "2b629674-e913-4c01-ae53-ef4638d8f975",
    tier: "low",
    reason: "sends events",
  },
  {
    name: "Azure Kubernetes Service Cluster Admin Role",
    id: "0ab0b1a8-8aac-4efd-b8c2-3ee1fb270be8",
    tier: "high",
    reason: "obtains the administrator's credentials of a cluster",
  },
  {
    name: "Azure Kubernetes Service Cluster User Role",
    id: "4abbcc35-e782-43d8-92c5-2d3f1bd2253f",
    tier: "medium",
    reason: "obtains a user's credentials of a cluster",
  },
  {
    name: "Azure Kubernetes Service Contributor Role",
    id: "ed7f3fbd-7b88-4dd4-9017-9adb7ce333f8",
    tier: "high",
    reason: "manages clusters and obtains their administrator's credentials",
  },
  {
    name: "Azure Kubernetes Service RBAC Admin",
    id: "3498e952-d568-435e-9b2c-8d77e338d7f7",
    tier: "high",
    reason: "manages a namespace, its roles and role bindings included",
  },
  {
    name: "Azure Kubernetes Service RBAC Cluster Admin",
    id: "b1ff04bb-8a4e-4dc4-8eb5-8693973ce19b",
    tier: "high",
    reason: "may do everything inside a cluster",
  },
  {
    name: "Azure Kubernetes Service RBAC Reader",
    id: "7f6c6a51-bcf8-42ba-9220-52d62157d7db",
    tier: "low",
    reason: "reads most of a namespace, not its secrets",
  },
  {
    name: "Azure Kubernetes Service RBAC Writer",
    id: "a7ffa36f-339b-4b5c-8bdf-e2c188b2c0eb",
    tier: "medium",
    reason: "changes workloads and reads their secrets",
  },
  {
    name: "Azure Red Hat OpenShift Federated Credential",
    id: "ef318e2a-8334-4a05-9e4a-295a196c6a6e",
    tier: "high",
    leadsToMore: true,
    reason: "makes any managed identity in scope trust a new issuer, and so becomes it",
  },
  {
    name: "Azure Service Bus Data Owner",
    id: "090c5cfd-751d-490a-894a-3ce6f1109419",
    tier: "secrets",
    reason: "reads, sends and manages all messages",
  },
  {
    name: "Azure Service Bus Data Receiver",
    id: "4f6d3b9b-027b-4f4c-9142-0e5a2a2247e0",
    tier: "medium",
    reason: "reads and removes messages",
  },
  {
    name: "Azure Service Bus Data Sender",
    id: "69a216fc-b8fb-44d8-bc22-1f3c2cd27a39",
    tier: "low",
    reason: "sends messages",
  },
  {
    name: "Backup Contributor",
    id: "5e467623-bb1f-42f4-a55d-6e525e11384b",
    tier: "high",
    reason: "restores any protected data and removes backups",
  },
  {
    name: "Backup Operator",
    id: "00c29273-979b-4161-815c-10b084fb9324",
    tier: "high",
    reason: "restores any protected data",
  },
  {
    name: "Backup Reader",
    id: "a795c7a0-d4a2-40c1-ae25-d81f01202912",
    tier: "low",
    reason: "reads the settings of backups",
  },
  { name: "Billing Reader", id: "fa23ad8b-c56e-40d8-ac0c-ce449e1d2c64", tier: "low", reason: "reads costs" },
  {
    name: "Blueprint Operator",
    id: "437d2ced-4a38-4302-8479-ed2bcb43d090",
    tier: "high",
    reason: "deploys blueprints with the rights of another identity",
  },
  {
    name: "CDN Endpoint Contributor",
    id: "426e0c7f-0c7e-4658-b36f-ff54d6c29b45",
    tier: "medium",
    reason: "changes what an endpoint delivers",
  },
  {
    name: "CDN Profile Contributor",
    id: "ec156ff8-a8d1-4d15-830c-5b80698ca432",
    tier: "medium",
    reason: "changes profiles and what their endpoints deliver",
  },
  {
    name: "Cognitive Services Contributor",
    id: "25fbc0a9-bd7c-42a3-aa1a-3b75d497ee68",
    tier: "secrets",
    reason: "manages accounts and lists their keys",
  },
  {
    name: "Cognitive Services OpenAI Contributor",
    id: "a001fd3d-188f-4b5d-821b-7da978bf7442",
    tier: "medium",
    reason: "uses and changes models and their deployments",
  },
  {
    name: "Cognitive Services OpenAI User",
    id: "5e0bd9bd-7b93-4f28-af87-19fc36ad61bd",
    tier: "medium",
    reason: "uses models",
  },
  {
    name: "Cognitive Services User",
    id: "a97b65f3-24c7-4388-baec-2e87135dc908",
    tier: "secrets",
    reason: "lists the keys of accounts",
  },
  {
    name: "Container Apps Contributor",
    id: "358470bc-b998-42bd-ab17-a7e34c199c0f",
    tier: "high",
    reason: "runs code as the application's identity and reads its secrets",
  },
  {
    name: "Container Apps Jobs Contributor",
    id: "4e3d2b60-56ae-4dc6-a233-09c8e5a82e68",
    tier: "high",
    reason: "runs code as the job's identity and reads its secrets",
  },
  {
    name: "Container Apps Operator",
    id: "f3bd1b5c-91fa-40e7-afe7-0c11d331232c",
    tier: "high",
    reason: "runs commands inside applications, as their identity",
  },
  {
    name: "Container Registry Contributor and Data Access Configuration Administrator",
    id: "3bc748fc-213d-45c1-8d91-9da5725539b9",
    tier: "secrets",
    reason: "manages registries and their passwords and tokens",
  },
  {
    name: "Container Registry Repository Contributor",
    id: "2efddaa5-3f1f-4df3-97df-af3f13818f4c",
    tier: "medium",
    reason: "replaces and deletes images that other systems run",
  },
  {
    name: "Container Registry Repository Reader",
    id: "b93aa761-3e63-49ed-ac28-beffa264f7ac",
    tier: "low",
    reason: "reads images",
  },
  {
    name: "Container Registry Repository Writer",
    id: "2a1e307c-b015-4ebd-883e-5b7698a07328",
    tier: "medium",
    reason: "replaces images that other systems run",
  },
  {
    name: "Container Registry Tasks Contributor",
    id: "fb382eab-e894-4461-af04-94435c366c3f",
    tier: "high",
    reason: "runs builds as the task's identity",
  },
  {
    name: "Contributor",
    id: "b24988ac-6180-42a0-ab88-20f7382dd24c",
    tier: "critical",
    leadsToMore: true,
    reason:
      "changes everything but role assignments; makes managed identities trust a new issuer. Privileged, says Microsoft",
  },
  {
    name: "Cosmos DB Account Reader Role",
    id: "fbdf93bf-df7d-467e-a4d2-9458aa1360c8",
    tier: "secrets",
    reason: "lists the read-only keys of accounts",
  },
  {
    name: "Cosmos DB Operator",
    id: "230815da-be43-4aae-9cb4-875f7bd000aa",
    tier: "medium",
    reason: "manages accounts without their keys",
  },
  {
    name: "Cost Management Contributor",
    id: "434105ed-43f6-45c7-a02f-909b2ba83430",
    tier: "low",
    reason: "reads costs, manages budgets and exports",
  },
  { name: "Cost Management Reader", id: "72fafb9e-0641-4937-9268-a91bfd8191a3", tier: "low", reason: "reads costs" },
  {
    name: "Data Factory Contributor",
    id: "673868aa-7521-48a0-acc6-0f60742d39f5",
    tier: "high",
    reason: "runs pipelines as the factory's identity",
  },
  {
    name: "DevOps Infrastructure Contributor",
    id: "76153a9e-0edb-49bc-8e01-93c47e6b5180",
    tier: "high",
    reason: "changes the agents that builds run on",
  },
  {
    name: "DNS Zone Contributor",
    id: "befefa01-2a29-4197-83a8-272ff33ce314",
    tier: "medium",
    reason: "takes over names in public zones",
  },
  {
    name: "DocumentDB Account Contributor",
    id: "5bd9cd88-fe45-4216-938b-f97437e15450",
    tier: "secrets",
    reason: "lists the keys of Cosmos DB accounts",
  },
  {
    name: "EventGrid Contributor",
    id: "1e241071-0855-49ea-94dc-649edcd759de",
    tier: "medium",
    reason: "routes events to new places",
  },
  { name: "EventGrid Data Sender", id: "d5a91429-5739-47e2-a06b-3470a27159e7", tier: "low", reason: "sends events" },
  {
    name: "EventGrid EventSubscription Contributor",
    id: "428e0ff0-5e57-4d9c-a221-2c70d0e0a443",
    tier: "medium",
    reason: "routes events to new places",
  },
  {
    name: "Foundry User",
    id: "53ca6127-db72-4b80-b1b0-d745d6d5456d",
    tier: "medium",
    otherNames: ["Azure AI User"],
    reason: "uses AI projects and their data",
  },
  {
    name: "Key Vault Administrator",
    id: "00482a5a-887f-4fb3-b363-3b7fe8e74483",
    tier: "secrets",
    reason: "reads and changes all secrets, keys and certificates",
  },
  {
    name: "Key Vault Certificate User",
    id: "db79e9a7-68ee-4b58-9aeb-b90e7c24fcba",
    tier: "secrets",
    reason: "reads certificates with their private keys",
  },
  {
    name: "Key Vault Certificates Officer",
    id: "a4417e6f-fecd-4de8-b567-7b0420556985",
    tier: "secrets",
    reason: "manages certificates",
  },
  {
    name: "Key Vault Contributor",
    id: "f25e0fa2-a7c8-4377-a976-54943a77a395",
    tier: "high",
    reason: "gives itself access to every secret of a vault with access policies",
  },
  {
    name: "Key Vault Crypto Officer",
    id: "14b46e9e-c2b7-41b4-b07b-48a6ebf60603",
    tier: "secrets",
    reason: "manages keys",
  },
  {
    name: "Key Vault Crypto Service Encryption User",
    id: "e147488a-f6f5-4113-8e2d-b22465e65bf6",
    tier: "medium",
    reason: "wraps and unwraps with keys",
  },
  {
    name: "Key Vault Crypto User",
    id: "12338af0-0e69-4776-bea7-57ae8d297424",
    tier: "secrets",
    reason: "signs and decrypts with keys",
  },
  {
    name: "Key Vault Data Access Administrator",
    id: "8b54135c-b56d-4d72-a534-26097cfdc8d8",
    tier: "high",
    leadsToMore: true,
    reason: "assigns the data roles of vaults, itself included",
  },
  {
    name: "Key Vault Reader",
    id: "21090545-7ca7-4776-b22c-e363652d74d2",
    tier: "low",
    reason: "reads names and settings, not values",
  },
  {
    name: "Key Vault Secrets Officer",
    id: "b86a8fe4-44ce-4948-aee5-eccb2c155cd7",
    tier: "secrets",
    reason: "reads and changes secrets",
  },
  {
    name: "Key Vault Secrets User",
    id: "4633458b-17de-408a-b874-0445c86b69e6",
    tier: "secrets",
    reason: "reads secrets",
  },
  {
    name: "Load Test Contributor",
    id: "749a398d-560b-491b-bb21-08924219302e",
    tier: "medium",
    reason: "runs load tests",
  },
  { name: "Load Test Reader", id: "3ae3fb29-0000-4ccd-bf80-542e7b26e081", tier: "low", reason: "reads load tests" },
  {
    name: "Locks Contributor",
    id: "28bf596f-4eb7-45ce-b5bc-6cf482fec137",
    tier: "high",
    reason: "removes locks that protect resources",
  },
  {
    name: "Log Analytics Contributor",
    id: "92aaf0da-9dab-42b6-94a3-d43ce8d16293",
    tier: "high",
    reason: "puts extensions on machines and reads storage keys",
  },
  {
    name: "Log Analytics Data Reader",
    id: "3b03c2da-16b3-4a49-8834-0f8130efdd3b",
    tier: "medium",
    reason: "reads logs, which may hold secrets",
  },
  {
    name: "Log Analytics Reader",
    id: "73c42c96-874c-492b-b04d-ab87d138a893",
    tier: "medium",
    reason: "reads logs, which may hold secrets",
  },
  {
    name: "Logic App Contributor",
    id: "87a39d53-fc1b-424a-814c-f7e04687dc9e",
    tier: "high",
    reason: "runs workflows as the application's identity and uses its connections",
  },
  {
    name: "Logic App Operator",
    id: "515c2055-d9d4-4321-b1b9-bd0c9a0f79fe",
    tier: "medium",
    reason: "switches workflows on and off",
  },
  {
    name: "Logic Apps Standard Contributor (Preview)",
    id: "ad710c24-b039-4e85-a019-deb4a06e8570",
    tier: "high",
    otherNames: ["Logic Apps Standard Contributor"],
    reason: "runs workflows as the application's identity and uses its connections",
  },
  {
    name: "Managed Application Contributor Role",
    id: "641177b8-a67a-45b9-a033-47bc880bb21e",
    tier: "high",
    reason: "deploys applications with the publisher's rights",
  },
  {
    name: "Managed HSM contributor",
    id: "18500a29-7fe2-46b2-a342-b16a415e101d",
    tier: "high",
    reason: "manages key stores, their deletion included",
  },
  {
    name: "Managed Identity Contributor",
    id: "e40ec5ca-96e0-45a2-b4ff-59039f2c2b59",
    tier: "high",
    leadsToMore: true,
    reason: "makes any managed identity in scope trust a new issuer, and so becomes it",
  },
  {
    name: "Managed Identity Operator",
    id: "f1a07417-d97a-45cb-824c-7a7467783830",
    tier: "high",
    leadsToMore: true,
    reason: "attaches any managed identity in scope to a machine, and so becomes it",
  },
  {
    name: "Management Group Contributor",
    id: "5d58bcaf-24a5-4b20-bdb6-eed9f69fbe4c",
    tier: "high",
    reason: "moves subscriptions and with them what they inherit",
  },
  {
    name: "Management Group Reader",
    id: "ac63b705-f282-497d-ac71-919bf39d939d",
    tier: "low",
    reason: "reads the hierarchy",
  },
  {
    name: "Monitoring Contributor",
    id: "749f88d5-cbae-40b8-bcfc-e573ddc772fa",
    tier: "medium",
    reason: "changes alerts and what they start",
  },
  {
    name: "Monitoring Metrics Publisher",
    id: "3913510d-42f4-4e42-8a64-420c390055eb",
    tier: "low",
    reason: "sends metrics",
  },
  {
    name: "Monitoring Reader",
    id: "43d0d8ad-25c7-4714-9337-8ba259a9fe05",
    tier: "low",
    reason: "reads metrics and settings",
  },
  { name: "Network Contributor", id: "4d97b98b-1d4f-4787-a291-c67834d212e7", tier: "medium", reason: "opens networks" },
  {
    name: "Owner",
    id: "8e3af657-a8ff-443c-a75c-2fe8c4bcb635",
    tier: "critical",
    leadsToMore: true,
    reason: "may do everything and give it to anyone. Privileged, says Microsoft",
  },
  {
    name: "Private DNS Zone Contributor",
    id: "b12aa53e-6015-4669-85d0-8515ebb3ae7f",
    tier: "medium",
    reason: "takes over names in private zones",
  },
  {
    name: "Reader",
    id: "acdd72a7-3385-48ef-bd42-f606fba81ae7",
    tier: "low",
    reason: "reads the settings of every resource, not their secrets or data",
  },
  {
    name: "Reader and Data Access",
    id: "c12c1c16-33a1-487b-954d-41c89c60f349",
    tier: "secrets",
    reason: "lists the keys of storage accounts",
  },
  {
    name: "Redis Cache Contributor",
    id: "e0f68234-74aa-48ed-b826-c38b57376e17",
    tier: "secrets",
    reason: "lists the keys of caches",
  },
  {
    name: "Reservations Administrator",
    id: "a8889054-8d42-49c9-bc1c-52486c10e7cd",
    tier: "high",
    leadsToMore: true,
    reason: "manages reservations and who may. Privileged, says Microsoft",
  },
  {
    name: "Resource Policy Contributor",
    id: "36243c78-bf99-498c-9df9-86d9f8d28608",
    tier: "high",
    reason: "changes policies and what they deploy on their own",
  },
  {
    name: "Role Based Access Control Administrator",
    id: "f58310d9-a9f6-439a-9e8d-f62e7b41a168",
    tier: "critical",
    leadsToMore: true,
    tierWithCondition: "high",
    reason: "gives any role to anyone, itself included. Privileged, says Microsoft",
  },
  {
    name: "Search Index Data Contributor",
    id: "8ebe5a00-799e-43f5-93ac-243d3dce84a7",
    tier: "medium",
    reason: "reads and changes indexed data",
  },
  {
    name: "Search Index Data Reader",
    id: "1407120a-92aa-4202-b7e9-c0e197c71c8f",
    tier: "medium",
    reason: "reads indexed data",
  },
  {
    name: "Search Service Contributor",
    id: "7ca78c08-252a-4471-8644-bb5ff32d4ba0",
    tier: "secrets",
    reason: "manages services and lists their administrator keys",
  },
  {
    name: "Security Admin",
    id: "fb1c8493-542b-48eb-b624-b4c8fea62acd",
    tier: "high",
    reason: "weakens security policies and dismisses alerts",
  },
  { name: "Security Reader", id: "39bc4728-0917-49c7-9d2c-d95423bc2eb4", tier: "low", reason: "reads security states" },
  {
    name: "Service Fabric Cluster Contributor",
    id: "b6efc156-f0da-4e90-a50a-8c000140b017",
    tier: "high",
    reason: "runs code on clusters",
  },
  {
    name: "SignalR AccessKey Reader",
    id: "04165923-9d83-45d5-8227-78b77b0a687e",
    tier: "secrets",
    reason: "lists access keys",
  },
  {
    name: "SignalR/Web PubSub Contributor",
    id: "8cf5e20a-e4b2-4e9d-b3a1-5ceb692c2761",
    tier: "secrets",
    reason: "manages services and lists their access keys",
  },
  {
    name: "Site Recovery Contributor",
    id: "6670b86e-a3f7-4917-ac9b-5d6ab1be4567",
    tier: "high",
    reason: "fails machines over and removes their protection",
  },
  {
    name: "SQL DB Contributor",
    id: "9b7fa17d-e63e-47b0-bb0a-15c516ac86ec",
    tier: "medium",
    reason: "manages databases, not their servers",
  },
  {
    name: "SQL Managed Instance Contributor",
    id: "4939a1f6-9ae0-4e48-a1e0-f2cbe897382d",
    tier: "high",
    reason: "resets the administrator of an instance",
  },
  {
    name: "SQL Security Manager",
    id: "056cd41c-7e88-42e1-933e-88ba6a50c9c3",
    tier: "high",
    reason: "weakens auditing, firewalls and other protection of databases",
  },
  {
    name: "SQL Server Contributor",
    id: "6d8ee4ec-f05a-4a1d-8b00-a9b17e38b437",
    tier: "high",
    reason: "resets the administrator of a server",
  },
  {
    name: "Storage Account Backup Contributor",
    id: "e5e2a7ff-d759-4cd2-bb51-3152d37e2eb1",
    tier: "medium",
    reason: "backs up and restores storage accounts",
  },
  {
    name: "Storage Account Contributor",
    id: "17d1049b-9a84-46fb-8f53-869881c3d3ab",
    tier: "secrets",
    reason: "manages storage accounts and lists their keys",
  },
  {
    name: "Storage Account Key Operator Service Role",
    id: "81a9662b-bebf-436f-a333-f67b29880f12",
    tier: "secrets",
    reason: "lists and renews the keys of storage accounts",
  },
  {
    name: "Storage Blob Data Contributor",
    id: "ba92f5b4-2d11-453d-a403-e96b0029c9fe",
    tier: "medium",
    reason: "reads, changes and deletes blobs",
  },
  {
    name: "Storage Blob Data Owner",
    id: "b7e6dc6d-f1e8-4753-8033-0f276bb0955b",
    tier: "secrets",
    reason: "reads and changes blobs and who may reach them",
  },
  {
    name: "Storage Blob Data Reader",
    id: "2a2b9908-6ea1-4ae2-8e65-a410df84e7d1",
    tier: "medium",
    reason: "reads blobs",
  },
  {
    name: "Storage Blob Delegator",
    id: "db58b8e5-c6ad-4a2a-8342-4190687cbf4a",
    tier: "medium",
    reason: "signs access to blobs for others",
  },
  {
    name: "Storage File Data Privileged Contributor",
    id: "69566ab7-960f-475b-8e7c-b3118f30c6bd",
    tier: "secrets",
    reason: "reads and changes files past their access lists",
  },
  {
    name: "Storage File Data Privileged Reader",
    id: "b8eda974-7b85-4f76-af95-65846b26df6d",
    tier: "secrets",
    reason: "reads files past their access lists",
  },
  {
    name: "Storage File Data SMB Share Contributor",
    id: "0c867c2a-1d8c-454a-a3db-ab2ea1bdc8bb",
    tier: "medium",
    reason: "reads and changes files",
  },
  {
    name: "Storage File Data SMB Share Reader",
    id: "aba4ae5f-2193-4029-9191-0cb91df5e314",
    tier: "medium",
    reason: "reads files",
  },
  {
    name: "Storage Queue Data Contributor",
    id: "974c5e8b-45b9-4653-ba55-5f855dd0fb88",
    tier: "medium",
    reason: "reads, changes and deletes messages",
  },
  {
    name: "Storage Queue Data Message Processor",
    id: "8a0f0c08-91a1-4084-bc3d-661d67233fed",
    tier: "medium",
    reason: "reads and removes messages",
  },
  {
    name: "Storage Queue Data Message Sender",
    id: "c6a89b2d-59bc-44d0-9896-0f6e12d7b80a",
    tier: "low",
    reason: "sends messages",
  },
  {
    name: "Storage Queue Data Reader",
    id: "19e7f393-937e-4f77-808e-94535e297925",
    tier: "medium",
    reason: "reads messages",
  },
  {
    name: "Storage Table Data Contributor",
    id: "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3",
    tier: "medium",
    reason: "reads, changes and deletes table entries",
  },
  {
    name: "Storage Table Data Reader",
    id: "76199698-9eea-4c19-bc75-cec21354c6b6",
    tier: "medium",
    reason: "reads table entries",
  },
  {
    name: "Tag Contributor",
    id: "4a9ae827-6dc8-4573-8ac7-8239d42aa03f",
    tier: "medium",
    reason: "changes tags, which conditions and policies may rely on",
  },
  {
    name: "Template Spec Contributor",
    id: "1c9b6475-caf0-4164-b5a1-2142a7116f4b",
    tier: "medium",
    reason: "changes templates that others deploy",
  },
  { name: "Template Spec Reader", id: "392ae280-861d-42bd-9ea5-08ee6d83b80e", tier: "low", reason: "reads templates" },
  {
    name: "Traffic Manager Contributor",
    id: "a4b10055-b0c7-44c2-b00f-c7b5b3550cf7",
    tier: "medium",
    reason: "redirects traffic",
  },
  {
    name: "User Access Administrator",
    id: "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9",
    tier: "critical",
    leadsToMore: true,
    reason: "gives any role to anyone, itself included. Privileged, says Microsoft",
  },
  {
    name: "Virtual Machine Administrator Login",
    id: "1c0163c0-47e6-4577-8991-ea5c82e286e4",
    tier: "high",
    reason: "signs in to machines as administrator",
  },
  {
    name: "Virtual Machine Contributor",
    id: "9980e02c-c2be-4d73-94e8-173b1dc7cf3c",
    tier: "high",
    reason: "runs commands on machines, as their identity",
  },
  {
    name: "Virtual Machine Data Access Administrator (preview)",
    id: "66f75aeb-eabe-4b70-9f1e-c350c4c9ad04",
    tier: "high",
    leadsToMore: true,
    otherNames: ["Virtual Machine Data Access Administrator"],
    reason: "assigns the sign-in roles of machines, itself included",
  },
  {
    name: "Virtual Machine User Login",
    id: "fb879df8-f326-4884-b1cf-06f3ad86be52",
    tier: "medium",
    reason: "signs in to machines",
  },
  {
    name: "Web Plan Contributor",
    id: "2cc479cb-7b4d-49a8-b449-8c00fd0f0a4b",
    tier: "medium",
    reason: "changes the plans that sites run on",
  },
  {
    name: "Website Contributor",
    id: "de139f84-1756-47ae-9be6-808fbbe84772",
    tier: "high",
    reason: "runs code as the site's identity and reads its settings",
  },
];
