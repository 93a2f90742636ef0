import { z } from "zod";
import type { GenericResource } from "../../state/entities";
import type { RouteAnswer } from "../../wire/route";
import { createUnbuiltError } from "../../wire/unbuilt";
import { WireError } from "../../wire/wire-error";
import { createParentNotFound, createResourceNotFound } from "./arm-error";
import { listAnswer } from "./arm-list";
import { type Access, type ArmCall, type ArmRequest, type ArmRoute, defineArmRoute } from "./arm-route";
import { isAtOrBelow } from "./arm-scope";
import { decideAccess } from "./authorization";
import { formatGroup, readResourceGroup } from "./resource-groups";
import { type ResourceKind, resourceKinds } from "./resource-kinds-table";
import { formatSubscription, readSubscription } from "./subscriptions";

const tags = z.record(z.string(), z.string());
const properties = z.record(z.string(), z.unknown());

const resourceToWrite = z.looseObject({
  location: z.string().min(1).optional(),
  tags: tags.nullish(),
  properties: properties.nullish(),
});

const resourceAnswer = z.strictObject({
  id: z.string(),
  name: z.string(),
  type: z.string(),
  location: z.string().optional(),
  tags: tags.optional(),
  properties,
});

/** A resource that a path names. */
interface ResourcePath {
  kind: ResourceKind;
  id: string;
  /** Id of the resource that this one is a part of. */
  parentId: string | undefined;
}

/** @throws WireError 501 when the path names a kind that is not kept. */
function parsePath({ params }: ArmRequest): ResourcePath {
  const segments = (params["resource"] ?? "").split("/");
  const namespace = params["namespace"] ?? "";
  const type = [namespace, ...segments.filter((_, index) => index % 2 === 0)].join("/");
  const kind = resourceKinds.find((known) => known.type.toLowerCase() === type.toLowerCase());
  if (kind === undefined || segments.length % 2 !== 0) throw createUnbuiltError(`resources of the kind ${type}`);
  const base = `${formatGroup(params)}/providers/${kind.type.slice(0, kind.type.indexOf("/"))}`;
  const types = kind.type.split("/").slice(1);
  const parts = types.map((each, index) => `${each}/${segments[index * 2 + 1] ?? ""}`);
  return {
    kind,
    id: [base, ...parts].join("/"),
    parentId: parts.length > 1 ? [base, ...parts.slice(0, -1)].join("/") : undefined,
  };
}

function readResource(call: ArmRequest): GenericResource {
  const { id } = parsePath(call);
  const resource = call.store.resources.get(id);
  if (resource !== undefined) return resource;
  readResourceGroup(call.store, call);
  throw createResourceNotFound(id);
}

function writeResource(call: ArmCall<z.infer<typeof resourceToWrite>>): RouteAnswer {
  const { store, body } = call;
  const { kind, id, parentId } = parsePath(call);
  readResourceGroup(store, call);
  if (parentId !== undefined && store.resources.get(parentId) === undefined) {
    throw createParentNotFound(kind.type, parentId);
  }
  if (kind.isTracked && body.location === undefined) {
    throw new WireError(400, "LocationRequired", "The location property is required for this definition.");
  }
  const existing = store.resources.get(id);
  const resource: GenericResource = {
    id: existing?.id ?? id,
    type: kind.type,
    location: kind.isTracked ? (body.location ?? "").replaceAll(" ", "").toLowerCase() : "",
    tags: body.tags ?? {},
    properties: { ...body.properties, provisioningState: "Succeeded" },
  };
  if (existing === undefined) return { status: 201, body: renderResource(store.resources.insert(resource)) };
  return { status: 200, body: renderResource(store.resources.update(resource)) };
}

function deleteResource(call: ArmCall): RouteAnswer {
  const { store } = call;
  const { id } = parsePath(call);
  if (store.resources.get(id) === undefined) return { status: 204 };
  for (const inside of store.resources.list((row) => isAtOrBelow(store, row.id, id))) store.resources.remove(inside.id);
  for (const { id: assignmentId } of store.roleAssignments.list((row) => isAtOrBelow(store, row.scope, id))) {
    store.roleAssignments.remove(assignmentId);
  }
  return { status: 200 };
}

function renderResource(resource: GenericResource): z.infer<typeof resourceAnswer> {
  const { id, type, location, tags: resourceTags } = resource;
  return {
    id,
    name: id.slice(id.lastIndexOf("/") + 1),
    type,
    ...(location === "" ? {} : { location }),
    ...(Object.keys(resourceTags).length > 0 ? { tags: resourceTags } : {}),
    properties: resource.properties,
  };
}

/** The kind that a path names without a resource of it. */
function readKind({ params }: ArmRequest): ResourceKind {
  const type = `${params["namespace"] ?? ""}/${params["type"] ?? ""}`;
  const kind = resourceKinds.find((known) => known.type.toLowerCase() === type.toLowerCase());
  if (kind === undefined) throw createUnbuiltError(`resources of the kind ${type}`);
  return kind;
}

// Managed identities stand in these lists as well: they are resources like any other.
function listResources(call: ArmRequest, scope: string, kind?: ResourceKind): RouteAnswer {
  const { store, caller } = call;
  const mayRead = ({ id, type }: GenericResource): boolean =>
    decideAccess(store, { principalId: caller.principalId, action: `${type}/read`, scope: id }) === "allowed";
  const identities = store.managedIdentities.list().map(({ id, location, tags: identityTags }) => ({
    id,
    type: "Microsoft.ManagedIdentity/userAssignedIdentities",
    location,
    tags: identityTags,
    properties: {},
  }));
  // Parts of a resource, which have no location of their own, are not listed.
  const found = [...store.resources.list(), ...identities].filter(
    (row) =>
      row.location !== "" &&
      (kind === undefined || row.type === kind.type) &&
      isAtOrBelow(store, row.id, scope) &&
      mayRead(row),
  );
  return { status: 200, body: { value: found.map(renderResource) } };
}

function needs(verb: "read" | "write" | "delete"): (request: ArmRequest) => Access {
  return (request) => {
    const { kind, id } = parsePath(request);
    return { action: `${kind.type}/${verb}`, scope: id };
  };
}

const path = "/subscriptions/:subscription/resourceGroups/:group/providers/:namespace/:resource{.+/.+}";

export const resourceRoutes: readonly ArmRoute[] = [
  defineArmRoute({
    method: "GET",
    path: "/subscriptions/:subscription/resources",
    responses: { 200: listAnswer(resourceAnswer) },
    run: (call) => {
      const { subscriptionId } = readSubscription(call.store, call.params["subscription"] ?? "");
      return listResources(call, formatSubscription(subscriptionId));
    },
  }),
  defineArmRoute({
    method: "GET",
    path: "/subscriptions/:subscription/resourceGroups/:group/resources",
    responses: { 200: listAnswer(resourceAnswer) },
    run: (call) => listResources(call, readResourceGroup(call.store, call).id),
  }),
  defineArmRoute({
    method: "GET",
    path: "/subscriptions/:subscription/providers/:namespace/:type",
    responses: { 200: listAnswer(resourceAnswer) },
    run: (call) => {
      const { subscriptionId } = readSubscription(call.store, call.params["subscription"] ?? "");
      return listResources(call, formatSubscription(subscriptionId), readKind(call));
    },
  }),
  defineArmRoute({
    method: "GET",
    path: "/subscriptions/:subscription/resourceGroups/:group/providers/:namespace/:type",
    responses: { 200: listAnswer(resourceAnswer) },
    run: (call) => listResources(call, readResourceGroup(call.store, call).id, readKind(call)),
  }),
  defineArmRoute({
    method: "GET",
    path,
    needs: needs("read"),
    // HEAD comes here too; it asks only whether the resource is there.
    responses: { 200: resourceAnswer, 204: null },
    run: (call) => {
      const resource = readResource(call);
      return call.method === "HEAD" ? { status: 204 } : { status: 200, body: renderResource(resource) };
    },
  }),
  defineArmRoute({
    method: "PUT",
    path,
    needs: needs("write"),
    request: resourceToWrite,
    responses: { 200: resourceAnswer, 201: resourceAnswer },
    run: writeResource,
  }),
  defineArmRoute({
    method: "DELETE",
    path,
    needs: needs("delete"),
    responses: { 200: null, 204: null },
    run: deleteResource,
  }),
];
