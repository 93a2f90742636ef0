import {
  builtIn,
  customRole,
  groupScope,
  identity,
  known,
  roleAssignment,
  subscriptionScope,
  to,
  toOther,
  unknown,
} from "../../../support/model-builders";
import type { RuleCases } from "../rule-cases";

const deploy = identity("deploy");
const owner = builtIn("8e3af657-a8ff-443c-a75c-2fe8c4bcb635", "Owner");
const everything = customRole("everything", { actions: known(["*"]) });

export const ownerRoleCases: RuleCases = {
  finds: {
    "an Owner of a group": {
      entities: [deploy, roleAssignment(to(deploy), { role: owner })],
      says: [
        'critical role: Application "deploy" may do everything in the resource group "payments": it has the role "Owner".',
      ],
    },
    "an Owner by the role's name, of a subscription": {
      entities: [
        roleAssignment(toOther("d41c"), { role: { kind: "named", name: "owner" }, scope: known(subscriptionScope) }),
      ],
      says: [
        'critical role: The identity with the ID "d41c" may do everything in the whole subscription "5b5c9700-aaaa-4aaa-8aaa-000000000008": it has the role "owner".',
      ],
    },
    "an Owner of one resource, which is less": {
      entities: [
        deploy,
        roleAssignment(to(deploy), {
          role: owner,
          scope: known(`${groupScope}/providers/Microsoft.Web/sites/shop`),
        }),
      ],
      says: [
        `high role: Application "deploy" may do everything in the resource "${groupScope}/providers/Microsoft.Web/sites/shop": it has the role "Owner".`,
      ],
    },
    "a custom role that is as much": {
      entities: [
        deploy,
        everything,
        roleAssignment(to(deploy), {
          role: { kind: "declared", urn: everything.urn },
          scope: unknown("a::b::c::group"),
        }),
      ],
      says: [
        'critical role: Application "deploy" may do everything in what is made here as "group": it has the custom role "everything".',
      ],
    },
  },
  passes: {
    "a Reader": { entities: [deploy, roleAssignment(to(deploy))] },
    "a custom role that takes something away": {
      entities: [
        deploy,
        customRole("everything", { actions: known(["*"]), notActions: known(["Microsoft.Authorization/*/write"]) }),
        roleAssignment(to(deploy), { role: { kind: "declared", urn: everything.urn } }),
      ],
    },
    "a Contributor": {
      entities: [deploy, roleAssignment(to(deploy), { role: builtIn("b24988ac-6180-42a0-ab88-20f7382dd24c") })],
    },
  },
};
