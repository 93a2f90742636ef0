import {
  connection,
  entraSubject,
  identity,
  known,
  to,
  toOther,
  trust,
  trustOf,
} from "../../../support/model-builders";
import { ids } from "../../../support/vendor-mocks";
import type { RuleCases } from "../rule-cases";

const deploy = identity("deploy");
const other = identity("other");
const payments = connection("payments", to(deploy));
const subject = known(entraSubject(ids.connection));

export const manyIdentitiesOneConnectionCases: RuleCases = {
  finds: {
    "two identities that trust one connection": {
      entities: [
        deploy,
        other,
        payments,
        trust(to(deploy), payments),
        { ...trust(to(other), payments), urn: "z::second" },
      ],
      says: [
        'high payments: Service connection "payments" is trusted by 2 identities: application "deploy" and application "other".',
      ],
    },
    "a connection of another stack": {
      entities: [
        trustOf("a", toOther("/applications/1"), { subject }),
        trustOf("b", toOther("/applications/2"), { subject }),
      ],
      says: [
        `high a: The service connection with the ID "${ids.connection}" is trusted by 2 identities: the identity with the ID "/applications/1" and the identity with the ID "/applications/2".`,
      ],
    },
    "an identity that cannot be seen beside another": {
      entities: [
        deploy,
        payments,
        trust(to(deploy), payments),
        { ...trust({ to: "secret" }, payments), urn: "z::second" },
      ],
      says: [
        'medium? payments: It cannot be judged whether only one identity trusts service connection "payments": 2 credentials do, and not all of their identities can be seen.',
      ],
    },
    "another identity than the connection's, by its client ID": {
      entities: [
        identity("deploy", { clientId: known(ids.client) }),
        connection("payments", toOther(ids.caller)),
        trust(to(deploy), payments),
      ],
      says: [
        `high payments: Service connection "payments" signs in as the identity with the ID "${ids.caller}", but is trusted by application "deploy".`,
      ],
    },
    "another identity than the connection's": {
      entities: [deploy, other, payments, trust(to(other), payments)],
      says: [
        'high payments: Service connection "payments" signs in as application "deploy", but is trusted by application "other".',
      ],
    },
  },
  passes: {
    "an identity of the stack by its client ID, which is not known yet": {
      entities: [deploy, connection("payments", toOther(ids.client)), trust(to(deploy), payments)],
    },
    "one identity for one connection": { entities: [deploy, payments, trust(to(deploy), payments)] },
    "an identity of another stack, which two resources name by different IDs": {
      entities: [
        connection("payments", toOther(ids.client)),
        trust(toOther(`/applications/${ids.application}`), payments),
      ],
    },
    "one identity for two connections": {
      entities: [
        deploy,
        payments,
        connection("shop", to(deploy)),
        trust(to(deploy), payments),
        trust(to(deploy), connection("shop", to(deploy))),
      ],
    },
  },
};
