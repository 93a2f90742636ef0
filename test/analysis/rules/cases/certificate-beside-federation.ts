import { connection, identity, storedSecret, to, toOther, trust } from "../../../support/model-builders";
import type { RuleCases } from "../rule-cases";

const deploy = identity("deploy");
const other = identity("other");
const payments = connection("payments", to(deploy));
const credential = trust(to(deploy), payments);
const certificate = { kind: "certificate", name: "signing" } as const;

export const certificateBesideFederationCases: RuleCases = {
  finds: {
    "a certificate of a federated application": {
      entities: [deploy, payments, credential, storedSecret(to(deploy), certificate)],
      says: [
        'high password: Application "deploy" signs in by federated identity credentials and has a certificate too: "signing".',
      ],
    },
    "a certificate of a connection's identity, whose credential is elsewhere": {
      entities: [deploy, payments, storedSecret(to(deploy), certificate)],
      says: [
        'high password: Application "deploy" signs in by federated identity credentials and has a certificate too: "signing".',
      ],
    },
    "a certificate of an identity that cannot be seen": {
      entities: [deploy, payments, credential, storedSecret({ to: "unreadable" }, certificate)],
      says: [
        'medium? password: It cannot be judged whether the certificate "signing" belongs to an identity with federated identity credentials: its identity cannot be seen.',
      ],
    },
  },
  passes: {
    "a certificate of another application": {
      entities: [deploy, other, payments, credential, storedSecret(to(other), certificate)],
    },
    "a certificate where nothing is federated": {
      entities: [storedSecret({ to: "unknown", from: [] }, certificate), storedSecret(toOther("1"), certificate)],
    },
    "a password, which has its own rule": { entities: [deploy, payments, credential, storedSecret(to(deploy))] },
  },
};
