import { z } from "zod";
import type { RouteAnswer } from "../../wire/route";
import { createNotAccessible } from "./github-errors";
import { addGitHubRoute, type GitHubCall, type GitHubRoutes } from "./github-route";

const page = "/users/users#get-the-authenticated-user";

/** Who the caller is. Observed: the token of an app, which is nobody, is refused. */
export function addUserRoutes(routes: GitHubRoutes): void {
  const answer = z.strictObject({ id: z.int(), login: z.string(), type: z.literal("User") });
  addGitHubRoute(routes, { method: "GET", path: "/user", responses: { 200: answer } }, readUser);
}

function readUser({ token }: GitHubCall): RouteAnswer {
  if (token.account.type === "Bot") throw createNotAccessible(page, "");
  return { status: 200, body: token.account };
}
