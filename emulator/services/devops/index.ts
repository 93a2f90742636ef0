import { Hono } from "hono";
import type { Service, ServiceContext, ServiceEnv } from "../../wire/service";
import { addAccessControlRoutes } from "./access-control";
import { addBuildDefinitionRoutes } from "./build-definitions";
import { addCheckConfigurationRoutes } from "./check-configurations";
import { addConnectionDataRoutes } from "./connection-data";
import { addConnectionRoleAssignmentRoutes } from "./connection-role-assignments";
import type { DevopsRoutes } from "./devops-route";
import type { DevopsState } from "./devops-state";
import { addDiscoveryRoutes } from "./discovery";
import { addGraphIdentityRoutes } from "./graph-identities";
import { addIdentityRoutes } from "./identities";
import { keepToIdentities } from "./identity-host";
import { addKnownLocations } from "./known-locations";
import { addOidcTokenRoutes } from "./oidc-tokens";
import { addOperationRoutes } from "./operations";
import { addPipelinePermissionRoutes } from "./pipeline-permissions";
import { addProcessRoutes } from "./processes";
import { addProjectRoutes } from "./projects";
import { addPullRequestCommentRoutes } from "./pull-request-comments";
import { addPullRequestStatusRoutes } from "./pull-request-statuses";
import { addPullRequestThreadRoutes } from "./pull-request-threads";
import { addServiceConnectionRoutes } from "./service-connections";
import { redirectToSignIn } from "./sign-in-redirect";
import { addTeamRoutes } from "./teams";

/** The emulated Azure DevOps: `https://dev.azure.com/{organization}/…`. */
export function createDevopsService(context: ServiceContext): Service {
  const state: DevopsState = { ...context, operations: new Map() };
  const app = new Hono<ServiceEnv>({ getPath: readPath });
  const routes: DevopsRoutes = { app, state };
  app.use(redirectToSignIn);
  app.use(keepToIdentities);
  app.use(async (exchange, next) => {
    await next();
    exchange.header("activityid", context.newId());
  });
  addDiscoveryRoutes(routes);
  addProjectRoutes(routes);
  addProcessRoutes(routes);
  addOperationRoutes(routes);
  addBuildDefinitionRoutes(routes);
  addServiceConnectionRoutes(routes);
  addPipelinePermissionRoutes(routes);
  addCheckConfigurationRoutes(routes);
  addConnectionRoleAssignmentRoutes(routes);
  addAccessControlRoutes(routes);
  addGraphIdentityRoutes(routes);
  addIdentityRoutes(routes);
  addTeamRoutes(routes);
  addOidcTokenRoutes(routes);
  addConnectionDataRoutes(routes);
  addPullRequestThreadRoutes(routes);
  addPullRequestCommentRoutes(routes);
  addPullRequestStatusRoutes(routes);
  addKnownLocations(routes);
  const reset = (): void => {
    state.operations.clear();
  };
  return { name: "devops", app, reset };
}

// Azure DevOps reads paths without letter case, and takes the doubled slash that careless clients write.
function readPath(request: Request): string {
  return new URL(request.url).pathname.replace(/\/{2,}/g, "/").toLowerCase();
}
