import {
  builtIn,
  groupScope,
  onlyRoles,
  customRole,
  identity,
  known,
  roleAssignment,
  subscriptionScope,
  to,
  unknown,
} from "../../../support/model-builders";
import type { RuleCases } from "../rule-cases";

const deploy = identity("deploy");
const contributor = builtIn("b24988ac-6180-42a0-ab88-20f7382dd24c");
const websites = builtIn("de139f84-1756-47ae-9be6-808fbbe84772");
const secretsUser = builtIn("4633458b-17de-408a-b874-0445c86b69e6");
const blobReader = builtIn("2a2b9908-6ea1-4ae2-8e65-a410df84e7d1");
const management = known("/providers/Microsoft.Management/managementGroups/contoso");
const subscription = known(subscriptionScope);
const reader = customRole("reader", { actions: known(["Microsoft.Storage/*/read"]) });
const restarter = customRole("restarter", { actions: known(["Microsoft.Web/sites/restart/action"]) });
const group = "urn:pulumi:dev::payments::azure-native:resources:ResourceGroup::payments";
const alias = "urn:pulumi:dev::payments::azure-native:subscription:Alias::landing";
const whole = 'the whole subscription "5b5c9700-aaaa-4aaa-8aaa-000000000008"';

export const broadScopeCases: RuleCases = {
  finds: {
    "a Contributor of a subscription": {
      entities: [deploy, roleAssignment(to(deploy), { role: contributor, scope: subscription })],
      says: [
        `high role: Application "deploy" can change nearly everything, or decide who may, in ${whole}: it has the role "Contributor".`,
      ],
    },
    "roles at a management group and at the root": {
      entities: [
        deploy,
        roleAssignment(to(deploy), { urn: "a::a", role: websites, scope: management }),
        roleAssignment(to(deploy), { urn: "a::b", role: blobReader, scope: known("/") }),
      ],
      says: [
        'critical a: Application "deploy" can run code or take protection away in the management group "contoso": it has the role "Website Contributor".',
        'high b: Application "deploy" can change things or reach data in the whole tenant: it has the role "Storage Blob Data Reader".',
      ],
    },
    "roles that read secrets and data": {
      entities: [
        deploy,
        roleAssignment(to(deploy), { urn: "a::a", role: secretsUser, scope: subscription }),
        roleAssignment(to(deploy), { urn: "a::b", role: blobReader, scope: subscription }),
      ],
      says: [
        `high a: Application "deploy" can read secrets, keys or data in ${whole}: it has the role "Key Vault Secrets User".`,
        `medium b: Application "deploy" can change things or reach data in ${whole}: it has the role "Storage Blob Data Reader".`,
      ],
    },
    "a custom role that changes something": {
      entities: [
        deploy,
        restarter,
        roleAssignment(to(deploy), { role: { kind: "declared", urn: restarter.urn }, scope: subscription }),
      ],
      says: [
        `medium role: Application "deploy" can change things or reach data in ${whole}: it has the custom role "restarter".`,
      ],
    },
    "an identity that can assign harmless roles in a subscription": {
      entities: [
        deploy,
        roleAssignment(to(deploy), {
          role: builtIn("f58310d9-a9f6-439a-9e8d-f62e7b41a168"),
          scope: subscription,
          condition: onlyRoles("acdd72a7-3385-48ef-bd42-f606fba81ae7"),
        }),
      ],
      says: [
        `medium role: Application "deploy" can change things or reach data in ${whole}: it has the role "Role Based Access Control Administrator".`,
      ],
    },
    "a subscription that is made here": {
      entities: [deploy, roleAssignment(to(deploy), { role: contributor, scope: unknown(alias) })],
      says: [
        'high role: Application "deploy" can change nearly everything, or decide who may, in what is made here as "landing": it has the role "Contributor".',
      ],
    },
  },
  passes: {
    "a Reader of a subscription": { entities: [deploy, roleAssignment(to(deploy), { scope: subscription })] },
    "a Contributor of a group": { entities: [deploy, roleAssignment(to(deploy), { role: contributor })] },
    "a Contributor of a group that is made here": {
      entities: [deploy, roleAssignment(to(deploy), { role: contributor, scope: unknown(group) })],
    },
    "an identity that can assign harmless roles only": {
      entities: [
        deploy,
        roleAssignment(to(deploy), {
          role: builtIn("f58310d9-a9f6-439a-9e8d-f62e7b41a168"),
          scope: known(groupScope),
          condition: onlyRoles("acdd72a7-3385-48ef-bd42-f606fba81ae7"),
        }),
      ],
    },
    "a custom role that only reads": {
      entities: [
        deploy,
        reader,
        roleAssignment(to(deploy), { role: { kind: "declared", urn: reader.urn }, scope: subscription }),
      ],
    },
  },
};
