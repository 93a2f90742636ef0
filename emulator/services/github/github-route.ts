import type { Hono } from "hono";
import type { GitHubPermissions, GitHubRepository, GitHubToken } from "../../state/entities";
import type { Store } from "../../state/store";
import { addRoute, type RouteAnswer, type RouteDefinition } from "../../wire/route";
import type { ServiceContext, ServiceEnv } from "../../wire/service";
import { createBadCredentials, createNotFound } from "./github-errors";

/** One request, with its body and query checked and its caller known. */
export interface GitHubCall<Body = undefined, Query = Record<string, string>> {
  store: Store;
  token: GitHubToken;
  params: Record<string, string>;
  query: Query;
  body: Body;
  /** Scheme, host and path of the request, without its query. */
  url: string;
}

/** The routes of the service under construction. */
export interface GitHubRoutes {
  app: Hono<ServiceEnv>;
  context: ServiceContext;
}

/** Adds a route: identifies the caller, then calls the operation. */
export function addGitHubRoute<Body = undefined, Query = Record<string, string>>(
  { app, context: { store } }: GitHubRoutes,
  route: RouteDefinition<Body, Query>,
  operation: (call: GitHubCall<Body, Query>) => RouteAnswer,
): void {
  // Who asks comes before what is asked: a stranger learns nothing from the answer to a wrong body.
  app.on(route.method, route.path, async (context, next) => {
    identifyCaller(store, context.req.header("authorization"));
    await next();
  });
  addRoute<Body, Query>(app, route, ({ params, query, body, context }) => {
    const token = identifyCaller(store, context.req.header("authorization"));
    return operation({ store, token, params, query, body, url: `${context.get("origin")}${context.req.path}` });
  });
}

/** Finds the repository that a path names. @throws WireError 404 where there is none, or none that the token reaches */
export function findRepository(call: GitHubCall<unknown, unknown>): GitHubRepository {
  const { store, token, params } = call;
  const repository = store.gitHubRepositories.get(`${params["owner"] ?? ""}/${params["repository"] ?? ""}`);
  if (repository === undefined || (repository.private && !reaches(token, repository))) throw createNotFound();
  return repository;
}

/**
 * Whether the token has one of these permissions for the repository; to write includes to read. Documented: for the
 * comments of a pull request either `issues` or `pull-requests` will do.
 */
export function mayAccess(
  token: GitHubToken,
  repository: GitHubRepository,
  names: readonly (keyof GitHubPermissions)[],
  access: "read" | "write",
): boolean {
  if (!reaches(token, repository)) return access === "read" && !repository.private;
  return names.some((name) => {
    const given = token.permissions[name];
    return given === "write" || given === access;
  });
}

function reaches(token: GitHubToken, { owner, name }: GitHubRepository): boolean {
  return equals(token.owner, owner) && equals(token.repository, name);
}

// Both schemes are documented and do the same.
function identifyCaller(store: Store, authorization: string | undefined): GitHubToken {
  const token = /^(?:bearer|token) +(\S+)$/i.exec(authorization ?? "")?.[1] ?? "";
  const known = store.gitHubTokens.list((one) => one.token === token)[0];
  if (known === undefined) throw createBadCredentials();
  return known;
}

function equals(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
