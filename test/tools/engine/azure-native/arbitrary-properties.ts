import * as fc from "fast-check";
import type { PropertyMap, PropertyValue } from "../../../../tools/engine/azure-native/property-value";

const names = fc.oneof(
  fc.constantFrom("location", "tags", "principalId", "scope", "constructor", "toString"),
  fc.string({ minLength: 1, maxLength: 6 }).filter((name) => name !== "__proto__"),
);

const { map } = fc.letrec<{ value: PropertyValue; map: PropertyMap }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    fc.string({ maxLength: 8 }),
    fc.boolean(),
    fc.integer(),
    fc.array(tie("value"), { maxLength: 3 }),
    tie("map"),
  ),
  map: fc.dictionary(names, tie("value"), { maxKeys: 4, noNullPrototype: true }),
}));

/** Any properties as the engine may send them, without nulls, which are dropped before anything sees them. */
export const arbitraryProperties: fc.Arbitrary<PropertyMap> = map;
