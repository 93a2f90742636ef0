import type { Context, Hono } from "hono";
import type { z } from "zod";
import type { ServiceEnv } from "./service";
import { WireError } from "./wire-error";

/** What goes into an operation: the parsed parts of the request, and the request itself for headers and variables. */
export interface RouteInput<Body, Query> {
  params: Record<string, string>;
  query: Query;
  body: Body;
  context: Context<ServiceEnv>;
}

/** What comes out of an operation. Without a body the answer is empty. */
export interface RouteAnswer {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
}

/** The form of a route: where it is, what it takes and what it answers for each status. */
export interface RouteDefinition<Body, Query> {
  method: "GET" | "HEAD" | "POST" | "PUT" | "PATCH" | "DELETE" | "OPTIONS";
  path: string;
  /** Default: the body is not read. */
  body?: z.ZodType<Body>;
  /** Default: the query is given as it is. */
  query?: z.ZodType<Query>;
  /** The body of each status; `null` for an empty one. A status that is not listed is the emulator's fault. */
  responses: Record<number, z.ZodType | null>;
  /** The vendor's code for a request that does not fit. Default BadRequest. */
  invalidCode?: string;
}

type Operation<Body, Query> = (input: RouteInput<Body, Query>) => RouteAnswer | Promise<RouteAnswer>;

/**
 * Adds a route whose requests and answers are checked. A request that does not fit is the client's fault (400); an answer
 * that does not fit is the emulator's own (500), because a client that got used to it would fail on the real service.
 */
export function addRoute<Body = undefined, Query = Record<string, string>>(
  app: Hono<ServiceEnv>,
  definition: RouteDefinition<Body, Query>,
  operation: Operation<Body, Query>,
): void {
  app.on(definition.method, definition.path, async (context) => {
    const query = checkRequest(definition, definition.query, context.req.query()) as Query;
    const body = checkRequest(definition, definition.body, definition.body && (await readJson(context))) as Body;
    const answer = await operation({ params: context.req.param(), query, body, context });
    return writeAnswer(definition, answer);
  });
}

function checkRequest<T>(
  definition: { invalidCode?: string },
  schema: z.ZodType<T> | undefined,
  value: unknown,
): unknown {
  if (schema === undefined) return value;
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new WireError(400, definition.invalidCode ?? "BadRequest", describeIssues(result.error));
}

async function readJson(context: Context<ServiceEnv>): Promise<unknown> {
  const text = await context.req.text();
  if (text.trim() === "") return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new WireError(400, "BadRequest", "The request body is not JSON.");
  }
}

function writeAnswer(
  definition: Pick<RouteDefinition<never, never>, "method" | "path" | "responses">,
  answer: RouteAnswer,
): Response {
  const schema = definition.responses[answer.status];
  const place = `${definition.method} ${definition.path}`;
  if (schema === undefined) throw createOwnError(`${place} answered the undeclared status ${answer.status}`);
  if (schema === null) {
    if (answer.body !== undefined) throw createOwnError(`${place} answered ${answer.status} with a body`);
    return new Response(null, { status: answer.status, headers: answer.headers ?? {} });
  }
  const result = schema.safeParse(answer.body);
  if (!result.success) throw createOwnError(`${place} broke its own answer: ${describeIssues(result.error)}`);
  const headers = { "content-type": "application/json; charset=utf-8", ...answer.headers };
  return new Response(JSON.stringify(answer.body), { status: answer.status, headers });
}

function createOwnError(problem: string): WireError {
  return new WireError(500, "EmulatorError", `The emulator is wrong: ${problem}.`);
}

function describeIssues(error: z.ZodError): string {
  return error.issues.map((issue) => `${issue.path.join(".") || "body"}: ${issue.message}`).join("; ");
}
