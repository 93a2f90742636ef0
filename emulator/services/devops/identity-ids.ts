import { v5 } from "uuid";

const namespace = "5d0c7d4e-3b0f-4c52-9d7e-1a8f6f2f4c11";

/**
 * Makes the ids that Azure DevOps gives by itself out of what they are for, so that they are the same in each run. Ids of one
 * thing for different purposes differ: whoever takes one for the other finds nothing, as in the cloud.
 */
export function deriveId(...parts: string[]): string {
  return v5(parts.join("/").toLowerCase(), namespace);
}

/** The id, in one organization, of somebody who signs in with Microsoft Entra ID. */
export function derivePrincipalIdentityId(organizationId: string, objectId: string): string {
  return deriveId("principal", organizationId, objectId);
}

/** The id of a group or team by its place, a project or an organization, and its name. */
export function deriveGroupId(placeId: string, name: string): string {
  return deriveId("group", placeId, name);
}
