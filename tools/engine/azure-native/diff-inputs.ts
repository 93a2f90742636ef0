import { createBeforeDeleteFlag } from "./check-inputs";
import {
  areEqual,
  isPropertyList,
  isPropertyMap,
  type PropertyMap,
  type PropertyValue,
  readProperty,
} from "./property-value";
import type { ResourceType } from "./types-table";

/** One changed property. */
export interface PropertyChange {
  /** The property's path, such as `tags.team` or `audiences[0]`. */
  readonly path: string;
  readonly kind: "add" | "delete" | "update";
  /** Whether the change can only be made by a new resource. */
  readonly replaces: boolean;
  /** Whether the old value comes from the inputs; otherwise it comes from the outputs. */
  readonly fromInputs: boolean;
}

/** What an update would do to a resource. */
export interface DiffResult {
  readonly changes: readonly PropertyChange[];
  /** Whether a replacement must delete first, because both would have the same name. */
  readonly deleteBeforeReplace: boolean;
}

/** The three sides of a comparison. */
export interface DiffRequest {
  readonly type: ResourceType;
  readonly oldInputs: PropertyMap;
  /** The outputs in the state. */
  readonly oldOutputs: PropertyMap;
  readonly newInputs: PropertyMap;
}

/** Compares the new inputs of a resource with its old ones. */
export function diffInputs(request: DiffRequest): DiffResult {
  const versionFromOutputs = request.oldInputs["azureApiVersion"] === undefined;
  const oldInputs = versionFromOutputs ? addApiVersion(request) : request.oldInputs;
  const changes = diffMaps(withoutInternal(oldInputs), withoutInternal(request.newInputs), "")
    .filter((change) => !isSameToAzure({ ...request, oldInputs }, change))
    .map((change) => ({
      ...change,
      replaces: isReplacement(request, change),
      fromInputs: !(versionFromOutputs && change.path === "azureApiVersion"),
    }));
  const flag = oldInputs[createBeforeDeleteFlag];
  return {
    changes,
    deleteBeforeReplace: typeof flag === "boolean" ? !flag : changes.some(({ replaces }) => replaces),
  };
}

/** An imported resource has no API version among its inputs yet; the outputs tell which one was read. */
function addApiVersion({ oldInputs, oldOutputs }: DiffRequest): PropertyMap {
  const version = oldOutputs["azureApiVersion"];
  return version === undefined ? oldInputs : { ...oldInputs, azureApiVersion: version };
}

type Change = Pick<PropertyChange, "path" | "kind">;

function isSameToAzure({ type, oldInputs, newInputs }: DiffRequest, { path, kind }: Change): boolean {
  const oldValue = oldInputs[path];
  const newValue = newInputs[path];
  if (kind === "add") return type.bodyInputs[path]?.defaultValue === newValue && newValue !== undefined;
  if (kind === "delete" || typeof oldValue !== "string" || typeof newValue !== "string") return false;
  if (path === "location") return normalizeLocation(oldValue) === normalizeLocation(newValue);
  return isResourceId(oldValue) && isResourceId(newValue) && oldValue.toLowerCase() === newValue.toLowerCase();
}

function isReplacement({ type, oldOutputs, newInputs }: DiffRequest, { path, kind }: Change): boolean {
  const name = /^[^.[]+/.exec(path)?.[0] ?? path;
  const isCreateOnly = type.pathInputs[name] !== undefined || type.bodyInputs[name]?.createOnly === true;
  // An input that now repeats what Azure had chosen by itself changes nothing.
  const repeatsOutput = kind === "add" && areEqual(newInputs[name], oldOutputs[name]);
  return isCreateOnly && !repeatsOutput;
}

/** "West US 2" and "westus2" are one location. */
function normalizeLocation(location: string): string {
  return location.toLowerCase().replaceAll(" ", "");
}

function isResourceId(value: string): boolean {
  return /^\/subscriptions\/[^/]+\/resourcegroups\/[^/]+\/providers\/./i.test(value);
}

function withoutInternal(properties: PropertyMap): PropertyMap {
  return Object.fromEntries(Object.entries(properties).filter(([name]) => !name.startsWith("__")));
}

function diffMaps(oldMap: PropertyMap, newMap: PropertyMap, base: string): Change[] {
  const names = new Set([...Object.keys(oldMap), ...Object.keys(newMap)]);
  return [...names].flatMap((name) => diffValues(readProperty(oldMap, name), readProperty(newMap, name), base + name));
}

function diffValues(oldValue: PropertyValue | undefined, newValue: PropertyValue | undefined, path: string): Change[] {
  if (areEqual(oldValue, newValue)) return [];
  if (oldValue === undefined) return [{ path, kind: "add" }];
  if (newValue === undefined) return [{ path, kind: "delete" }];
  if (isPropertyMap(oldValue) && isPropertyMap(newValue)) return diffMaps(oldValue, newValue, `${path}.`);
  if (isPropertyList(oldValue) && isPropertyList(newValue)) {
    const length = Math.max(oldValue.length, newValue.length);
    return Array.from({ length }, (_, index) => index).flatMap((index) =>
      diffValues(oldValue[index], newValue[index], `${path}[${index}]`),
    );
  }
  return [{ path, kind: "update" }];
}
