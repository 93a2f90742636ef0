import type { EngineResource } from "../engine/engine-resource";
import type { Entity } from "../model/model";
import { readDeclared } from "./read-declared";
import { readId, readText } from "./read-value";
import type { RecognizerContext } from "./recognizer";
import { formatPackageName } from "./type-key";

const packages: readonly string[] = ["azure", "azure-native", "azuread", "azuredevops"];

/** Whether a resource type is a provider that says where access is made. */
export function isProvider(type: string): boolean {
  const [, , name] = /^(pulumi:providers:)([^:]+)$/.exec(type) ?? [];
  return name !== undefined && packages.includes(formatPackageName(name));
}

/** Recognizes a provider of the program. Those that the engine makes by itself have a name of the engine's, and say nothing new. */
export function recognizeProvider(resource: EngineResource, { graph }: RecognizerContext): readonly Entity[] {
  const isDefault = resource.name === "default" || resource.name.startsWith("default_");
  return isDefault
    ? []
    : [
        {
          ...readDeclared(resource, graph),
          class: "providerTarget",
          package: formatPackageName(resource.type.split(":")[2] ?? ""),
          tenantId: readId(resource, "tenantId"),
          subscriptionId: readId(resource, "subscriptionId"),
          organization: readText(resource, "orgServiceUrl"),
          environment: readText(resource, "environment"),
        },
      ];
}
