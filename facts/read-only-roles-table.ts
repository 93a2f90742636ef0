/**
 * Built-in roles of Azure that only read, and neither secrets nor keys nor the data in services: GUIDs in lower case, by name.
 *
 * Documented at https://learn.microsoft.com/azure/role-based-access-control/built-in-roles (the page of April 2026). That nothing
 * else is in reach by them is this project's judgement. Monitoring Reader and Key Vault Reader may also open support requests or
 * keep records of deployments, which changes no resource.
 */
export const readOnlyRoles: Readonly<Record<string, string>> = {
  AcrPull: "7f951dda-4ed3-4680-a7ca-43fe172d538d",
  "API Management Service Reader Role": "71522526-b88f-4d52-b57f-d31fc3546d0d",
  "App Configuration Reader": "175b81b9-6e0d-490a-85e4-0d422273c10c",
  "Azure Kubernetes Service RBAC Reader": "7f6c6a51-bcf8-42ba-9220-52d62157d7db",
  "Backup Reader": "a795c7a0-d4a2-40c1-ae25-d81f01202912",
  "Billing Reader": "fa23ad8b-c56e-40d8-ac0c-ce449e1d2c64",
  "Container Registry Repository Reader": "b93aa761-3e63-49ed-ac28-beffa264f7ac",
  "Cost Management Reader": "72fafb9e-0641-4937-9268-a91bfd8191a3",
  "Key Vault Reader": "21090545-7ca7-4776-b22c-e363652d74d2",
  "Load Test Reader": "3ae3fb29-0000-4ccd-bf80-542e7b26e081",
  "Management Group Reader": "ac63b705-f282-497d-ac71-919bf39d939d",
  "Monitoring Reader": "43d0d8ad-25c7-4714-9337-8ba259a9fe05",
  Reader: "acdd72a7-3385-48ef-bd42-f606fba81ae7",
  "Security Reader": "39bc4728-0917-49c7-9d2c-d95423bc2eb4",
  "Template Spec Reader": "392ae280-861d-42bd-9ea5-08ee6d83b80e",
};
