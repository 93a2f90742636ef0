import { type PropertyValue, secretValue, unknownValue } from "../engine/property-value";
import { isList, isMap, readProperty } from "./read-property";
import type { TypedResource } from "./typed-resource";

/** Where a resource says what it makes. */
interface Carrier {
  /** Properties that hold it: a template, or the type of a resource. */
  readonly contents: readonly string[];
  /** Properties that name a template which is kept elsewhere. */
  readonly links?: readonly string[];
}

const deployment: Carrier = { contents: ["properties.template"], links: ["properties.templateLink"] };
const deploymentStack: Carrier = { contents: ["template"], links: ["templateLink"] };
const classicDeployment: Carrier = { contents: ["templateContent"], links: ["templateSpecVersionId"] };
const anyResource: Carrier = { contents: ["type"] };
const command: Carrier = { contents: ["create", "update", "delete"] };

/** Resources that make others, of which the engine sees nothing: by the keys of their types. */
const carriers: Readonly<Record<string, Carrier>> = {
  "azapi:index:Resource": anyResource,
  "azapi:index:ResourceAction": anyResource,
  "azapi:index:UpdateResource": anyResource,
  "azure-native:resources:Deployment": deployment,
  "azure-native:resources:DeploymentAtManagementGroupScope": deployment,
  "azure-native:resources:DeploymentAtScope": deployment,
  "azure-native:resources:DeploymentAtSubscriptionScope": deployment,
  "azure-native:resources:DeploymentAtTenantScope": deployment,
  "azure-native:resources:DeploymentStackAtManagementGroup": deploymentStack,
  "azure-native:resources:DeploymentStackAtResourceGroup": deploymentStack,
  "azure-native:resources:DeploymentStackAtSubscription": deploymentStack,
  "azure-native:resources:Resource": { contents: ["resourceProviderNamespace", "resourceType"] },
  "azure:core:ResourceGroupTemplateDeployment": classicDeployment,
  "azure:core:SubscriptionTemplateDeployment": classicDeployment,
  "azure:core:TemplateDeployment": { contents: ["templateBody"] },
  "azure:core:TenantTemplateDeployment": classicDeployment,
  "azure:management:GroupTemplateDeployment": classicDeployment,
  "command:local:Command": command,
  "command:remote:Command": command,
};

// Providers of Azure whose resources say who may do what, and templates that bring in further ones.
const givesAccess = /microsoft\.(?:authorization|managedidentity|managedservices)\b|templateLink/i;

// What gives access by a command: of the Azure CLI, of Azure PowerShell, or a call of Microsoft Graph.
const commandsAccess =
  /\baz\s+(?:ad|devops|identity|rest|role|keyvault\s+set-policy)\b|-Az(?:AD|Federated|KeyVaultAccessPolicy|Role|UserAssigned)|\bgraph\.microsoft\./i;

/**
 * Whether a resource makes others out of sight that give access, or that cannot be seen: by a template of Azure Resource Manager, as
 * a resource of any type, or by a command.
 */
export function hidesAccess({ resource, key }: TypedResource): boolean {
  const carrier = Object.hasOwn(carriers, key) ? carriers[key] : undefined;
  return (
    carrier !== undefined &&
    ((carrier.links ?? []).some((path) => readProperty(resource, path).state !== "absent") ||
      carrier.contents.some((path) => {
        const content = readProperty(resource, path);
        return content.state === "known" ? mayGiveAccess(content.value) : content.state !== "absent";
      }))
  );
}

function mayGiveAccess(value: PropertyValue): boolean {
  const open: PropertyValue[] = [value];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === unknownValue || next === secretValue || (typeof next === "string" && speaksOfAccess(next))) {
      return true;
    }
    if (isList(next)) {
      open.push(...next);
    } else if (isMap(next)) {
      open.push(...Object.keys(next), ...Object.values(next));
    }
  }
  return false;
}

function speaksOfAccess(text: string): boolean {
  return givesAccess.test(text) || commandsAccess.test(text);
}
