import type { EngineResource } from "../../analysis/engine/engine-resource";
import { unknownValue, type PropertyMap } from "../../analysis/engine/property-value";
import { buildModel } from "../../analysis/recognize/build-model";
import type { Entity, EntityClass, EntityOf } from "../../analysis/model/model";

/** What a test says of a resource; the rest has plain values. */
export interface ResourceSpec extends Partial<Omit<EngineResource, "type" | "name" | "inputs">> {
  /** Inputs by name; a resource stands for a value that is not known yet and comes from that resource. */
  readonly inputs?: Readonly<Record<string, PropertyMap[string] | EngineResource | readonly EngineResource[]>>;
}

/** Makes a resource as the engine shows it. */
export function createResource(
  type: string,
  name: string,
  { inputs = {}, ...spec }: ResourceSpec = {},
): EngineResource {
  const sources = Object.entries(inputs).flatMap(([key, value]): readonly (readonly [string, readonly string[]])[] => {
    const resources = listResources(value);
    return resources === undefined ? [] : [[key, resources.map(({ urn }) => urn)]];
  });
  const propertyDependencies = { ...Object.fromEntries(sources), ...spec.propertyDependencies };
  return {
    urn: formatUrn(type, name),
    custom: true,
    outputs: {},
    dependencies: [...new Set(Object.values(propertyDependencies).flat())],
    protect: false,
    retainOnDelete: false,
    external: false,
    aliases: [],
    ignoreChanges: [],
    ...spec,
    type,
    name,
    inputs: Object.fromEntries(
      Object.entries(inputs).map(([key, value]) => [key, isPlain(value) ? value : unknownValue]),
    ),
    propertyDependencies,
  };
}

/** Makes a component, which stands for what is made in it. */
export function createComponent(type: string, name: string, parent?: EngineResource): EngineResource {
  return createResource(type, name, { custom: false, ...(parent === undefined ? {} : { parent: parent.urn }) });
}

export function formatUrn(type: string, name: string): string {
  return `urn:pulumi:prod::payments::${type}::${name}`;
}

/** The things of one class in the model of these resources. */
export function findAll<C extends EntityClass>(
  entityClass: C,
  resources: readonly EngineResource[],
): readonly EntityOf<C>[] {
  return buildModel(resources).entities.filter((entity): entity is EntityOf<C> => entity.class === entityClass);
}

/** The only thing of one class in the model of these resources. */
export function findOnly<C extends EntityClass>(entityClass: C, resources: readonly EngineResource[]): EntityOf<C> {
  const [only, ...others] = findAll(entityClass, resources);
  if (only === undefined || others.length > 0) {
    throw new Error(
      `There are ${others.length + (only === undefined ? 0 : 1)} things of class ${entityClass}, not one.`,
    );
  }
  return only;
}

/** The classes of everything in the model of these resources. */
export function listClasses(resources: readonly EngineResource[]): readonly Entity["class"][] {
  return buildModel(resources).entities.map((entity) => entity.class);
}

type Input = NonNullable<ResourceSpec["inputs"]>[string];

function isPlain(value: Input): value is PropertyMap[string] {
  return listResources(value) === undefined;
}

function listResources(value: Input): readonly EngineResource[] | undefined {
  const list = Array.isArray(value) ? value : [value];
  const resources = list.filter(isResource);
  return resources.length > 0 && resources.length === list.length ? resources : undefined;
}

function isResource(value: unknown): value is EngineResource {
  return typeof value === "object" && value !== null && "urn" in value && "propertyDependencies" in value;
}
