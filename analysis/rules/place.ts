import { parseScope, type Scope } from "../../facts/scopes";
import type { Value } from "../model/value";
import type { Phrase } from "../phrase";
import { explainMissing, readLogicalName } from "./name-thing";

/** Where a role holds, as far as that can be seen. */
export type Place =
  | Exclude<Scope, { readonly kind: "other" }>
  /** A resource of this stack, whose ID is not known before the deployment. */
  | { readonly kind: "declared"; readonly urn: string; readonly breadth: "broad" | "narrow" }
  | { readonly kind: "unseen"; readonly why: string };

// Resources that are a whole subscription or management group; every other resource of Azure lives below one.
const broadTypes = /^azure(?:-native)?:(?:management|subscription|core\/subscription)[/:]/i;

/** Reads where a role holds. */
export function readPlace(scope: Value): Place {
  switch (scope.state) {
    case "known": {
      const parsed = parseScope(scope.value);
      return parsed.kind === "other" ? { kind: "unseen", why: "is no scope that Keyless understands" } : parsed;
    }
    case "unknown": {
      const [urn, ...others] = scope.from;
      // What is put together from several resources may be the scope of any, or of none.
      return urn === undefined || others.length > 0
        ? { kind: "unseen", why: explainMissing(scope.state) }
        : { kind: "declared", urn, breadth: broadTypes.test(readType(urn)) ? "broad" : "narrow" };
    }
    default:
      return { kind: "unseen", why: explainMissing(scope.state) };
  }
}

/** Names the place of a role, so that it can follow "in". */
export function namePlace(scope: Value): Phrase {
  const place = readPlace(scope);
  switch (place.kind) {
    case "tenant-root":
      return ["the whole tenant"];
    case "management-group":
      return ["the management group ", { value: place.managementGroupId, kind: "scope" }];
    case "subscription":
      return ["the whole subscription ", { value: place.subscriptionId, kind: "scope" }];
    case "resource-group":
      return ["the resource group ", { value: place.resourceGroupName, kind: "scope" }];
    case "resource":
      return ["the resource ", { value: scope.state === "known" ? scope.value : "", kind: "scope" }];
    case "declared":
      return ["what is made here as ", { value: readLogicalName(place.urn), kind: "name" }];
    case "unseen":
      return ["a scope that cannot be seen"];
  }
}

function readType(urn: string): string {
  return urn.split("::")[2]?.split("$").at(-1) ?? "";
}
