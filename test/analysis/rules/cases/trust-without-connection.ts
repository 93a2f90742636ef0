import {
  connection,
  entraSubject,
  identity,
  known,
  legacyIssuer,
  to,
  trust,
  trustOf,
  unknown,
} from "../../../support/model-builders";
import { ids } from "../../../support/vendor-mocks";
import type { RuleCases } from "../rule-cases";

const deploy = identity("deploy");
const payments = connection("payments", to(deploy), { connectionId: known(ids.connection) });
const elsewhere = entraSubject("0e15e000-aaaa-4aaa-8aaa-000000000009");
const byName = { issuer: known(legacyIssuer), subject: known("sc://contoso/payments/payments") };

export const trustWithoutConnectionCases: RuleCases = {
  finds: {
    "a connection with another ID": {
      entities: [deploy, payments, trustOf("one", to(deploy), { subject: known(elsewhere) })],
      says: [
        'medium one: Application "deploy" trusts the pipelines that may use the service connection with the ID "0e15e000-aaaa-4aaa-8aaa-000000000009" of the Azure DevOps organization with the ID "049a4120-aaaa-4aaa-8aaa-000000000007"; this stack declares no such connection.',
      ],
    },
    "a connection by its name, where the stack has none": {
      entities: [deploy, trustOf("one", to(deploy), byName)],
      says: [
        'medium one: Application "deploy" trusts the pipelines that may use the service connection "payments" of the project "payments" in the Azure DevOps organization "contoso"; this stack declares no such connection.',
      ],
    },
    "a preview that does not list what stays": {
      entities: [deploy, trustOf("one", to(deploy), { subject: known(elsewhere) })],
      options: { wholeStack: false },
      says: [
        'medium? one: Application "deploy" trusts the pipelines that may use the service connection with the ID "0e15e000-aaaa-4aaa-8aaa-000000000009" of the Azure DevOps organization with the ID "049a4120-aaaa-4aaa-8aaa-000000000007"; it cannot be judged whether this stack declares that connection, because not all of its connections can be seen.',
      ],
    },
    "a connection whose name is not known": {
      entities: [
        deploy,
        connection("payments", to(deploy), { connectionName: unknown() }),
        trustOf("one", to(deploy), byName),
      ],
      says: [
        'medium? one: Application "deploy" trusts the pipelines that may use the service connection "payments" of the project "payments" in the Azure DevOps organization "contoso"; it cannot be judged whether this stack declares that connection, because not all of its connections can be seen.',
      ],
    },
  },
  passes: {
    "a connection of the stack by its ID": {
      entities: [deploy, payments, trustOf("one", to(deploy), { subject: known(entraSubject(ids.connection)) })],
    },
    "a connection of the stack by its name": { entities: [deploy, payments, trustOf("one", to(deploy), byName)] },
    "a connection that is made here": {
      entities: [deploy, connection("new", to(deploy)), trust(to(deploy), connection("new", to(deploy)))],
    },
    "somebody who is no connection, which has a rule of its own": {
      entities: [
        deploy,
        trustOf("one", to(deploy), {
          issuer: known("https://token.actions.githubusercontent.com"),
          subject: known("repo:contoso/shop:ref:refs/heads/main"),
        }),
      ],
    },
  },
};
