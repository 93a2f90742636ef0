import { connection, identity, known, storedSecret, to, toOther, trustOf } from "../../../support/model-builders";
import type { RuleCases } from "../rule-cases";

const deploy = identity("deploy");
const payments = connection("payments", to(deploy));
const elsewhere = toOther("/applications/A9911CA0-aaaa-4aaa-8aaa-000000000002");
const credential = trustOf("credential", elsewhere, { subject: known("sc://contoso/payments/payments") });

export const secretBesideFederationCases: RuleCases = {
  finds: {
    "a password of a federated application": {
      entities: [deploy, payments, storedSecret(to(deploy))],
      says: [
        'critical password: Application "deploy" signs in by federated identity credentials and has a password too: "password".',
      ],
    },
    "a password of an application of another stack": {
      entities: [credential, storedSecret(toOther("/applications/a9911ca0-aaaa-4aaa-8aaa-000000000002"))],
      says: [
        'critical password: The identity with the ID "/applications/a9911ca0-aaaa-4aaa-8aaa-000000000002" signs in by federated identity credentials and has a password too: "password".',
      ],
    },
    "a password of a secret identity": {
      entities: [credential, storedSecret({ to: "secret" })],
      says: [
        'medium? password: It cannot be judged whether the password "password" belongs to an identity with federated identity credentials: its identity cannot be seen.',
      ],
    },
  },
  passes: {
    "a password of an application that nothing federates": {
      entities: [deploy, connection("github", { to: "absent" }, { kind: "github" }), storedSecret(to(deploy))],
    },
    "a password beside a connection that signs in with it": {
      entities: [
        deploy,
        connection("payments", to(deploy), { scheme: known("ServicePrincipal") }),
        storedSecret(to(deploy)),
      ],
    },
    "no password": { entities: [deploy, payments, credential] },
  },
};
