import type { Context, Hono } from "hono";
import type { z } from "zod";
import type { CloudName } from "../../../facts/clouds";
import type { Store } from "../../state/store";
import { addRoute, type RouteAnswer } from "../../wire/route";
import type { ServiceEnv } from "../../wire/service";
import type { Caller } from "../../wire/token-authority";
import { readCaller } from "./arm-caller";
import { invalidRequestCode } from "./arm-error";
import { normalizeArmPath } from "./arm-path";
import { type AccessQuery, checkAccess } from "./authorization";

/** What operations work on. */
export interface ArmState {
  store: Store;
  newId: () => string;
  settings: ArmSettings;
  /** Ids of the managed identities that a credential is being written under, in lower case. */
  credentialWrites: Set<string>;
}

/** What a test or a person may set about the service while it runs. */
export interface ArmSettings {
  /** How long writing a federated identity credential of a managed identity takes, in milliseconds. */
  credentialWriteMs: number;
}

/** One authenticated request with its parts read, but its body. */
export interface ArmRequest extends ArmState {
  caller: Caller;
  cloud: CloudName;
  method: string;
  params: Readonly<Record<string, string>>;
  query: Readonly<Record<string, string>>;
  /** The `:scope` of the path, with its slash; `/` where the path has none. */
  scope: string;
}

export interface ArmCall<Body = unknown> extends ArmRequest {
  body: Body;
}

/** The access that an operation needs before it runs. */
export type Access = Omit<AccessQuery, "principalId">;

interface ArmRouteOptions<Body> {
  method: "GET" | "PUT" | "PATCH" | "DELETE";
  /** In the letter case of {@link normalizeArmPath}. */
  path: string;
  /** What the caller must be allowed; absent where the operation itself leaves out what the caller may not see. */
  needs?: (request: ArmRequest, json: unknown) => Access;
  request?: z.ZodType<Body>;
  /** The body of each status, `null` for none. */
  responses: Record<number, z.ZodType | null>;
  run: (call: ArmCall<Body>) => RouteAnswer | Promise<RouteAnswer>;
}

/** One route, ready to be added to the service. */
export type ArmRoute = (app: Hono<ServiceEnv>, state: ArmState) => void;

/** A route whose caller's access is checked before its request is, and its answer after it ran. */
export function defineArmRoute<Body = undefined>(options: ArmRouteOptions<Body>): ArmRoute {
  const { method, path, needs, request, responses, run } = options;
  return (app, state) => {
    if (needs !== undefined) {
      app.on(method, path, async (context, next) => {
        const armRequest = readRequest(state, context);
        checkAccess(state.store, armRequest.caller, needs(armRequest, parseJson(await context.req.text())));
        await next();
      });
    }
    const definition = { method, path, ...(request && { body: request }), responses, invalidCode: invalidRequestCode };
    addRoute<Body>(app, definition, ({ context, body }) => run({ ...readRequest(state, context), body }));
  };
}

function readRequest(state: ArmState, context: Context<ServiceEnv>): ArmRequest {
  const params: Record<string, string> = context.req.param();
  return {
    ...state,
    caller: readCaller(context.req.raw),
    cloud: context.get("cloud"),
    method: context.req.method,
    params,
    query: context.req.query(),
    scope: normalizeArmPath(params["scope"] ?? ""),
  };
}

// What an attribute of a condition is read from; a body that does not parse is refused after access is decided.
function parseJson(text: string): unknown {
  try {
    return text === "" ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
}
