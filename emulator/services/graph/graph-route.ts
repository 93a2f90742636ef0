import type { Hono } from "hono";
import type { z } from "zod";
import type { Store } from "../../state/store";
import { addRoute, type RouteAnswer, type RouteInput } from "../../wire/route";
import type { ServiceEnv } from "../../wire/service";
import { type GraphCaller, readCaller } from "./graph-caller";
import { badRequestCode } from "./graph-error";
import { type ObjectKey, parseObjectKey } from "./graph-path";

/** What operations work on. */
export interface GraphState {
  store: Store;
  newId: () => string;
}

/** One authenticated request with its parts read. */
export interface GraphCall<Body = unknown> extends GraphState {
  caller: GraphCaller;
  /** `v1.0` or `beta`. */
  version: string;
  /** Scheme and host as the client knows them. */
  origin: string;
  /** The request's address as the client knows it. */
  url: URL;
  /** The object that the path names. */
  key: ObjectKey;
  params: Readonly<Record<string, string>>;
  body: Body;
}

interface GraphRouteOptions<Body> {
  method: "GET" | "POST" | "PATCH" | "DELETE";
  /** Below the version; `:key` is the object that the path names. */
  path: string;
  status: 200 | 201 | 204;
  /** The request's body; absent where none is read. */
  request?: z.ZodType<Body>;
  /** The answer's body; `null` for none. */
  response: z.ZodType | null;
  /** Calls the operation and gives the answer's body. */
  run: (call: GraphCall<Body>) => unknown;
}

/** One route, ready to be added to the service under each version of the API. */
export type GraphRoute = (app: Hono<ServiceEnv>, state: GraphState) => void;

/** A route whose request, caller and answer are read and checked. */
export function defineGraphRoute<Body>(options: GraphRouteOptions<Body>): GraphRoute {
  const { method, path, status, request, response, run } = options;
  return (app, state) => {
    const definition = {
      method,
      path: `/:version{v1\\.0|beta}${path}`,
      ...(request && { body: request }),
      responses: { [status]: response },
      invalidCode: badRequestCode,
    };
    addRoute<Body>(app, definition, (input): RouteAnswer => {
      const body = run(readCall(state, input));
      return body === undefined ? { status } : { status, body };
    });
  };
}

function readCall<Body>(state: GraphState, input: RouteInput<Body, unknown>): GraphCall<Body> {
  const { params, body, context } = input;
  const origin = context.get("origin");
  const { pathname, search } = new URL(context.req.url);
  return {
    ...state,
    caller: readCaller(context.req.raw),
    version: params["version"] ?? "",
    origin,
    url: new URL(pathname + search, origin),
    key: parseObjectKey(params["key"] ?? ""),
    params,
    body,
  };
}
