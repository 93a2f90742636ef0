import type { MiddlewareHandler } from "hono";
import { microsoftGraphApplicationId } from "../../../facts/applications";
import { type CloudName, clouds } from "../../../facts/clouds";
import type { ServiceContext, ServiceEnv } from "../../wire/service";
import type { Caller } from "../../wire/token-authority";
import { WireError } from "../../wire/wire-error";
import { createDenied } from "./graph-error";

/** Who calls Graph, with the application permissions in its token: a later grant takes a new token. */
export interface GraphCaller extends Caller {
  roles: readonly string[];
}

const callers = new WeakMap<Request, GraphCaller>();

/** Refuses every request without a valid token for Microsoft Graph, before anything else of it is read. */
export function authenticate({ tokens }: ServiceContext): MiddlewareHandler<ServiceEnv> {
  return async (context, next) => {
    const audiences = listGraphAudiences(context.get("cloud"));
    const caller = await tokens.verifyAccessToken(context.req.header("authorization"), audiences).catch(renameCode);
    callers.set(context.req.raw, { ...caller, roles: caller.roles ?? [] });
    await next();
  };
}

/** The caller of a request that passed {@link authenticate}. */
export function readCaller(request: Request): GraphCaller {
  const caller = callers.get(request);
  if (caller === undefined) throw new Error("the request was not authenticated");
  return caller;
}

// Graph has one code for every failed sign-in, whatever the reason.
function renameCode(error: unknown): never {
  if (error instanceof WireError && error.status === 401) {
    throw new WireError(401, "InvalidAuthenticationToken", error.message, error.details);
  }
  throw error;
}

/** The resources that a token for Microsoft Graph of this cloud may name as its audience. */
function listGraphAudiences(cloud: CloudName): readonly string[] {
  return [`https://${clouds[cloud].graphHost}`, microsoftGraphApplicationId];
}

const readRoles = [
  "Application.Read.All",
  "Application.ReadWrite.All",
  "Application.ReadWrite.OwnedBy",
  "Directory.Read.All",
  "Directory.ReadWrite.All",
];
const writeAllRoles = ["Application.ReadWrite.All", "Directory.ReadWrite.All"];
const writeOwnedRole = "Application.ReadWrite.OwnedBy";

/** @throws WireError 403 unless the caller may read applications and service principals. */
export function checkMayRead(caller: GraphCaller): void {
  if (!hasAnyRole(caller, readRoles)) throw createDenied();
}

/** @throws WireError 403 unless the caller may create applications. */
export function checkMayCreate(caller: GraphCaller): void {
  if (!hasAnyRole(caller, [...writeAllRoles, writeOwnedRole])) throw createDenied();
}

/** @throws WireError 403 unless the caller may change this object: any object, or only those it owns. */
export function checkMayChange(caller: GraphCaller, owned: { ownerIds: readonly string[] }): void {
  if (hasAnyRole(caller, writeAllRoles)) return;
  if (!hasAnyRole(caller, [writeOwnedRole]) || !isOwner(caller, owned)) throw createDenied();
}

function isOwner(caller: GraphCaller, { ownerIds }: { ownerIds: readonly string[] }): boolean {
  return ownerIds.some((id) => id.toLowerCase() === caller.principalId.toLowerCase());
}

function hasAnyRole(caller: GraphCaller, roles: readonly string[]): boolean {
  return caller.roles.some((role) => roles.includes(role));
}
