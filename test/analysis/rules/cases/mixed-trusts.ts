import {
  connection,
  entraSubject,
  identity,
  known,
  secret,
  to,
  toOther,
  trust,
  trustOf,
} from "../../../support/model-builders";
import { ids } from "../../../support/vendor-mocks";
import type { RuleCases } from "../rule-cases";

const deploy = identity("deploy");
const payments = connection("payments", to(deploy));
const own = trust(to(deploy), payments);
const gitHub = (of = to(deploy)) =>
  trustOf("github", of, {
    issuer: known("https://token.actions.githubusercontent.com"),
    subject: known("repo:contoso/shop:ref:refs/heads/main"),
  });

export const mixedTrustsCases: RuleCases = {
  finds: {
    "a connection and GitHub": {
      entities: [deploy, payments, own, gitHub()],
      says: [
        'medium deploy: Application "deploy" trusts parties of several kinds: GitHub Actions and service connections.',
      ],
    },
    "three kinds on an identity of another stack": {
      entities: [
        gitHub(toOther("a9")),
        trustOf("cluster", toOther("A9"), { issuer: known("https://oidc.example.com"), subject: known("a") }),
        trustOf("robot", toOther("a9"), { subject: known(ids.principal) }),
      ],
      says: [
        'medium cluster: The identity with the ID "A9" trusts parties of several kinds: GitHub Actions, identities of Microsoft Entra and other issuers.',
      ],
    },
  },
  passes: {
    "two connections, one of another stack": {
      entities: [deploy, payments, own, trustOf("x", to(deploy), { subject: known(entraSubject(ids.project)) })],
    },
    "a connection and GitHub on two identities": { entities: [deploy, payments, own, gitHub(toOther("a9"))] },
    "a party that cannot be seen, which has a rule of its own": {
      entities: [deploy, payments, own, trustOf("x", to(deploy), { subject: secret })],
    },
  },
};
