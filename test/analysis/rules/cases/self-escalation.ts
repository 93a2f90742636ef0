import {
  builtIn,
  customRole,
  directoryPermission,
  identity,
  known,
  roleAssignment,
  to,
  toOther,
  unknown,
} from "../../../support/model-builders";
import { ids } from "../../../support/vendor-mocks";
import type { RuleCases } from "../rule-cases";

const deploy = identity("deploy", { principalId: known(ids.principal) });
const definer = customRole("definer", { actions: known(["Microsoft.Authorization/roleDefinitions/*"]) });
const manageOwned = (name: string) =>
  directoryPermission(to(deploy), { permission: known(name), resource: known("graph") });
const owned = "18A4783C-866b-4cc7-a460-3d5e5662c884";

export const selfEscalationCases: RuleCases = {
  finds: {
    "a role that changes roles": {
      entities: [deploy, definer, roleAssignment(to(deploy), { role: { kind: "declared", urn: definer.urn } })],
      says: [
        'critical role: Application "deploy" can change what custom roles may do in the resource group "payments", also those that it has itself: it has the custom role "definer".',
      ],
    },
    "an owner of itself, by its list": {
      entities: [
        identity("deploy", { principalId: known(ids.principal), owners: known([ids.principal.toUpperCase()]) }),
        manageOwned(owned),
      ],
      says: [
        'critical permission: Application "deploy" can add credentials to itself: it is an owner of its own application and may manage what it owns.',
      ],
    },
    "an owner of itself, by a resource": {
      entities: [
        deploy,
        manageOwned("Application.ReadWrite.OwnedBy"),
        directoryPermission(to(deploy), { urn: "o::owner", kind: "owner", resource: unknown(deploy.urn) }),
      ],
      says: [
        'critical permission: Application "deploy" can add credentials to itself: it is an owner of its own application and may manage what it owns.',
      ],
    },
  },
  passes: {
    "an owner without the permission": {
      entities: [
        deploy,
        directoryPermission(to(deploy), { kind: "owner", resource: unknown(deploy.urn) }),
        manageOwned("User.Read.All"),
      ],
    },
    "the permission without being an owner": {
      entities: [
        deploy,
        manageOwned(owned),
        directoryPermission(toOther("1"), { urn: "o::owner", kind: "owner", resource: unknown(deploy.urn) }),
        directoryPermission(to(deploy), { urn: "p::owner", kind: "owner", resource: known("another") }),
      ],
    },
    "a role that assigns roles, which has a rule of its own": {
      entities: [deploy, roleAssignment(to(deploy), { role: builtIn("18d7d88d-d35e-4fb5-a5c3-7773c20a72d9") })],
    },
  },
};
