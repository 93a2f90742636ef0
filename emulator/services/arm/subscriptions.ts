import { z } from "zod";
import type { Store } from "../../state/store";
import type { Subscription } from "../../state/entities";
import { createSubscriptionNotFound } from "./arm-error";
import { listAnswer } from "./arm-list";
import { type ArmRequest, type ArmRoute, defineArmRoute } from "./arm-route";
import { decideAccess } from "./authorization";
import { isAtOrBelow } from "./arm-scope";

const subscriptionAnswer = z.strictObject({
  id: z.string(),
  authorizationSource: z.literal("RoleBased"),
  managedByTenants: z.array(z.never()),
  subscriptionId: z.guid(),
  tenantId: z.guid(),
  displayName: z.string(),
  state: z.literal("Enabled"),
  subscriptionPolicies: z.strictObject({
    locationPlacementId: z.string(),
    quotaId: z.string(),
    spendingLimit: z.literal("Off"),
  }),
});

const tenantAnswer = z.strictObject({ id: z.string(), tenantId: z.guid(), tenantCategory: z.literal("Home") });

function renderSubscription(subscription: Subscription): z.infer<typeof subscriptionAnswer> {
  const { subscriptionId, tenantId, displayName } = subscription;
  return {
    id: formatSubscription(subscriptionId),
    authorizationSource: "RoleBased",
    managedByTenants: [],
    subscriptionId,
    tenantId,
    displayName,
    state: "Enabled",
    subscriptionPolicies: {
      locationPlacementId: "Public_2014-09-01",
      quotaId: "PayAsYouGo_2014-09-01",
      spendingLimit: "Off",
    },
  };
}

export function formatSubscription(subscriptionId: string): string {
  return `/subscriptions/${subscriptionId}`;
}

/** The subscription with its id in the letter case of the store; the service has found it before any operation runs. */
export function readSubscription(store: Store, subscriptionId: string): Subscription {
  const subscription = store.subscriptions.get(subscriptionId);
  if (subscription === undefined) throw createSubscriptionNotFound(subscriptionId);
  return subscription;
}

// A role anywhere in a subscription is enough to see that the subscription is there.
function isVisible({ store, caller }: ArmRequest, { subscriptionId, tenantId }: Subscription): boolean {
  if (tenantId !== caller.tenantId) return false;
  const scope = formatSubscription(subscriptionId);
  const query = { principalId: caller.principalId, action: "Microsoft.Resources/subscriptions/read", scope };
  return decideAccess(store, query) === "allowed" || hasRoleBelow(store, caller.principalId, scope);
}

function hasRoleBelow(store: Store, principalId: string, scope: string): boolean {
  return (
    store.roleAssignments.seenBy(
      "arm",
      (row) => row.principalId === principalId && isAtOrBelow(store, row.scope, scope),
    ).length > 0
  );
}

export const subscriptionRoutes: readonly ArmRoute[] = [
  defineArmRoute({
    method: "GET",
    path: "/tenants",
    responses: { 200: listAnswer(tenantAnswer) },
    run: ({ caller: { tenantId } }) => ({
      status: 200,
      body: { value: [{ id: `/tenants/${tenantId}`, tenantId, tenantCategory: "Home" }] },
    }),
  }),
  defineArmRoute({
    method: "GET",
    path: "/subscriptions",
    responses: { 200: listAnswer(subscriptionAnswer) },
    run: (call) => ({
      status: 200,
      body: { value: call.store.subscriptions.list((each) => isVisible(call, each)).map(renderSubscription) },
    }),
  }),
  defineArmRoute({
    method: "GET",
    path: "/subscriptions/:subscription",
    needs: ({ params }) => ({
      action: "Microsoft.Resources/subscriptions/read",
      scope: formatSubscription(params["subscription"] ?? ""),
    }),
    responses: { 200: subscriptionAnswer },
    run: ({ store, params }) => ({
      status: 200,
      body: renderSubscription(readSubscription(store, params["subscription"] ?? "")),
    }),
  }),
];
