import { Hono } from "hono";
import type { Service, ServiceContext, ServiceEnv } from "../../wire/service";
import { unbuilt } from "../../wire/unbuilt";
import { authenticate } from "./arm-caller";
import { normalizeArmPath } from "./arm-path";
import type { ArmSettings, ArmState } from "./arm-route";
import { managedIdentityCredentialRoutes } from "./managed-identity-credentials";
import { managedIdentityRoutes } from "./managed-identities";
import { addMetadataRoute } from "./metadata-endpoints";
import { resourceGroupRoutes } from "./resource-groups";
import { resourceRoutes } from "./resources";
import { roleAssignmentRoutes } from "./role-assignments";
import { roleDefinitionRoutes } from "./role-definitions";
import { subscriptionRoutes } from "./subscriptions";
import { unbuiltArmOperations } from "./unbuilt-table";

/** Azure Resource Manager with what can be set about it while it runs. */
export interface ArmService extends Service {
  settings: ArmSettings;
}

const defaultSettings: ArmSettings = { credentialWriteMs: 200 };

/**
 * Azure Resource Manager, as far as subscriptions, resource groups, managed identities with their credentials, role
 * assignments and definitions reach; other resources are kept as written. Every call is authorized by the role assignments
 * in the store.
 */
export function createArmService(context: ServiceContext, settings: Partial<ArmSettings> = {}): ArmService {
  const app = new Hono<ServiceEnv>({ getPath: (request) => normalizeArmPath(new URL(request.url).pathname) });
  const state: ArmState = {
    store: context.store,
    newId: context.newId,
    settings: { ...defaultSettings, ...settings },
    credentialWrites: new Set(),
  };
  addMetadataRoute(app);
  app.use(authenticate(context));
  for (const { path, operation } of unbuiltArmOperations) app.all(path, unbuilt(operation));
  for (const addTo of [
    ...subscriptionRoutes,
    ...resourceGroupRoutes,
    ...roleAssignmentRoutes,
    ...roleDefinitionRoutes,
    ...managedIdentityCredentialRoutes,
    ...managedIdentityRoutes,
    // Last, because its path covers those of the kinds above.
    ...resourceRoutes,
  ]) {
    addTo(app, state);
  }
  return {
    name: "arm",
    app,
    settings: state.settings,
    reset: () => {
      state.credentialWrites.clear();
    },
  };
}
