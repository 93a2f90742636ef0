import { isGuid } from "../../facts/guid";
import type { EngineResource } from "../engine/engine-resource";
import type { CustomRole } from "../model/role-assignment";
import type { Value } from "../model/value";
import { readDeclared } from "./read-declared";
import { isList, readProperty } from "./read-property";
import { joinLists, readLiveId, readText, readTexts } from "./read-value";
import type { ResourceGraph } from "./resource-graph";

/** A custom role with all GUIDs that name its definition. */
export interface FoundRole {
  readonly role: CustomRole;
  readonly guids: readonly string[];
}

/** How a provider calls the properties of a custom role. */
export interface CustomRoleProperties {
  /** The role's name. */
  readonly name: string;
}

/** Reads a custom role of Azure: its permissions, put together, are what it allows. */
export function readCustomRole(
  resource: EngineResource,
  { name }: CustomRoleProperties,
  graph: ResourceGraph,
): FoundRole {
  const readActions = (list: string): Value<readonly string[]> => readPermissionList(resource, list);
  return {
    role: {
      ...readDeclared(resource, graph),
      class: "customRole",
      roleName: readText(resource, name),
      actions: readActions("actions"),
      notActions: readActions("notActions"),
      dataActions: readActions("dataActions"),
      notDataActions: readActions("notDataActions"),
      assignableScopes: readTexts(resource, "assignableScopes"),
    },
    guids: [
      resource.id,
      ...[
        readLiveId(resource, "roleDefinitionId"),
        readLiveId(resource, "roleDefinitionResourceId"),
        readLiveId(resource, "id"),
      ].map((value) => (value.state === "known" ? value.value : undefined)),
    ].flatMap((id) => {
      const guid = id === undefined ? undefined : parseRoleGuid(id);
      return guid === undefined ? [] : [guid];
    }),
  };
}

/**
 * Reads the GUID of a role definition from its ID: the GUID alone or the end of a path of any scope. The provider `azure` adds the
 * scope behind a bar.
 */
export function parseRoleGuid(id: string): string | undefined {
  const [path = ""] = id.split("|");
  const guid = path.split("/").at(-1) ?? "";
  const isPath = /\/roleDefinitions\/[^/]+$/i.test(path);
  return isGuid(guid) && (isPath || guid === path) ? guid.toLowerCase() : undefined;
}

function readPermissionList(resource: EngineResource, list: string): Value<readonly string[]> {
  const permissions = readProperty(resource, "permissions");
  if (permissions.state !== "known") {
    return permissions;
  }
  const count = isList(permissions.value) ? permissions.value.length : 1;
  return joinLists(Array.from({ length: count }, (_, index) => readTexts(resource, `permissions.${index}.${list}`)));
}
