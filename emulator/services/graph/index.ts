import { Hono } from "hono";
import type { Service, ServiceContext, ServiceEnv } from "../../wire/service";
import { unbuilt } from "../../wire/unbuilt";
import { applicationRoutes } from "./applications";
import { directoryObjectRoutes } from "./directory-objects";
import { federatedIdentityCredentialRoutes } from "./federated-identity-credentials";
import { authenticate } from "./graph-caller";
import { normalizeGraphPath } from "./graph-path";
import { ownerRoutes } from "./owners";
import { servicePrincipalRoutes } from "./service-principals";
import { unbuiltGraphOperations } from "./unbuilt-table";

/** Microsoft Graph, as far as applications, their service principals, credentials and owners reach. */
export function createGraphService(context: ServiceContext): Service {
  const app = new Hono<ServiceEnv>({ getPath: (request) => normalizeGraphPath(new URL(request.url).pathname) });
  app.use(authenticate(context));
  for (const { path, operation } of unbuiltGraphOperations) {
    app.all(`/:version{v1\\.0|beta}${path}`, unbuilt(operation));
  }
  for (const addTo of [
    ...applicationRoutes,
    ...servicePrincipalRoutes,
    ...ownerRoutes,
    ...federatedIdentityCredentialRoutes,
    ...directoryObjectRoutes,
  ]) {
    addTo(app, context);
  }
  return { name: "graph", app };
}
