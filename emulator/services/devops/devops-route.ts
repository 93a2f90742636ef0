import type { Hono } from "hono";
import { addRoute, type RouteAnswer, type RouteDefinition } from "../../wire/route";
import type { ServiceEnv } from "../../wire/service";
import { WireError } from "../../wire/wire-error";
import { checkApiVersion } from "./api-version";
import { identifyCaller } from "./devops-caller";
import type { DevopsState } from "./devops-state";
import { locations } from "./locations-table";
import type { Asker } from "./rights";

/** One request, with its body and query checked and its caller known. */
export interface DevopsCall<Body = undefined, Query = Record<string, string>> extends Asker {
  /** Path segments by name, in lower case: everything in a path is compared without case. */
  params: Record<string, string>;
  query: Query;
  body: Body;
  /** Scheme, host and organization as the client knows them, without a slash at the end. */
  baseUrl: string;
}

export type DevopsOperation<Body, Query> = (
  state: DevopsState,
  call: DevopsCall<Body, Query>,
) => RouteAnswer | Promise<RouteAnswer>;

/** A route by its place in the location table. */
export interface DevopsRoute<Body, Query> extends Omit<RouteDefinition<Body, Query>, "path"> {
  /** The path behind the organization, in lower case, for example `/:project/_apis/build/definitions`. */
  path: string;
  /** Id of the location that clients find this route by. */
  location: string;
}

/** The routes of one service under construction. */
export interface DevopsRoutes {
  app: Hono<ServiceEnv>;
  state: DevopsState;
}

/** Adds a route: finds the organization, identifies the caller, checks the API version, then calls the operation. */
export function addDevopsRoute<Body = undefined, Query = Record<string, string>>(
  { app, state }: DevopsRoutes,
  route: DevopsRoute<Body, Query>,
  operation: DevopsOperation<Body, Query>,
): void {
  const { location: id, path, ...rest } = route;
  const location = locations.find((candidate) => candidate.id === id);
  if (location === undefined) throw new Error(`${path} names the unknown location ${id}`);
  const accepted = { version: location.version, released: location.released ?? true };
  const fullPath = `/:organization${path}`;
  // Who asks comes before what is asked: a stranger learns nothing from the answer to a wrong body.
  const askers = new WeakMap<Request, Asker>();
  app.on(route.method, fullPath, async (context, next) => {
    const name = context.req.param("organization") ?? "";
    askers.set(context.req.raw, await openOrganization(state, name, context.req.header("authorization")));
    checkApiVersion(context.req.raw, accepted);
    await next();
  });
  addRoute<Body, Query>(app, { ...rest, path: fullPath }, ({ params, query, body, context }) => {
    const asker = askers.get(context.req.raw);
    if (asker === undefined) throw new Error(`nobody was identified for ${fullPath}`);
    const baseUrl = `${context.get("origin")}/${encodeURIComponent(asker.organization.name)}`;
    return operation(state, { ...asker, params, query, body, baseUrl });
  });
}

/** @throws WireError 404 for an unknown organization, 401 for a caller that it does not let in. */
export async function openOrganization(
  state: DevopsState,
  name: string,
  authorization: string | undefined,
): Promise<Asker> {
  const [organization] = state.store.organizations.list((one) => one.name.toLowerCase() === name.toLowerCase());
  if (organization === undefined) {
    throw new WireError(
      404,
      "HostDoesNotExistException",
      `The organization ${name} does not exist, or it has been renamed or deleted.`,
    );
  }
  return { store: state.store, organization, caller: await identifyCaller(state, organization, authorization) };
}
