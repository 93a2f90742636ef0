import type { DevopsIdentity, Organization } from "../../state/entities";
import type { DevopsCaller } from "./devops-caller";
import { formatBuildServiceDescriptor, formatSubjectDescriptor } from "./identity-descriptors";
import { findIdentity } from "./organization-identities";
import type { Asker } from "./rights";

/**
 * The identity that a project's jobs act as where their authorization is limited to the project. Observed: its unique name
 * holds the project's id. Guessed: its own id is the same GUID.
 */
export function readBuildServiceId(projectId: string): string {
  return projectId;
}

export function readCallerIdentity({ store, organization, caller }: Asker): DevopsIdentity {
  if (caller.kind === "job") {
    const { projectId } = caller.job;
    return describeBuildService({ projectId, projectName: store.projects.get(projectId)?.name ?? "", organization });
  }
  const identity = findIdentity(store, organization.organizationId, caller.identityId);
  if (identity === undefined) throw new Error(`the identity ${caller.identityId} is gone`);
  return {
    id: identity.identityId,
    displayName: identity.displayName,
    uniqueName: identity.accountName ?? identity.originId,
    descriptor: formatSubjectDescriptor(identity),
  };
}

/** The id that rights are given to. */
export function readCallerIdentityId(caller: DevopsCaller): string {
  return caller.kind === "job" ? readBuildServiceId(caller.job.projectId) : caller.identityId;
}

function describeBuildService({
  projectId,
  projectName,
  organization,
}: {
  projectId: string;
  projectName: string;
  organization: Organization;
}): DevopsIdentity {
  return {
    id: readBuildServiceId(projectId),
    displayName: `${projectName} Build Service (${organization.name})`,
    uniqueName: `Build\\${projectId}`,
    descriptor: formatBuildServiceDescriptor(projectId),
  };
}
