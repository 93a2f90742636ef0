import {
  builtIn,
  groupScope,
  identity,
  known,
  managedIdentity,
  roleAssignment,
  subscriptionScope,
  to,
  unknown,
} from "../../../support/model-builders";
import type { RuleCases } from "../rule-cases";

const contributor = builtIn("b24988ac-6180-42a0-ab88-20f7382dd24c");
const websites = builtIn("de139f84-1756-47ae-9be6-808fbbe84772");
const newGroup = "urn:pulumi:dev::payments::azure-native:resources:ResourceGroup::payments";
const otherGroup = "urn:pulumi:dev::payments::azure-native:resources:ResourceGroup::identities";
const deploy = (resourceGroup: ReturnType<typeof known<string>> | ReturnType<typeof unknown>) =>
  managedIdentity("deploy", { resourceGroup });
const byName = deploy(known("Payments"));
const byId = deploy(known(groupScope.toUpperCase().replace("SUBSCRIPTIONS", "subscriptions")));
const inNew = deploy(unknown(newGroup));
const elsewhere = deploy(known("identities"));
const role = (scope: ReturnType<typeof known<string>> | ReturnType<typeof unknown>, kind = contributor) =>
  roleAssignment(to(byName), { role: kind, scope });
const lets = 'where the role "Contributor" lets it add further ways in to itself.';

export const identityInTargetGroupCases: RuleCases = {
  finds: {
    "an identity in the group that it changes": {
      entities: [byName, role(known(groupScope))],
      says: [`high role: Managed identity "deploy" lives in the resource group "payments", ${lets}`],
    },
    "the same by its ID, in any letter case": {
      entities: [byId, role(known(groupScope))],
      says: [`high role: Managed identity "deploy" lives in the resource group "payments", ${lets}`],
    },
    "an identity in a group that is made here": {
      entities: [inNew, role(unknown(newGroup))],
      says: [`high role: Managed identity "deploy" lives in what is made here as "payments", ${lets}`],
    },
    "an identity in the subscription that it changes": {
      entities: [byId, role(known(subscriptionScope))],
      says: [
        `high role: Managed identity "deploy" lives in the whole subscription "5b5c9700-aaaa-4aaa-8aaa-000000000008", ${lets}`,
      ],
    },
    "an identity that may write itself": {
      entities: [
        byName,
        role(known(`${groupScope}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/deploy`)),
      ],
      says: [
        `high role: Managed identity "deploy" lives in the resource "${groupScope}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/deploy", ${lets}`,
      ],
    },
    "an identity whose subscription cannot be seen": {
      entities: [byName, role(known(subscriptionScope))],
      says: [
        `medium? role: It cannot be judged whether managed identity "deploy" lives in the whole subscription "5b5c9700-aaaa-4aaa-8aaa-000000000008", ${lets}`,
      ],
    },
  },
  passes: {
    "an identity in another group": { entities: [elsewhere, role(known(groupScope))] },
    "an identity in another group that is made here": {
      entities: [deploy(unknown(otherGroup)), role(unknown(newGroup))],
    },
    "a role that writes no credentials": { entities: [byName, role(known(groupScope), websites)] },
    "an application, which lives in no group": {
      entities: [identity("app"), roleAssignment(to(identity("app")), { role: contributor })],
    },
  },
};
