import { azureDevOpsApplicationId } from "../../../facts/applications";
import type { Organization, ServiceConnection } from "../../state/entities";
import type { Store } from "../../state/store";

/** Who signs the tokens of a connection, and what they say that they stand for. */
export interface Federation {
  issuer: string;
  subject: string;
}

/** The segment of the public cloud in an Entra subject: the only cloud in which Entra signs for connections. */
const publicCloud = "c/pub";

/**
 * The generation that a new connection gets. Entra signs in the public cloud only; in an organization of the earlier
 * generation Azure DevOps itself signs everywhere.
 */
export function chooseIssuerGeneration(
  { issuerGeneration }: Organization,
  data: Readonly<Record<string, string>>,
): Organization["issuerGeneration"] {
  const environment = data["environment"] ?? "AzureCloud";
  return environment.toLowerCase() === "azurecloud" ? issuerGeneration : "azure-devops";
}

/**
 * The issuer and subject of a connection as one project sees it. Nothing of it is stored: an Azure DevOps subject is made
 * of names, and follows them from one read to the next.
 */
export function describeFederation(store: Store, connection: ServiceConnection, projectId: string): Federation {
  const organization = store.organizations.get(connection.organizationId);
  if (organization === undefined) throw new Error(`the connection ${connection.connectionId} has no organization`);
  if (connection.issuerGeneration === "entra") return describeEntraFederation(organization, connection);
  const reference = connection.projects.find((one) => one.projectId === projectId);
  const project = store.projects.get(projectId);
  if (reference === undefined || project === undefined) {
    throw new Error(`the connection ${connection.connectionId} is not in the project ${projectId}`);
  }
  return {
    issuer: formatAzureDevOpsIssuer(organization),
    subject: `sc://${organization.name}/${project.name}/${reference.name}`,
  };
}

/** The issuer of the tokens that Azure DevOps signs itself. */
export function formatAzureDevOpsIssuer({ organizationId }: Organization): string {
  return `https://vstoken.dev.azure.com/${organizationId}`;
}

function describeEntraFederation(organization: Organization, connection: ServiceConnection): Federation {
  const tenantId = connection.parameters["tenantid"] ?? organization.tenantId;
  const tenant = encodeGuid(tenantId);
  const application = encodeGuid(azureDevOpsApplicationId);
  return {
    issuer: `https://login.microsoftonline.com/${tenantId.toLowerCase()}/v2.0`,
    subject:
      `/eid1/${publicCloud}/t/${tenant}/a/${application}` +
      `/sc/${organization.organizationId.toLowerCase()}/${connection.connectionId.toLowerCase()}`,
  };
}

// .NET writes the first three groups of a GUID with their lowest byte first.
function encodeGuid(guid: string): string {
  const [first = "", second = "", third = "", ...rest] = guid.split("-").map((group) => Buffer.from(group, "hex"));
  const bytes = [first, second, third].map((group) => Buffer.from(group).reverse());
  return Buffer.concat([...bytes, ...rest]).toString("base64url");
}
