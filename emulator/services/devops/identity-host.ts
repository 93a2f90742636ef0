import type { MiddlewareHandler } from "hono";
import { createUnbuiltError } from "../../wire/unbuilt";

/** Where the vendor's pages show the identities of an organization; clients that ask dev.azure.com find them there too. */
const identityHost = "vssps.dev.azure.com";

const identityPath = /^\/[^/]+\/_apis(?:\/(?:graph|identities|connectiondata|resourceareas)(?:\/|$)|$)/;

/** Answers for nothing but identities under the name of their host. */
export const keepToIdentities: MiddlewareHandler = async (context, next) => {
  if (new URL(context.req.url).hostname === identityHost && !identityPath.test(context.req.path)) {
    throw createUnbuiltError(`${context.req.method} ${context.req.path} at the account and identity service`);
  }
  await next();
};
