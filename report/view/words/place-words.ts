import { parseScope } from "../../../facts/scopes";
import type { Value } from "../../../analysis/model/value";
import type { Phrase } from "../../../analysis/phrase";
import { nameSources, sayWhy } from "./value-words";

/** Says where a role holds: the rest of a sentence that ends with "in". */
export function sayPlace(scope: Value): Phrase {
  if (scope.state !== "known") {
    return scope.state === "unknown" && scope.from.length === 1
      ? ["what is made here as ", ...nameSources(scope.from)]
      : ["a place that ", ...sayWhy(scope)];
  }
  const place = parseScope(scope.value);
  switch (place.kind) {
    case "tenant-root":
      return ["the whole tenant: every subscription there is"];
    case "management-group":
      return ["the whole management group ", { value: place.managementGroupId, kind: "scope" }];
    case "subscription":
      return ["the whole subscription ", { value: place.subscriptionId, kind: "scope" }];
    case "resource-group":
      return ["the resource group ", { value: place.resourceGroupName, kind: "scope" }];
    case "resource": {
      const { type = "resource", name = scope.value } = place.resources.at(-1) ?? {};
      const group = place.resourceGroupName;
      return [
        "the resource ",
        { value: `${type}/${name}`, kind: "scope" },
        ...(group === undefined ? [] : [" of the resource group ", { value: group, kind: "scope" as const }]),
      ];
    }
    case "other":
      return [{ value: scope.value, kind: "scope" }];
  }
}

/** Whether {@link sayPlace} leaves out a part of the scope that tells places apart. */
export function isPlaceShortened(scope: Value): boolean {
  return scope.state === "known" && parseScope(scope.value).kind.startsWith("resource");
}

/** Names a place for the picture. */
export function namePlaceShortly(scope: Value): string {
  if (scope.state !== "known") {
    return scope.state === "unknown" && scope.from.length === 1
      ? (scope.from[0]?.split("::").at(-1) ?? "")
      : "place that cannot be seen";
  }
  const place = parseScope(scope.value);
  switch (place.kind) {
    case "tenant-root":
      return "whole tenant";
    case "management-group":
      return `management group ${place.managementGroupId}`;
    case "subscription":
      return `subscription ${place.subscriptionId}`;
    case "resource-group":
      return `resource group ${place.resourceGroupName}`;
    case "resource": {
      const { type, name } = place.resources.at(-1) ?? { type: "resource", name: scope.value };
      return place.resourceGroupName === undefined ? `${type}/${name}` : `${place.resourceGroupName}/${type}/${name}`;
    }
    case "other":
      return scope.value;
  }
}
