import {
  builtIn,
  customRole,
  identity,
  known,
  managedIdentity,
  roleAssignment,
  to,
} from "../../../support/model-builders";
import type { RuleCases } from "../rule-cases";

const deploy = identity("deploy");
const contributor = builtIn("b24988ac-6180-42a0-ab88-20f7382dd24c");
const identityContributor = builtIn("e40ec5ca-96e0-45a2-b4ff-59039f2c2b59");
const neighbour = managedIdentity("neighbour", { resourceGroup: known("payments") });
const writer = customRole("writer", {
  actions: known(["microsoft.managedidentity/userassignedidentities/*/write"]),
});
const reader = customRole("reader", { actions: known(["Microsoft.ManagedIdentity/*/read"]) });

export const canWriteFederatedCredentialsCases: RuleCases = {
  finds: {
    "a role that is made for it": {
      entities: [deploy, roleAssignment(to(deploy), { role: identityContributor })],
      says: [
        'high role: Application "deploy" can add ways in to any managed identity in the resource group "payments": it has the role "Managed Identity Contributor".',
      ],
    },
    "a custom role that can": {
      entities: [deploy, writer, roleAssignment(to(deploy), { role: { kind: "declared", urn: writer.urn } })],
      says: [
        'high role: Application "deploy" can add ways in to any managed identity in the resource group "payments": it has the custom role "writer".',
      ],
    },
    "a Contributor of a group with another identity": {
      entities: [deploy, neighbour, roleAssignment(to(deploy), { role: contributor })],
      says: [
        'high role: Application "deploy" can add ways in to managed identity "neighbour" in the resource group "payments": it has the role "Contributor".',
      ],
    },
  },
  passes: {
    "a Contributor of a group without identities": {
      entities: [deploy, managedIdentity("far"), roleAssignment(to(deploy), { role: contributor })],
    },
    "a Contributor of its own group, which has a rule of its own": {
      entities: [neighbour, roleAssignment(to(neighbour), { role: contributor })],
    },
    "a custom role for everything, where no identity is": {
      entities: [
        deploy,
        customRole("everything", { actions: known(["*"]) }),
        roleAssignment(to(deploy), { role: { kind: "declared", urn: customRole("everything").urn } }),
      ],
    },
    "a custom role that only reads them": {
      entities: [
        deploy,
        neighbour,
        reader,
        roleAssignment(to(deploy), { role: { kind: "declared", urn: reader.urn } }),
      ],
    },
  },
};
