import { identity, unrecognized } from "../../../support/model-builders";
import type { RuleCases } from "../rule-cases";

export const notUnderstoodCases: RuleCases = {
  finds: {
    "one resource": {
      entities: [unrecognized("azuread:index/newKind:NewKind", "gate")],
      says: [
        'medium gate: The resource "gate" of type "azuread:index/newKind:NewKind" can give access, but this version of Keyless does not understand it.',
      ],
    },
    "each resource": {
      entities: [unrecognized("a:b:C", "two"), unrecognized("a:b:C", "one")],
      says: [
        'medium one: The resource "one" of type "a:b:C" can give access, but this version of Keyless does not understand it.',
        'medium two: The resource "two" of type "a:b:C" can give access, but this version of Keyless does not understand it.',
      ],
    },
  },
  passes: {
    "what is understood": { entities: [identity("deploy")] },
    nothing: { entities: [] },
  },
};
