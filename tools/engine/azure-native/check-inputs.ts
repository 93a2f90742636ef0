import { containsUnknown, type PropertyMap, type PropertyValue, unknownValue } from "./property-value";
import { type AutonamingOptions, createName } from "./resource-name";
import { findResourceType, parseUrn } from "./resource-urn";
import type { ResourceType } from "./types-table";

/** Says in the inputs that a replacement may be created before the old resource is deleted. */
export const createBeforeDeleteFlag = "__createBeforeDelete";

/** The engine's request to check the inputs of a resource. */
export interface CheckRequest {
  readonly urn: string;
  /** The inputs as the state holds them; empty for a new resource or a replacement. */
  readonly olds: PropertyMap;
  readonly news: PropertyMap;
  readonly randomSeed: Uint8Array;
  readonly autonaming?: AutonamingOptions | undefined;
}

/** Where a location comes from when the program gives none. */
export interface LocationSource {
  /** The provider's `location` setting. */
  readonly configured?: string | undefined;
  /** The location of a resource group, or none when it cannot be read. */
  readonly findByResourceGroup: (name: string) => Promise<string | undefined>;
}

/** The inputs completed with defaults, and what is wrong with them. */
export interface CheckResult {
  readonly inputs: PropertyMap;
  readonly failures: readonly string[];
}

/** Completes inputs with names, location and API version, then looks for required ones that are absent. */
export async function checkInputs(request: CheckRequest, locations: LocationSource): Promise<CheckResult> {
  const type = findResourceType(request.urn);
  const named = addNames(type, request);
  const placed = await addLocation(type, { ...request, news: named }, locations);
  const inputs = { azureApiVersion: type.apiVersion, ...placed };
  return { inputs, failures: checkRequired(type, inputs) };
}

function addNames(type: ResourceType, request: CheckRequest): PropertyMap {
  const { olds, news, randomSeed, autonaming } = request;
  const inputs: Record<string, PropertyValue> = { ...news };
  for (const [key, { naming }] of Object.entries(type.pathInputs)) {
    if (naming === undefined || inputs[key] !== undefined) continue;
    const oldName = olds[key];
    const created =
      oldName === undefined
        ? createName({ strategy: naming, logicalName: parseUrn(request.urn).name, randomSeed, autonaming })
        : { name: oldName, unique: olds[createBeforeDeleteFlag] === true };
    if (created === undefined) continue;
    inputs[key] = created.name;
    if (created.unique) inputs[createBeforeDeleteFlag] = true;
  }
  return inputs;
}

async function addLocation(type: ResourceType, request: CheckRequest, locations: LocationSource): Promise<PropertyMap> {
  const { olds, news } = request;
  if (type.bodyInputs["location"] === undefined || news["location"] !== undefined) return news;
  const location = olds["location"] ?? locations.configured ?? (await findGroupLocation(news, locations));
  return location === undefined ? news : { ...news, location };
}

async function findGroupLocation(news: PropertyMap, locations: LocationSource): Promise<PropertyValue | undefined> {
  const group = news["resourceGroupName"];
  if (containsUnknown(group)) return unknownValue;
  return typeof group === "string" ? locations.findByResourceGroup(group) : undefined;
}

function checkRequired(type: ResourceType, inputs: PropertyMap): string[] {
  const required = [
    ...Object.keys(type.pathInputs),
    ...Object.entries(type.bodyInputs).flatMap(([name, input]) => (input.required === true ? [name] : [])),
  ];
  return required
    .filter((name) => inputs[name] === undefined)
    .map((name) => `missing required property '${name}'${name === "location" ? locationAdvice : ""}`);
}

const locationAdvice =
  ". Either set it explicitly or configure it with 'pulumi config set azure-native:location <value>'.";
