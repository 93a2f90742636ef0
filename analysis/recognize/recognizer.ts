import type { EngineResource } from "../engine/engine-resource";
import type { Entity } from "../model/model";
import type { References } from "./resolve-references";
import type { ResourceGraph } from "./resource-graph";

/** What a recognizer may look at beside its resource. */
export interface RecognizerContext {
  readonly graph: ResourceGraph;
  readonly references: References;
}

/** Tells what a resource gives. Nothing where this resource gives nothing, such as a check on an environment. */
export type Recognizer = (resource: EngineResource, context: RecognizerContext) => readonly Entity[];

/** Recognizers by the key of their resource type. */
export type Recognizers = Readonly<Record<string, Recognizer>>;
