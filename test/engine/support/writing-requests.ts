import type { FaultRule } from "../../../emulator/wire/faults";
import type { JournalFilter } from "../../../emulator/wire/journal";
import type { Scenario } from "./scenario";

interface WritingRequest {
  service: "arm" | "devops" | "graph";
  method: string;
  /** Pattern of the path. */
  path: RegExp;
}

/** The requests that write each kind of resource. Paths are those of the vendors' APIs. */
export const writing = {
  connection: { service: "devops", method: "POST", path: /\/_apis\/serviceendpoint\/endpoints$/i },
  connectionDeletion: { service: "devops", method: "DELETE", path: /\/_apis\/serviceendpoint\/endpoints\/[^/]+$/i },
  check: { service: "devops", method: "POST", path: /\/_apis\/pipelines\/checks\/configurations$/i },
  connectionRole: {
    service: "devops",
    method: "PUT",
    path: /\/_apis\/securityroles\/scopes\/[^/]+\/roleassignments\/resources\/[^/]+$/i,
  },
  permission: {
    service: "devops",
    method: "PATCH",
    path: /\/_apis\/pipelines\/pipelinepermissions\/endpoint\/[^/]+$/i,
  },
  application: { service: "graph", method: "POST", path: /\/applications$/i },
  servicePrincipal: { service: "graph", method: "POST", path: /\/servicePrincipals$/i },
  applicationCredential: { service: "graph", method: "POST", path: /\/federatedIdentityCredentials$/i },
  managedIdentity: { service: "arm", method: "PUT", path: /\/userAssignedIdentities\/[^/]+$/i },
  managedIdentityCredential: { service: "arm", method: "PUT", path: /\/federatedIdentityCredentials\/[^/]+$/i },
  roleAssignment: { service: "arm", method: "PUT", path: /\/roleAssignments\/[^/]+$/i },
} satisfies Record<string, WritingRequest & JournalFilter>;

/** The same requests, for faults and holds: their pattern sees the query too. */
export function matchRequests({
  service,
  method,
  path,
}: WritingRequest): Pick<FaultRule, "service" | "method" | "path"> {
  return { service, method, path: path.source.replace(/\$$/, "(?:\\?|$)") };
}

/** The statuses with which requests were answered, oldest first; 0 for a connection that was broken. */
export function listStatuses({ emulator }: Pick<Scenario, "emulator">, request: WritingRequest): number[] {
  return emulator.control.listRequests(request).map(({ status }) => status);
}
