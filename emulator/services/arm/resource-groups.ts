import { z } from "zod";
import type { ResourceGroup } from "../../state/entities";
import type { Store } from "../../state/store";
import type { RouteAnswer } from "../../wire/route";
import { WireError } from "../../wire/wire-error";
import { createResourceGroupNotFound } from "./arm-error";
import { listAnswer } from "./arm-list";
import { type Access, type ArmCall, type ArmRequest, type ArmRoute, defineArmRoute } from "./arm-route";
import { isAtOrBelow } from "./arm-scope";
import { decideAccess } from "./authorization";
import { deleteManagedIdentity } from "./identity-lifecycle";
import { formatSubscription, readSubscription } from "./subscriptions";

const tags = z.record(z.string(), z.string());
const name = z
  .string()
  .regex(/^[-\w.()]{0,89}[-\w()]$/u, "must be up to 90 letters, digits, . - _ ( ), not ending in a dot");

const groupToWrite = z.looseObject({
  location: z.string().min(1),
  tags: tags.nullish(),
  managedBy: z.null().optional(),
});
const groupChanges = z.looseObject({ tags: tags.nullish() });

const groupAnswer = z.strictObject({
  id: z.string(),
  name,
  type: z.literal("Microsoft.Resources/resourceGroups"),
  location: z.string(),
  tags: tags.optional(),
  properties: z.strictObject({ provisioningState: z.literal("Succeeded") }),
});

/** @throws WireError 404 when the subscription has no such group. */
export function readResourceGroup(store: Store, { params }: Pick<ArmRequest, "params">): ResourceGroup {
  const group = store.resourceGroups.get(formatGroup(params));
  if (group === undefined) throw createResourceGroupNotFound(params["group"] ?? "");
  return group;
}

/** The id of the group that a path names, in the letter case of the path. */
export function formatGroup(params: ArmRequest["params"]): string {
  return `${formatSubscription(params["subscription"] ?? "")}/resourceGroups/${params["group"] ?? ""}`;
}

function writeResourceGroup(call: ArmCall<z.infer<typeof groupToWrite>>): RouteAnswer {
  const { store, params, body } = call;
  const existing = store.resourceGroups.get(formatGroup(params));
  const location = body.location.replaceAll(" ", "").toLowerCase();
  if (existing !== undefined) {
    checkLocation(existing, location);
    const group = store.resourceGroups.update({ ...existing, tags: body.tags ?? {} });
    return { status: 200, body: renderGroup(group) };
  }
  const { subscriptionId } = readSubscription(store, params["subscription"] ?? "");
  const groupName = checkName(params["group"] ?? "");
  const id = `${formatSubscription(subscriptionId)}/resourceGroups/${groupName}`;
  const group = store.resourceGroups.insert({ id, subscriptionId, name: groupName, location, tags: body.tags ?? {} });
  return { status: 201, body: renderGroup(group) };
}

function checkName(text: string): string {
  if (name.safeParse(text).success) return text;
  throw new WireError(400, "InvalidResourceGroup", `The provided resource group name '${text}' is invalid.`);
}

function checkLocation(group: ResourceGroup, location: string): void {
  if (group.location === location) return;
  throw new WireError(
    409,
    "InvalidResourceGroupLocation",
    `Invalid resource group location '${location}'. The Resource group already exists in location '${group.location}'.`,
  );
}

/** Deletes a group with everything in it, and the role assignments that were made there. */
function deleteResourceGroup({ store }: ArmCall, group: ResourceGroup): void {
  const isInside = (id: string): boolean => isAtOrBelow(store, id, group.id);
  for (const identity of store.managedIdentities.list((row) => isInside(row.id)))
    deleteManagedIdentity(store, identity);
  for (const { id } of store.resources.list((row) => isInside(row.id))) store.resources.remove(id);
  for (const { id } of store.roleAssignments.list((row) => isInside(row.scope))) store.roleAssignments.remove(id);
  store.resourceGroups.remove(group.id);
}

function renderGroup({ id, name: groupName, location, tags: groupTags }: ResourceGroup): z.infer<typeof groupAnswer> {
  return {
    id,
    name: groupName,
    type: "Microsoft.Resources/resourceGroups",
    location,
    ...(Object.keys(groupTags).length > 0 ? { tags: groupTags } : {}),
    properties: { provisioningState: "Succeeded" },
  };
}

function mayRead({ store, caller }: ArmRequest, scope: string): boolean {
  const action = "Microsoft.Resources/subscriptions/resourceGroups/read";
  return decideAccess(store, { principalId: caller.principalId, action, scope }) === "allowed";
}

function listResourceGroups(call: ArmRequest): ResourceGroup[] {
  const { subscriptionId } = readSubscription(call.store, call.params["subscription"] ?? "");
  return call.store.resourceGroups.list((row) => row.subscriptionId === subscriptionId && mayRead(call, row.id));
}

function needs(verb: "read" | "write" | "delete"): (request: ArmRequest) => Access {
  return ({ params }) => ({
    action: `Microsoft.Resources/subscriptions/resourceGroups/${verb}`,
    scope: formatGroup(params),
  });
}

const path = "/subscriptions/:subscription/resourceGroups/:group";

export const resourceGroupRoutes: readonly ArmRoute[] = [
  defineArmRoute({
    method: "GET",
    path: "/subscriptions/:subscription/resourceGroups",
    responses: { 200: listAnswer(groupAnswer) },
    run: (call) => ({ status: 200, body: { value: listResourceGroups(call).map(renderGroup) } }),
  }),
  defineArmRoute({
    method: "GET",
    path,
    needs: needs("read"),
    // HEAD comes here too; it asks only whether the group is there.
    responses: { 200: groupAnswer, 204: null },
    run: (call) => {
      const group = readResourceGroup(call.store, call);
      return call.method === "HEAD" ? { status: 204 } : { status: 200, body: renderGroup(group) };
    },
  }),
  defineArmRoute({
    method: "PUT",
    path,
    needs: needs("write"),
    request: groupToWrite,
    responses: { 200: groupAnswer, 201: groupAnswer },
    run: writeResourceGroup,
  }),
  defineArmRoute({
    method: "PATCH",
    path,
    needs: needs("write"),
    request: groupChanges,
    responses: { 200: groupAnswer },
    run: (call) => {
      const group = readResourceGroup(call.store, call);
      const changed = call.store.resourceGroups.update({ ...group, tags: call.body.tags ?? group.tags });
      return { status: 200, body: renderGroup(changed) };
    },
  }),
  defineArmRoute({
    method: "DELETE",
    path,
    needs: needs("delete"),
    responses: { 200: null },
    run: (call) => {
      deleteResourceGroup(call, readResourceGroup(call.store, call));
      return { status: 200 };
    },
  }),
];
