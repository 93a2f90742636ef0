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

export const trustWithoutExactSubjectCases: RuleCases = {
  finds: {
    "an expression": {
      entities: [
        deploy,
        trustOf("flexible", to(deploy), { expression: known("claims['sub'] matches 'repo:contoso/*'") }),
      ],
      says: [
        `critical flexible: Application "deploy" trusts whoever has a token of the issuer "https://login.microsoftonline.com/${ids.tenant}/v2.0" whose subject fits "repo:contoso/*".`,
      ],
    },
    "an expression that is secret": {
      entities: [trustOf("flexible", toOther("a9"), { expression: secret, subject: known("x") })],
      says: [
        'critical? flexible: The identity with the ID "a9" trusts whoever matches an expression, and which one cannot be judged: it is marked secret.',
      ],
    },
    "no subject, or an empty one": {
      entities: [deploy, trustOf("a", to(deploy), {}), trustOf("b", to(deploy), { subject: known(" ") })],
      says: [
        `critical a: Application "deploy" trusts whoever has a token of the issuer "https://login.microsoftonline.com/${ids.tenant}/v2.0": the credential names no subject.`,
        `critical b: Application "deploy" trusts whoever has a token of the issuer "https://login.microsoftonline.com/${ids.tenant}/v2.0" with the subject " ": the credential names no subject.`,
      ],
    },
    "a wildcard": {
      entities: [deploy, trustOf("all", to(deploy), { subject: known("sc://contoso/payments/*") })],
      says: [
        'high all: Application "deploy" trusts the subject "sc://contoso/payments/*", which is meant to let in more than one party.',
      ],
    },
  },
  passes: {
    "the subject that a connection will have": { entities: [deploy, payments, trust(to(deploy), payments)] },
    "the subject of one connection": {
      entities: [deploy, trustOf("one", to(deploy), { subject: known(entraSubject(ids.connection)) })],
    },
    "an expression that one subject alone fits": {
      entities: [
        deploy,
        trustOf("one", to(deploy), { expression: known("claims['sub'] eq 'repo:contoso/shop:ref:refs/heads/main'") }),
      ],
    },
    "a subject that cannot be seen, which has a rule of its own": {
      entities: [deploy, trustOf("one", to(deploy), { subject: secret })],
    },
  },
};
