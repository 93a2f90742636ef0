import type { EngineResource } from "../../analysis/engine/engine-resource";
import type { EngineRun, EngineStep } from "../../analysis/engine/engine-run";
import type { Entity, Model } from "../../analysis/model/model";

/*
 * Runs of the engine that fit two models: a step for every resource of a thing, with the operation that the engine would name.
 */

/** What a run is made of. */
export interface RunParts {
  readonly before?: readonly Entity[];
  readonly after?: readonly Entity[];
  /** URNs that things had before, by their URNs after: the engine follows an alias in one step. */
  readonly aliases?: Readonly<Record<string, string>>;
  /** Steps that differ from what follows from the models, by URN. */
  readonly steps?: Readonly<Record<string, Partial<EngineStep>>>;
  readonly run?: Partial<EngineRun>;
}

/** A run and its models. */
export interface BuiltRun {
  readonly run: EngineRun;
  readonly before: Model;
  readonly after: Model;
}

/** Makes a run and its models. */
export function buildRun({ before = [], after = [], aliases = {}, steps = {}, run = {} }: RunParts): BuiltRun {
  const [old, made] = [listResources(before), listResources(after)];
  const renamed = new Set(Object.values(aliases));
  const urns = [...new Set([...old.keys(), ...made.keys()])].filter((urn) => !renamed.has(urn)).sort();
  return {
    run: {
      source: "preview",
      project: "payments",
      stack: "dev",
      steps: urns.map((urn) =>
        createStep({ urn, before: old.get(aliases[urn] ?? urn), after: made.get(urn), changes: steps[urn] }),
      ),
      complete: true,
      failures: [],
      includesUnchanged: true,
      ...run,
    },
    before: { entities: before },
    after: { entities: after },
  };
}

/** A thing of a model under another URN. */
export function rename<E extends Entity>(entity: E, name: string): E {
  const urn = entity.urn.replace(/::[^:]*$/, `::${name}`);
  return { ...entity, urn, name, ...(entity.class === "identity" ? { parts: [urn] } : {}) };
}

interface Listed {
  readonly resource: EngineResource;
  readonly text: string;
}

function listResources(entities: readonly Entity[]): ReadonlyMap<string, Listed> {
  return new Map(
    entities.flatMap((entity) =>
      (entity.class === "identity" ? entity.parts : [entity.urn]).map((urn): [string, Listed] => [
        urn,
        { resource: createResource(entity, urn), text: JSON.stringify({ ...entity, urn: "", name: "", parts: [] }) },
      ]),
    ),
  );
}

/** The resource of a thing as the engine shows it, without any properties. */
export function createResource(entity: Entity, urn: string = entity.urn): EngineResource {
  return {
    urn,
    type: entity.type,
    name: entity.name,
    custom: true,
    inputs: {},
    outputs: {},
    dependencies: [],
    propertyDependencies: {},
    protect: entity.protect,
    retainOnDelete: entity.retainOnDelete,
    external: entity.external,
    aliases: [],
    ignoreChanges: [],
  };
}

function createStep(parts: {
  readonly urn: string;
  readonly before: Listed | undefined;
  readonly after: Listed | undefined;
  readonly changes: Partial<EngineStep> | undefined;
}): EngineStep {
  const { urn, before, after, changes } = parts;
  return {
    operation:
      before === undefined ? "create" : after === undefined ? "delete" : before.text === after.text ? "same" : "update",
    urn,
    ...(before === undefined ? {} : { before: before.resource }),
    ...(after === undefined ? {} : { after: after.resource }),
    differences: [],
    replaceReasons: [],
    ...changes,
  };
}
