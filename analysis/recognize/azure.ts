import type { EngineResource } from "../engine/engine-resource";
import type { Entity } from "../model/model";
import type { IdentityReaders } from "./identity-part";
import { type FoundRole, readCustomRole } from "./read-custom-role";
import { readDeclared } from "./read-declared";
import { readManagedIdentity } from "./read-managed-identity";
import { readRoleAssignment } from "./read-role-assignment";
import { readSingleItem } from "./read-single-item";
import { readComputedId, readFirst, readText } from "./read-value";
import type { RecognizerContext, Recognizers } from "./recognizer";
import type { References } from "./resolve-references";
import type { ResourceGraph } from "./resource-graph";

const absent = { state: "absent" } as const;

/** Readers of the identities that the provider `azure` makes; its modules had other names in earlier versions. */
export const azureIdentities: IdentityReaders = {
  "azure:authorization:UserAssignedIdentity": readIdentity,
  "azure:msi:UserAssignedIdentity": readIdentity,
};

/** Readers of the custom roles that the provider `azure` makes. */
export const azureCustomRoles: Readonly<Record<string, (resource: EngineResource, graph: ResourceGraph) => FoundRole>> =
  {
    "azure:authorization:RoleDefinition": readRole,
    "azure:role:Definition": readRole,
  };

/** Recognizers of what else the provider `azure` makes. */
export const azureRecognizers: Recognizers = {
  "azure:armmsi:FederatedIdentityCredential": recognizeCredential,
  "azure:authorization:Assignment": recognizeAssignment,
  "azure:role:Assignment": recognizeAssignment,
  "azure:pim:ActiveRoleAssignment": recognizeSchedule,
  "azure:pim:EligibleRoleAssignment": recognizeSchedule,
};

function readIdentity(resource: EngineResource): ReturnType<typeof readManagedIdentity> {
  return readManagedIdentity(resource, readText(resource, "name"));
}

function readRole(resource: EngineResource, graph: ResourceGraph): FoundRole {
  return readCustomRole(resource, { name: "name" }, graph);
}

function recognizeCredential(resource: EngineResource, { graph, references }: RecognizerContext): readonly Entity[] {
  const audience = readText(resource, "audience");
  return [
    {
      ...readDeclared(resource, graph),
      class: "trust",
      identity: references.findIdentity(readFirst(resource, ["userAssignedIdentityId", "parentId"]), "managedIdentity"),
      issuer: readText(resource, "issuer"),
      subject: readText(resource, "subject"),
      // A list with one item up to version 5 of the provider.
      audience: audience.state === "unreadable" ? readSingleItem(resource, "audience") : audience,
      expression: absent,
    },
  ];
}

function recognizeAssignment(resource: EngineResource, context: RecognizerContext): readonly Entity[] {
  return [
    readRoleAssignment(
      resource,
      {
        // What Azure found out afterwards is not what the program says.
        principalType: readText(resource, "principalType"),
        role: readRoleOfAssignment(resource),
      },
      context,
    ),
  ];
}

/** The role as the program names it, by ID or name; the provider answers with both. */
function readRoleOfAssignment(resource: EngineResource): Parameters<References["findRole"]>[0] {
  return { id: readText(resource, "roleDefinitionId"), name: readText(resource, "roleDefinitionName") };
}

/** As in azure-native: whoever is eligible can take the role on. */
function recognizeSchedule(resource: EngineResource, context: RecognizerContext): readonly Entity[] {
  return [
    readRoleAssignment(
      resource,
      {
        principalType: readComputedId(resource, "principalType"),
        role: { id: readText(resource, "roleDefinitionId"), name: absent },
      },
      context,
    ),
  ];
}
