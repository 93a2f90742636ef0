import type { Identity } from "../../../analysis/model/identity";
import type { PipelinePermission } from "../../../analysis/model/pipeline-permission";
import type { Reference } from "../../../analysis/model/reference";
import type { ServiceConnection } from "../../../analysis/model/service-connection";
import type { Value } from "../../../analysis/model/value";
import type { Phrase } from "../../../analysis/phrase";
import type { ModelIndex } from "../../../analysis/rules/model-index";
import { nameReferredConnection, nameReferredIdentity } from "../../../analysis/rules/name-thing";
import { sayWhy } from "./value-words";

/** Names whatever a reference to an identity points at. */
export function sayIdentity(reference: Reference, index: ModelIndex): Phrase {
  return sayUnseen(reference, "an identity") ?? nameReferredIdentity(reference, index);
}

/** Names whatever a reference to a service connection points at. */
export function sayConnection(reference: Reference, index: ModelIndex): Phrase {
  return sayUnseen(reference, "a service connection") ?? nameReferredConnection(reference, index);
}

function sayUnseen(reference: Reference, noun: string): Phrase | undefined {
  switch (reference.to) {
    case "unknown":
      return [`${noun} that `, ...sayWhy({ state: "unknown", from: reference.from })];
    case "secret":
      return [`${noun} that `, ...sayWhy({ state: "secret" })];
    default:
      return undefined;
  }
}

/** Names the pipelines that a permission is about. */
export function sayPipelines({ allPipelines, pipeline }: PipelinePermission): Phrase {
  if (allPipelines || pipeline.state === "absent") {
    return ["every pipeline of the project"];
  }
  return pipeline.state === "known"
    ? ["pipeline number ", { value: pipeline.value, kind: "id" }]
    : ["a pipeline that ", ...sayWhy(pipeline)];
}

/** The name of a thing as people know it. */
export function readName(name: Value, fallback: string): string {
  return name.state === "known" && name.value.trim() !== "" ? name.value : fallback;
}

/** What kind of identity it is. */
export const identityNouns: Readonly<Record<Identity["kind"], string>> = {
  application: "application",
  servicePrincipal: "service principal",
  managedIdentity: "managed identity",
};

/** How a connection signs in, as far as it matters to a reader. */
export function saySignIn({ kind, scheme, storesSecret }: ServiceConnection): string {
  if (storesSecret.state === "known" && storesSecret.value) {
    return "with a stored secret";
  }
  if (scheme.state === "known" && scheme.value === "WorkloadIdentityFederation") {
    return "without a secret";
  }
  return kind === "azurerm" ? "" : `to ${kind}`;
}
