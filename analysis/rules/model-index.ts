import type { Entity, EntityClass, EntityOf, Model } from "../model/model";
import { compareTexts } from "../compare-texts";

/** A model as rules look at it: by class, and by URN. Its order does not depend on that of the model. */
export interface ModelIndex {
  readonly model: Model;
  /** All things of a class, by URN. */
  readonly list: <C extends EntityClass>(entityClass: C) => readonly EntityOf<C>[];
  /** The thing of this class that a resource of this URN declares; for an identity, any of its parts will do. */
  readonly find: <C extends EntityClass>(entityClass: C, urn: string) => EntityOf<C> | undefined;
}

const indexes = new WeakMap<Model, ModelIndex>();

/** Makes the index of a model, once for all rules. */
export function indexModel(model: Model): ModelIndex {
  const known = indexes.get(model);
  if (known !== undefined) {
    return known;
  }
  const index = createIndex(model);
  indexes.set(model, index);
  return index;
}

/** The things of one class. */
interface Shelf<T extends Entity> {
  readonly list: T[];
  readonly byUrn: Map<string, T>;
}

type Shelves = { readonly [C in EntityClass]: Shelf<EntityOf<C>> };

function createIndex(model: Model): ModelIndex {
  const shelves = createShelves();
  for (const entity of [...model.entities].sort(compareEntities)) {
    add(entity, shelves);
  }
  return {
    model,
    list: (entityClass) => shelves[entityClass].list,
    find: (entityClass, urn) => shelves[entityClass].byUrn.get(urn),
  };
}

/** Looks at a thing once only: a stack can have ten thousand. */
function add(entity: Entity, shelves: Shelves): void {
  switch (entity.class) {
    case "check":
      put(entity, shelves.check);
      break;
    case "connectionRole":
      put(entity, shelves.connectionRole);
      break;
    case "customRole":
      put(entity, shelves.customRole);
      break;
    case "directoryPermission":
      put(entity, shelves.directoryPermission);
      break;
    case "identity":
      put(entity, shelves.identity, entity.parts);
      break;
    case "pipelinePermission":
      put(entity, shelves.pipelinePermission);
      break;
    case "providerTarget":
      put(entity, shelves.providerTarget);
      break;
    case "roleAssignment":
      put(entity, shelves.roleAssignment);
      break;
    case "serviceConnection":
      put(entity, shelves.serviceConnection);
      break;
    case "storedSecret":
      put(entity, shelves.storedSecret);
      break;
    case "trust":
      put(entity, shelves.trust);
      break;
    case "unrecognized":
      put(entity, shelves.unrecognized);
      break;
  }
}

function put<T extends Entity>(entity: T, { list, byUrn }: Shelf<T>, parts: readonly string[] = []): void {
  list.push(entity);
  for (const urn of [entity.urn, ...parts]) {
    if (!byUrn.has(urn)) {
      byUrn.set(urn, entity);
    }
  }
}

function createShelves(): Shelves {
  return {
    check: createShelf(),
    connectionRole: createShelf(),
    customRole: createShelf(),
    directoryPermission: createShelf(),
    identity: createShelf(),
    pipelinePermission: createShelf(),
    providerTarget: createShelf(),
    roleAssignment: createShelf(),
    serviceConnection: createShelf(),
    storedSecret: createShelf(),
    trust: createShelf(),
    unrecognized: createShelf(),
  };
}

function createShelf<T extends Entity>(): Shelf<T> {
  return { list: [], byUrn: new Map() };
}

function compareEntities(a: Entity, b: Entity): number {
  return (
    compareTexts(a.urn, b.urn) || compareTexts(a.class, b.class) || compareTexts(JSON.stringify(a), JSON.stringify(b))
  );
}
