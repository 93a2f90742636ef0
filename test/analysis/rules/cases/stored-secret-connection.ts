import { absent, connection, identity, known, secret, to, unknown, unreadable } from "../../../support/model-builders";
import type { RuleCases } from "../rule-cases";

const deploy = to(identity("deploy"));

export const storedSecretConnectionCases: RuleCases = {
  finds: {
    "an Azure connection with a secret": {
      entities: [connection("payments", deploy, { scheme: known("ServicePrincipal"), storesSecret: known(true) })],
      says: [
        'critical payments: Service connection "payments" signs in to Azure with a secret that Azure DevOps keeps.',
      ],
    },
    "a connection of another kind": {
      entities: [connection("sources", { to: "absent" }, { kind: "github", storesSecret: known(true) })],
      says: [
        'high sources: Service connection "sources" of the kind "github" keeps a password, key, token or certificate in Azure DevOps.',
      ],
    },
    "a scheme that is not known": {
      entities: [connection("payments", deploy, { storesSecret: unknown("urn:x") })],
      says: [
        'medium? payments: It cannot be judged whether service connection "payments" keeps a secret: how it signs in is not known before the deployment.',
      ],
    },
    "a scheme that is secret or cannot be read": {
      entities: [
        connection("a", deploy, { storesSecret: secret }),
        connection("b", deploy, { storesSecret: unreadable, connectionName: unknown() }),
      ],
      says: [
        'medium? a: It cannot be judged whether service connection "a" keeps a secret: how it signs in is marked secret.',
        'medium? b: It cannot be judged whether service connection "b" keeps a secret: how it signs in is written in a way that cannot be read.',
      ],
    },
  },
  passes: {
    "workload identity federation": { entities: [connection("payments", deploy)] },
    "a connection with nothing to keep": { entities: [connection("docs", { to: "absent" }, { storesSecret: absent })] },
  },
};
