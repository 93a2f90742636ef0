import { Hono } from "hono";
import type { Service, ServiceContext, ServiceEnv } from "../../wire/service";
import { unbuilt } from "../../wire/unbuilt";
import { WireError } from "../../wire/wire-error";
import type { GitHubRoutes } from "./github-route";
import { addIssueCommentRoutes } from "./issue-comments";
import { addUserRoutes } from "./user";

/** The emulated GitHub: `https://api.github.com/…`, as far as comments on pull requests need it. */
export function createGitHubService(context: ServiceContext): Service {
  const app = new Hono<ServiceEnv>();
  const routes: GitHubRoutes = { app, context };
  app.use(async (exchange, next) => {
    // Documented: who does not say what program asks is refused.
    if ((exchange.req.header("user-agent") ?? "") === "") {
      const message =
        "Request forbidden by administrative rules. Please make sure your request has a User-Agent header.";
      throw new WireError(403, "/using-the-rest-api/getting-started-with-the-rest-api#user-agent", message);
    }
    await next();
    exchange.header("x-github-request-id", context.newId());
  });
  addUserRoutes(routes);
  addIssueCommentRoutes(routes);
  app.all("/repos/:owner/:repository/*", (exchange) =>
    unbuilt(`${exchange.req.method} ${exchange.req.path}`)(exchange),
  );
  return { name: "github", app };
}
