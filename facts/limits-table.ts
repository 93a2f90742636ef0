/** A limit of a vendor, with the page that states it. */
export interface Limit {
  /** The largest number allowed, or the smallest where the name of the limit begins with `minimum`. */
  readonly value: number;
  /** What the number counts. */
  readonly unit: "characters" | "bytes" | "days" | "minutes" | "items";
  /** How we know: on the page, or only seen in a client of the vendor or in its answers. */
  readonly basis: "documented" | "observed";
  /** The vendor's page, or the one that comes closest. */
  readonly page: string;
}

const federationPage =
  "https://learn.microsoft.com/entra/workload-id/workload-identity-federation-considerations" as const;
const credentialPage = "https://learn.microsoft.com/graph/api/resources/federatedidentitycredential" as const;
const applicationPage = "https://learn.microsoft.com/graph/api/resources/application" as const;
const directoryPage = "https://learn.microsoft.com/entra/identity/users/directory-service-limits-restrictions" as const;
const accessPage =
  "https://learn.microsoft.com/azure/azure-resource-manager/management/azure-subscription-service-limits#azure-rbac-limits" as const;
const resourceNamePage =
  "https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules" as const;
const projectNamePage = "https://learn.microsoft.com/azure/devops/organizations/settings/naming-restrictions" as const;
const endpointPage = "https://learn.microsoft.com/azure/devops/pipelines/library/service-endpoints" as const;
const checksPage = "https://learn.microsoft.com/azure/devops/pipelines/process/approvals" as const;

/** Limits of Microsoft Entra, Azure and Azure DevOps that a declaration can run into. */
export const limits = {
  /** On one application or one user-assigned managed identity. */
  federatedIdentityCredentialsPerIdentity: { value: 20, unit: "items", basis: "documented", page: federationPage },
  minimumFederatedIdentityCredentialName: { value: 3, unit: "characters", basis: "documented", page: federationPage },
  federatedIdentityCredentialName: { value: 120, unit: "characters", basis: "documented", page: federationPage },
  federatedIdentityCredentialDescription: { value: 600, unit: "characters", basis: "documented", page: credentialPage },
  issuer: { value: 600, unit: "characters", basis: "documented", page: credentialPage },
  subject: { value: 600, unit: "characters", basis: "documented", page: credentialPage },
  audience: { value: 600, unit: "characters", basis: "documented", page: credentialPage },
  /** A federated identity credential holds a list, and the list must hold exactly this many. */
  audiencesPerFederatedIdentityCredential: { value: 1, unit: "items", basis: "documented", page: credentialPage },

  applicationDisplayName: { value: 256, unit: "characters", basis: "documented", page: applicationPage },
  applicationDescription: { value: 1024, unit: "characters", basis: "documented", page: applicationPage },
  applicationNotes: { value: 1024, unit: "characters", basis: "observed", page: applicationPage },
  applicationOwners: { value: 100, unit: "items", basis: "documented", page: directoryPage },
  /** Owners that the request which creates an application can name; the others take requests of their own. */
  applicationOwnersAtCreation: { value: 20, unit: "items", basis: "observed", page: applicationPage },
  /** How long a deleted application keeps its identifier URIs and counts in the quota. */
  deletedApplicationRetention: { value: 30, unit: "days", basis: "documented", page: directoryPage },

  minimumManagedIdentityName: { value: 3, unit: "characters", basis: "documented", page: resourceNamePage },
  managedIdentityName: { value: 128, unit: "characters", basis: "documented", page: resourceNamePage },
  resourceGroupName: { value: 90, unit: "characters", basis: "documented", page: resourceNamePage },

  /** Long documented as 4,000, and 2,000 in other clouds: warn, do not refuse. */
  roleAssignmentsPerSubscription: { value: 5000, unit: "items", basis: "documented", page: accessPage },
  roleAssignmentsPerManagementGroup: { value: 500, unit: "items", basis: "documented", page: accessPage },
  /** UTF-8. */
  roleAssignmentDescription: { value: 2048, unit: "bytes", basis: "documented", page: accessPage },
  /** UTF-8. */
  roleAssignmentCondition: { value: 8192, unit: "bytes", basis: "documented", page: accessPage },
  customRolesPerTenant: { value: 5000, unit: "items", basis: "documented", page: accessPage },
  customRoleName: { value: 512, unit: "characters", basis: "documented", page: accessPage },

  projectName: { value: 64, unit: "characters", basis: "documented", page: projectNamePage },
  serviceConnectionDescription: { value: 1024, unit: "characters", basis: "observed", page: endpointPage },
  checkTimeout: { value: 43200, unit: "minutes", basis: "observed", page: checksPage },
} as const satisfies Readonly<Record<string, Limit>>;

/** The name of one of the {@link limits}. */
export type LimitName = keyof typeof limits;
