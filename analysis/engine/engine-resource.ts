import type { PropertyMap } from "./property-value";

/** A place in the program. */
export interface SourcePosition {
  /** Path relative to the project's folder, with `/`, never absolute. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1; absent where the engine gives none. */
  readonly column?: number;
}

/** One resource as the engine knows it at one moment: before a deployment, or after it. */
export interface EngineResource {
  readonly urn: string;
  /** Type token, such as `azuread:index/application:Application`. */
  readonly type: string;
  /** The logical name: the last part of the URN. */
  readonly name: string;
  /** True for a provider's resource, false for a component. */
  readonly custom: boolean;
  /** The provider's ID; absent while it is not known. */
  readonly id?: string;
  /** URN of the parent. */
  readonly parent?: string;
  /** URN of the provider resource; absent for components. */
  readonly provider?: string;
  readonly inputs: PropertyMap;
  /** What the provider answered; empty where the engine shows nothing. */
  readonly outputs: PropertyMap;
  /** URNs of all resources that this one depends on. */
  readonly dependencies: readonly string[];
  /** URNs that feed a property, by the property's name. */
  readonly propertyDependencies: Readonly<Record<string, readonly string[]>>;
  readonly protect: boolean;
  readonly retainOnDelete: boolean;
  /** True where the program only reads the resource. */
  readonly external: boolean;
  /** URNs that the resource had before, from its aliases. */
  readonly aliases: readonly string[];
  readonly ignoreChanges: readonly string[];
  /** The program's line that declares it: the first one outside installed packages, else that of the nearest component. */
  readonly source?: SourcePosition;
}
