import { Hono } from "hono";
import type { Service, ServiceContext, ServiceEnv } from "../../wire/service";
import { addBuildDefinitionRoutes } from "./build-definitions";
import type { DevopsRoutes } from "./devops-route";
import type { DevopsState } from "./devops-state";
import { addDiscoveryRoutes } from "./discovery";
import { addKnownLocations } from "./known-locations";
import { addOidcTokenRoutes } from "./oidc-tokens";
import { addOperationRoutes } from "./operations";
import { addPipelinePermissionRoutes } from "./pipeline-permissions";
import { addProcessRoutes } from "./processes";
import { addProjectRoutes } from "./projects";
import { addServiceConnectionRoutes } from "./service-connections";
import { redirectToSignIn } from "./sign-in-redirect";

/** The emulated Azure DevOps: `https://dev.azure.com/{organization}/…`. */
export function createDevopsService(context: ServiceContext): Service {
  const state: DevopsState = { ...context, operations: new Map() };
  const app = new Hono<ServiceEnv>({ getPath: readPath });
  const routes: DevopsRoutes = { app, state };
  app.use(redirectToSignIn);
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
  addOidcTokenRoutes(routes);
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
