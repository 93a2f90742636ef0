import type { MiddlewareHandler } from "hono";

/** Where the vendor sends who brings no token: a page for people. */
const signInPage = "https://spsprodweu1.vssps.visualstudio.com/_signin";

/**
 * A request without any credentials is sent to the sign-in page, unless it says that it wants a plain 401
 * (`X-TFS-FedAuthRedirect: Suppress`, as the vendor's clients do).
 */
export const redirectToSignIn: MiddlewareHandler = async (context, next) => {
  const suppressed = context.req.header("x-tfs-fedauthredirect")?.toLowerCase() === "suppress";
  if (suppressed || context.req.header("authorization") !== undefined) return next();
  const query = new URLSearchParams({ realm: "dev.azure.com", reply_to: context.req.url });
  return context.redirect(`${signInPage}?${query.toString()}`, 302);
};
