import type { MiddlewareHandler } from "hono";
import { clouds, type CloudName, isCloudName } from "../../../facts/clouds";
import { isGuid } from "../../../facts/guid";
import type { Store } from "../../state/store";
import type { ServiceContext, ServiceEnv } from "../../wire/service";
import type { Caller } from "../../wire/token-authority";
import { WireError } from "../../wire/wire-error";
import { createSubscriptionNotFound } from "./arm-error";
import { normalizeArmPath } from "./arm-path";
import { readSubscriptionId } from "./arm-scope";

const callers = new WeakMap<Request, Caller>();

/** Refuses every request without a valid token for this cloud and tenant, or without an API version. */
export function authenticate({ store, tokens }: ServiceContext): MiddlewareHandler<ServiceEnv> {
  return async (context, next) => {
    const { resourceManagerAudience, classicResourceManagerAudience } = clouds[context.get("cloud")];
    const audiences = [resourceManagerAudience, classicResourceManagerAudience];
    const caller = await tokens.verifyAccessToken(context.req.header("authorization"), audiences);
    checkApiVersion(context.req.query("api-version"));
    checkSubscription(store, caller, { cloud: context.get("cloud"), path: new URL(context.req.url).pathname });
    callers.set(context.req.raw, caller);
    await next();
  };
}

/** The caller of a request that passed {@link authenticate}. */
export function readCaller(request: Request): Caller {
  const caller = callers.get(request);
  if (caller === undefined) throw new Error("the request was not authenticated");
  return caller;
}

function checkApiVersion(version: string | undefined): void {
  if (version === undefined || version === "") {
    throw new WireError(
      400,
      "MissingApiVersionParameter",
      "The api-version query parameter (?api-version=) is required for all requests.",
    );
  }
  if (!/^\d{4}-\d{2}-\d{2}(?:-[a-z]+)?$/i.test(version)) {
    throw new WireError(400, "InvalidApiVersionParameter", `The api-version '${version}' is invalid.`);
  }
}

interface Place {
  cloud: CloudName;
  path: string;
}

function checkSubscription(store: Store, caller: Caller, { cloud, path }: Place): void {
  const subscriptionId = readSubscriptionId(normalizeArmPath(path));
  if (subscriptionId === undefined) return;
  if (!isGuid(subscriptionId)) {
    throw new WireError(
      400,
      "InvalidSubscriptionId",
      `The provided subscription identifier '${subscriptionId}' is malformed or invalid.`,
    );
  }
  const tenantId = store.subscriptions.get(subscriptionId)?.tenantId;
  if (tenantId === undefined || readCloud(store, tenantId) !== cloud) throw createSubscriptionNotFound(subscriptionId);
  if (tenantId.toLowerCase() !== caller.tenantId.toLowerCase()) {
    throw new WireError(
      401,
      "InvalidAuthenticationTokenTenant",
      `The access token is from the wrong issuer. It must match the tenant '${tenantId}' associated with this subscription. Please use the authority (URL) 'https://${clouds[cloud].loginHost}/${tenantId}' to get the token.`,
    );
  }
}

function readCloud(store: Store, tenantId: string): CloudName | undefined {
  const name = store.tenants.get(tenantId)?.cloud;
  return name !== undefined && isCloudName(name) ? name : undefined;
}
