import { formatTypeKey } from "./type-key";

const componentTypes: ReadonlySet<string> = new Set([
  "keyless:index:AzureServiceConnection",
  "keyless:index:AzureServiceConnectionPair",
  "keyless:index:WorkloadIdentity",
]);

/**
 * Whether a resource type is one of our components. They give things their group: what they are is told by their children, which are
 * read like those that are written by hand.
 */
export function isKeylessComponent(type: string): boolean {
  return componentTypes.has(formatTypeKey(type));
}
