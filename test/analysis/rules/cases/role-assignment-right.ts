import {
  builtIn,
  customRole,
  identity,
  known,
  onlyRoles,
  roleAssignment,
  secret,
  to,
} from "../../../support/model-builders";
import type { RuleCases } from "../rule-cases";

const deploy = identity("deploy");
const userAccess = builtIn("18d7d88d-d35e-4fb5-a5c3-7773c20a72d9");
const accessControl = builtIn("f58310d9-a9f6-439a-9e8d-f62e7b41a168");
const reader = "acdd72a7-3385-48ef-bd42-f606fba81ae7";
const owner = "8e3af657-a8ff-443c-a75c-2fe8c4bcb635";
const assigner = customRole("assigner", { actions: known(["Microsoft.Authorization/roleAssignments/*"]) });
const cleaner = customRole("cleaner", { actions: known(["Microsoft.Authorization/roleAssignments/delete"]) });

export const roleAssignmentRightCases: RuleCases = {
  finds: {
    "a User Access Administrator": {
      entities: [deploy, roleAssignment(to(deploy), { role: userAccess })],
      says: [
        'critical role: Application "deploy" can assign roles in the resource group "payments", also to itself: it has the role "User Access Administrator", and no condition says which roles.',
      ],
    },
    "a custom role that can assign roles": {
      entities: [
        deploy,
        assigner,
        roleAssignment(to(deploy), { role: { kind: "declared", urn: assigner.urn }, condition: known(" ") }),
      ],
      says: [
        'critical role: Application "deploy" can assign roles in the resource group "payments", also to itself: it has the custom role "assigner", and no condition says which roles.',
      ],
    },
    "a condition in another form": {
      entities: [
        deploy,
        roleAssignment(to(deploy), {
          role: accessControl,
          condition: known(
            "(!(ActionMatches{'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read'}))",
          ),
        }),
      ],
      says: [
        'medium? role: It cannot be judged which roles application "deploy" can assign in the resource group "payments": the condition on its role assignment has a form that Keyless does not read.',
      ],
    },
    "a condition that allows a role nobody knows": {
      entities: [
        deploy,
        roleAssignment(to(deploy), {
          role: accessControl,
          condition: onlyRoles(reader, "00000000-0000-4000-8000-000000000000"),
        }),
      ],
      says: [
        'critical role: Application "deploy" can assign roles in the resource group "payments", also to itself: it has the role "Role Based Access Control Administrator", and its condition allows "00000000-0000-4000-8000-000000000000".',
      ],
    },
    "a condition that allows Owner": {
      entities: [deploy, roleAssignment(to(deploy), { role: accessControl, condition: onlyRoles(reader, owner) })],
      says: [
        'critical role: Application "deploy" can assign roles in the resource group "payments", also to itself: it has the role "Role Based Access Control Administrator", and its condition allows "Owner".',
      ],
    },
    "a condition that cannot be seen": {
      entities: [deploy, roleAssignment(to(deploy), { role: accessControl, condition: secret })],
      says: [
        'medium? role: It cannot be judged which roles application "deploy" can assign in the resource group "payments": the condition on its role assignment cannot be seen.',
      ],
    },
  },
  passes: {
    "a condition that allows one harmless role": {
      entities: [deploy, roleAssignment(to(deploy), { role: accessControl, condition: onlyRoles(reader) })],
    },
    "a role that can only take roles away": {
      entities: [deploy, cleaner, roleAssignment(to(deploy), { role: { kind: "declared", urn: cleaner.urn } })],
    },
    "an Owner, which has a rule of its own": {
      entities: [deploy, roleAssignment(to(deploy), { role: builtIn(owner) })],
    },
  },
};
