import { z } from "zod";
import type { ManagedIdentity } from "../../state/entities";
import type { RouteAnswer } from "../../wire/route";
import { WireError } from "../../wire/wire-error";
import { createResourceNotFound } from "./arm-error";
import { listAnswer } from "./arm-list";
import { type Access, type ArmCall, type ArmRequest, type ArmRoute, defineArmRoute } from "./arm-route";
import { decideAccess } from "./authorization";
import { createManagedIdentity, deleteManagedIdentity } from "./identity-lifecycle";
import { formatGroup, readResourceGroup } from "./resource-groups";
import { formatSubscription, readSubscription } from "./subscriptions";

const type = "Microsoft.ManagedIdentity/userAssignedIdentities";
const tags = z.record(z.string(), z.string());

const identityToWrite = z.looseObject({ location: z.string().min(1), tags: tags.nullish() });
const identityChanges = z.looseObject({ location: z.string().optional(), tags: tags.nullish() });

const identityAnswer = z.strictObject({
  id: z.string().regex(/^\/subscriptions\/[^/]+\/resourcegroups\/[^/]+\/providers\/Microsoft\.ManagedIdentity\//),
  name: z.string(),
  type: z.literal(type),
  location: z.string(),
  tags: tags.optional(),
  properties: z.strictObject({ tenantId: z.guid(), principalId: z.guid(), clientId: z.guid() }),
});

/** The id of the identity that a path names, in the letter case of the path. */
export function formatIdentity(params: ArmRequest["params"]): string {
  return `${formatGroup(params)}/providers/${type}/${params["identity"] ?? ""}`;
}

/** @throws WireError 404 when the group has no such identity. */
export function readManagedIdentity({ store, params }: Pick<ArmRequest, "store" | "params">): ManagedIdentity {
  const identity = store.managedIdentities.get(formatIdentity(params));
  if (identity !== undefined) return identity;
  readResourceGroup(store, { params });
  throw createResourceNotFound(formatIdentity(params));
}

function writeManagedIdentity(call: ArmCall<z.infer<typeof identityToWrite>>): RouteAnswer {
  const { store, params, body } = call;
  const group = readResourceGroup(store, call);
  const location = body.location.replaceAll(" ", "").toLowerCase();
  const existing = store.managedIdentities.get(formatIdentity(params));
  if (existing !== undefined) {
    checkLocation(existing, location);
    return {
      status: 200,
      body: renderIdentity(store.managedIdentities.update({ ...existing, tags: body.tags ?? {} })),
    };
  }
  const { tenantId, subscriptionId } = readSubscription(store, group.subscriptionId);
  const name = checkName(params["identity"] ?? "");
  const identity = createManagedIdentity(store, {
    // Observed: the resource provider writes this one segment in lower case.
    id: `${formatSubscription(subscriptionId)}/resourcegroups/${group.name}/providers/${type}/${name}`,
    subscriptionId,
    resourceGroupName: group.name,
    name,
    location,
    tags: body.tags ?? {},
    clientId: call.newId(),
    principalId: call.newId(),
    tenantId,
  });
  return { status: 201, body: renderIdentity(identity) };
}

function checkName(name: string): string {
  if (/^[a-z0-9][a-z0-9_-]{2,127}$/i.test(name)) return name;
  // Guessed: the rule is documented, the code is not.
  throw new WireError(
    400,
    "InvalidResourceName",
    `The Resource '${type}/${name}' has an invalid name: it must be 3 to 128 letters, digits, - and _, and start with a letter or digit.`,
  );
}

function checkLocation(identity: ManagedIdentity, location: string): void {
  if (identity.location === location) return;
  throw new WireError(
    409,
    "InvalidResourceLocation",
    `The resource '${identity.name}' already exists in location '${identity.location}' in resource group '${identity.resourceGroupName}'. A resource with the same name cannot be created in location '${location}'. Please select a new resource name.`,
  );
}

function renderIdentity(identity: ManagedIdentity): z.infer<typeof identityAnswer> {
  const { id, name, location, tags: identityTags, tenantId, principalId, clientId } = identity;
  return {
    id,
    name,
    type,
    location,
    // Guessed: left out when there are none, as for other resources.
    ...(Object.keys(identityTags).length > 0 ? { tags: identityTags } : {}),
    properties: { tenantId, principalId, clientId },
  };
}

function list(call: ArmRequest, where: (identity: ManagedIdentity) => boolean): RouteAnswer {
  const { store, caller } = call;
  const mayRead = ({ id }: ManagedIdentity): boolean =>
    decideAccess(store, { principalId: caller.principalId, action: `${type}/read`, scope: id }) === "allowed";
  const found = store.managedIdentities.list((row) => where(row) && mayRead(row));
  return { status: 200, body: { value: found.map(renderIdentity) } };
}

function needs(verb: "read" | "write" | "delete"): (request: ArmRequest) => Access {
  return ({ params }) => ({ action: `${type}/${verb}`, scope: formatIdentity(params) });
}

const inGroup = `/subscriptions/:subscription/resourceGroups/:group/providers/${type}`;
const path = `${inGroup}/:identity`;

export const managedIdentityRoutes: readonly ArmRoute[] = [
  defineArmRoute({
    method: "GET",
    path: `/subscriptions/:subscription/providers/${type}`,
    responses: { 200: listAnswer(identityAnswer) },
    run: (call) => {
      const { subscriptionId } = readSubscription(call.store, call.params["subscription"] ?? "");
      return list(call, (row) => row.subscriptionId === subscriptionId);
    },
  }),
  defineArmRoute({
    method: "GET",
    path: inGroup,
    responses: { 200: listAnswer(identityAnswer) },
    run: (call) => {
      const group = readResourceGroup(call.store, call);
      return list(call, (row) => row.subscriptionId === group.subscriptionId && row.resourceGroupName === group.name);
    },
  }),
  defineArmRoute({
    method: "GET",
    path,
    needs: needs("read"),
    responses: { 200: identityAnswer },
    run: (call) => ({ status: 200, body: renderIdentity(readManagedIdentity(call)) }),
  }),
  defineArmRoute({
    method: "PUT",
    path,
    needs: needs("write"),
    request: identityToWrite,
    responses: { 200: identityAnswer, 201: identityAnswer },
    run: writeManagedIdentity,
  }),
  defineArmRoute({
    method: "PATCH",
    path,
    needs: needs("write"),
    request: identityChanges,
    responses: { 200: identityAnswer },
    run: (call) => {
      const identity = readManagedIdentity(call);
      const changed = call.store.managedIdentities.update({ ...identity, tags: call.body.tags ?? identity.tags });
      return { status: 200, body: renderIdentity(changed) };
    },
  }),
  defineArmRoute({
    method: "DELETE",
    path,
    needs: needs("delete"),
    responses: { 200: null, 204: null },
    run: ({ store, params }) => {
      const identity = store.managedIdentities.get(formatIdentity(params));
      if (identity === undefined) return { status: 204 };
      deleteManagedIdentity(store, identity);
      return { status: 200 };
    },
  }),
];
