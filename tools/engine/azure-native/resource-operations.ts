import type { ArmCall, ArmClient } from "./arm-client";
import { isGone } from "./arm-error";
import { formatBody, parseOutputs } from "./body-mapping";
import type { PropertyMap } from "./property-value";
import { readImportedInputs, readRefreshedInputs } from "./read-inputs";
import { formatResourcePath } from "./resource-path";
import { findTenantQuery } from "./tenant-query";
import type { ResourceType } from "./types-table";

/** What every operation on a resource needs. */
export interface OperationContext {
  readonly client: ArmClient;
  readonly subscriptionId: string;
  /** Whether the read after a creation or update is left out. */
  readonly skipReadOnUpdate: boolean;
  readonly signal: AbortSignal;
  /** Tells the user something that does not make the operation fail. */
  readonly warn: (message: string) => void;
}

/** A resource as it is now. */
export interface ResourceState {
  readonly id: string;
  readonly outputs: PropertyMap;
}

/** Creates a resource, unless one with its ID exists. */
export async function createResource(
  type: ResourceType,
  inputs: PropertyMap,
  context: OperationContext,
): Promise<ResourceState> {
  const call = createCall(type, formatResourcePath(type, inputs, context.subscriptionId), context);
  await context.client.checkAbsent(call);
  const answer = await context.client.put(call, formatBody(type, inputs));
  const id = typeof answer["id"] === "string" ? answer["id"] : call.id;
  return { id, outputs: await readAfterWrite(type, { ...call, id }, { answer, inputs, context }) };
}

/** Updates a resource in place. */
export async function updateResource(
  type: ResourceType,
  inputs: PropertyMap,
  context: OperationContext,
): Promise<PropertyMap> {
  const call = createCall(type, formatResourcePath(type, inputs, context.subscriptionId), context);
  const answer = await context.client.put(call, formatBody(type, inputs));
  return readAfterWrite(type, call, { answer, inputs, context });
}

/** Deletes a resource, and waits until it is gone. */
export async function deleteResource(type: ResourceType, id: string, context: OperationContext): Promise<void> {
  await context.client.delete(createCall(type, id, context));
}

/** What a resource is read against. */
export interface KnownResource {
  readonly id: string;
  /** The inputs in the state; none while a resource is imported. */
  readonly inputs: PropertyMap | undefined;
  readonly outputs: PropertyMap;
}

/** Reads a resource with the inputs that fit it now; none when it is gone. */
export async function readResource(
  type: ResourceType,
  known: KnownResource,
  context: OperationContext,
): Promise<{ readonly inputs: PropertyMap; readonly outputs: PropertyMap } | undefined> {
  const answer = await readAnswer(type, known, context);
  if (answer === undefined) return undefined;
  const outputs = parseOutputs(type, answer);
  const inputs =
    known.inputs === undefined
      ? readImportedInputs(type, known.id, answer)
      : readRefreshedInputs(type, { inputs: known.inputs, oldOutputs: known.outputs, newOutputs: outputs });
  return { inputs, outputs };
}

async function readAnswer(
  type: ResourceType,
  { id, outputs }: KnownResource,
  context: OperationContext,
): Promise<PropertyMap | undefined> {
  const call = createCall(type, id, context);
  try {
    return await context.client.get({ ...call, query: await findTenantQuery(context.client, call, outputs) });
  } catch (error) {
    if (isGone(error)) return undefined;
    throw error;
  }
}

interface WrittenResource {
  readonly answer: PropertyMap;
  readonly inputs: PropertyMap;
  readonly context: OperationContext;
}

/**
 * Reads what was just written, because a later refresh reads as well: the answer to a write may differ from it, and
 * that would look like a change.
 */
async function readAfterWrite(type: ResourceType, call: ArmCall, written: WrittenResource): Promise<PropertyMap> {
  const { answer, inputs, context } = written;
  if (context.skipReadOnUpdate) return parseOutputs(type, answer);
  try {
    const query = await findTenantQuery(context.client, call, inputs);
    return parseOutputs(type, await context.client.get({ ...call, query }));
  } catch (error) {
    context.warn(`Failed to read resource after it was written: ${error instanceof Error ? error.message : "unknown"}`);
    return parseOutputs(type, answer);
  }
}

function createCall({ apiVersion }: ResourceType, id: string, { signal }: OperationContext): ArmCall {
  return { id, apiVersion, signal };
}
