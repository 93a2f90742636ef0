/** Stands for a value that the engine does not know yet: it depends on something that the deployment makes. */
export const unknownValue: unique symbol = Symbol("unknown");

/** Stands for a value that the program or a provider marked secret. What it is never enters the analysis. */
export const secretValue: unique symbol = Symbol("secret");

/** A property of a resource as the engine shows it, with its two special values made unmistakable. */
export type PropertyValue =
  null | boolean | number | string | typeof unknownValue | typeof secretValue | readonly PropertyValue[] | PropertyMap;

/** The properties of a resource by their names in the provider's schema. Keys that start with `__` are left out. */
export interface PropertyMap {
  readonly [name: string]: PropertyValue;
}
