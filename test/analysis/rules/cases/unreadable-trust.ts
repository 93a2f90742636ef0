import {
  absent,
  connection,
  entraSubject,
  identity,
  known,
  managedIdentity,
  secret,
  to,
  trust,
  trustOf,
  unknown,
  unreadable,
} from "../../../support/model-builders";
import { ids } from "../../../support/vendor-mocks";
import type { RuleCases } from "../rule-cases";

const deploy = identity("deploy");
const payments = connection("payments", to(deploy));
const shop = connection("shop", to(deploy));
const release = managedIdentity("release");
const trusting = (name: string, changes: Parameters<typeof trustOf>[2]) => trustOf(name, to(deploy), changes);
const says = (name: string, what: string): string =>
  `high? ${name}: It cannot be judged whom application "deploy" will trust: the ${what}.`;

export const unreadableTrustCases: RuleCases = {
  finds: {
    "a subject that comes from nothing of the stack": {
      entities: [deploy, payments, trusting("one", { subject: unknown() })],
      says: [says("one", "subject is not known before the deployment")],
    },
    "a subject that comes from something else too": {
      entities: [
        deploy,
        payments,
        shop,
        trusting("a", { subject: unknown(payments.urn, "urn:project") }),
        trusting("b", { subject: unknown(payments.urn, shop.urn) }),
        trusting("c", { subject: unknown(payments.urn), issuer: unknown("urn:project") }),
      ],
      says: [
        says("a", "subject is not known before the deployment"),
        says("b", "subject is not known before the deployment"),
        says("c", "issuer is not known before the deployment"),
      ],
    },
    "secret and unreadable ones": {
      entities: [
        deploy,
        trusting("a", { subject: secret }),
        trusting("b", { subject: unreadable }),
        trusting("c", { subject: known("x"), issuer: secret }),
        trusting("d", { subject: known("x"), issuer: absent }),
      ],
      says: [
        says("a", "subject is marked secret"),
        says("b", "subject is written in a way that cannot be read"),
        says("c", "issuer is marked secret"),
        says("d", "issuer is not given"),
      ],
    },
    "a subject that comes from a trust in somebody else": {
      entities: [
        deploy,
        payments,
        trusting("robot", { subject: known(ids.principal) }),
        trusting("copy", { subject: unknown(trustOf("robot", to(deploy), {}).urn, payments.urn) }),
      ],
      says: [says("copy", "subject is not known before the deployment")],
    },
    "a subject that comes from the identity alone": {
      entities: [deploy, trusting("one", { subject: unknown(deploy.urn) })],
      says: [says("one", "subject is not known before the deployment")],
    },
  },
  passes: {
    "what comes from a connection of the stack": { entities: [deploy, payments, trust(to(deploy), payments)] },
    "what comes from a connection and the identity itself": {
      entities: [
        release,
        payments,
        trustOf("one", to(release), {
          issuer: unknown(payments.urn, release.urn),
          subject: unknown(payments.urn, release.urn),
        }),
      ],
    },
    "what comes from the trust in a connection": {
      entities: [
        deploy,
        payments,
        trust(to(deploy), payments),
        trusting("copy", {
          issuer: unknown(trust(to(deploy), payments).urn),
          subject: unknown(trust(to(deploy), payments).urn),
        }),
      ],
    },
    "what is known": {
      entities: [deploy, trusting("one", { subject: known(entraSubject(ids.connection)) })],
    },
  },
};
