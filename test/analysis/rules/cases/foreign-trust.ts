import { formatSubject } from "../../../../facts/subjects";
import {
  connection,
  entraSubject,
  identity,
  known,
  legacyIssuer,
  providerTarget,
  to,
  trust,
  trustOf,
} from "../../../support/model-builders";
import { ids } from "../../../support/vendor-mocks";
import type { RuleCases } from "../rule-cases";

const deploy = identity("deploy");
const payments = connection("payments", to(deploy), { connectionId: known(ids.connection) });
const ownTrust = trustOf("own", to(deploy), { subject: known(entraSubject(ids.connection)) });
const foreignSubject = entraSubject(ids.project, { organization: ids.client });
const copilot = formatSubject({
  kind: "entra-other",
  cloudSegment: "pub",
  tenantId: ids.tenant,
  applicationId: "96ff4394-9197-43aa-b393-6a41632e21f8",
  path: "n/plugin/e/1/h/2",
});
const gitHubIssuer = "https://token.actions.githubusercontent.com";
const gitHub = (subject: string) =>
  trustOf("one", to(deploy), { issuer: known(gitHubIssuer), subject: known(subject) });
const byName = (subject: string) =>
  trustOf("one", to(deploy), { issuer: known(legacyIssuer), subject: known(subject) });

export const foreignTrustCases: RuleCases = {
  finds: {
    "a connection of another organization": {
      entities: [deploy, payments, ownTrust, trustOf("one", to(deploy), { subject: known(foreignSubject) })],
      says: [
        `critical one: Application "deploy" trusts the pipelines that may use the service connection with the ID "940ec700-aaaa-4aaa-8aaa-000000000005" of the Azure DevOps organization with the ID "${ids.client}"; that is no organization of this stack.`,
      ],
    },
    "a connection of another organization by its name": {
      entities: [deploy, providerTarget(), byName("sc://fabrikam/payments/payments")],
      says: [
        'critical one: Application "deploy" trusts the pipelines that may use the service connection "payments" of the project "payments" in the Azure DevOps organization "fabrikam"; that is no organization of this stack.',
      ],
    },
    "the ID of a connection of the stack in another organization": {
      entities: [
        deploy,
        payments,
        ownTrust,
        connection("shop", to(deploy), { connectionId: known(ids.project) }),
        trustOf("second", to(deploy), { subject: known(entraSubject(ids.project)) }),
        connection("stock", to(deploy), { connectionId: known(ids.subscription) }),
        trustOf("one", to(deploy), { subject: known(entraSubject(ids.subscription, { organization: ids.client })) }),
      ],
      says: [
        `critical one: Application "deploy" trusts the pipelines that may use the service connection with the ID "${ids.subscription}" of the Azure DevOps organization with the ID "${ids.client}"; that is no organization of this stack.`,
      ],
    },
    "the same name signed for another organization": {
      entities: [
        deploy,
        payments,
        ownTrust,
        {
          ...byName("sc://contoso/payments/payments"),
          issuer: known(`https://vstoken.dev.azure.com/${ids.client}`),
        },
      ],
      options: { organizations: ["Contoso"] },
      says: [
        `critical one: Application "deploy" trusts the pipelines that may use the service connection "payments" of the project "payments" in the Azure DevOps organization "contoso", in tokens of the organization with the ID "${ids.client}"; that is no organization of this stack.`,
      ],
    },
    "another application of Microsoft": {
      entities: [deploy, trustOf("one", to(deploy), { subject: known(copilot) })],
      says: [
        'critical one: Application "deploy" trusts the service of Microsoft with the application ID "96ff4394-9197-43aa-b393-6a41632e21f8" for "n/plugin/e/1/h/2".',
      ],
    },
    "an identity of Entra": {
      entities: [deploy, trustOf("one", to(deploy), { subject: known(ids.principal) })],
      says: [
        `high one: Application "deploy" trusts whoever can sign in as the identity "${ids.principal}" of the tenant "${ids.tenant}".`,
      ],
    },
    "an issuer that nobody knows": {
      entities: [
        deploy,
        trustOf("one", to(deploy), { issuer: known("https://oidc.example.com"), subject: known("anything") }),
      ],
      says: [
        'high one: Application "deploy" trusts whoever has a token of the issuer "https://oidc.example.com" with the subject "anything".',
      ],
    },
    "a workload of a Kubernetes cluster": {
      entities: [
        deploy,
        trustOf("one", to(deploy), {
          issuer: known("https://oidc.example.com/cluster"),
          subject: known("system:serviceaccount:shop:deploy"),
        }),
      ],
      says: [
        'medium one: Application "deploy" trusts the workloads with the service account "deploy" in the namespace "shop" of the Kubernetes cluster "https://oidc.example.com/cluster".',
      ],
    },
    "a pipeline": {
      entities: [deploy, providerTarget(), byName("p://contoso/payments/deploy")],
      says: [
        'medium one: Application "deploy" trusts the pipeline "deploy" of the project "payments" in the Azure DevOps organization "contoso", past the checks of every service connection.',
      ],
    },
    "a branch on GitHub": {
      entities: [deploy, gitHub("repo:contoso/shop:ref:refs/heads/main")],
      says: [
        'medium one: Application "deploy" trusts GitHub Actions in the repository "contoso/shop" on the branch "main".',
      ],
    },
    "pull requests on GitHub": {
      entities: [deploy, gitHub("repo:contoso/shop:pull_request")],
      says: [
        'high one: Application "deploy" trusts GitHub Actions in the repository "contoso/shop" in every pull request.',
      ],
    },
  },
  passes: {
    "connections of the stack": {
      entities: [deploy, payments, ownTrust, trust(to(deploy), payments)],
    },
    "another connection of one's own organization": {
      entities: [deploy, payments, ownTrust, trustOf("one", to(deploy), { subject: known(entraSubject(ids.project)) })],
    },
    "a connection of an organization that the team names": {
      entities: [deploy, payments, ownTrust, trustOf("one", to(deploy), { subject: known(foreignSubject) })],
      options: { organizations: [ids.client.toUpperCase()] },
    },
    "an organization where nothing tells which is one's own": {
      entities: [deploy, trustOf("one", to(deploy), { subject: known(foreignSubject) })],
    },
    "one's own organization by its names": {
      entities: [
        deploy,
        providerTarget({ organization: known("https://Contoso.visualstudio.com/") }),
        byName("sc://contoso/payments/payments"),
      ],
    },
  },
};
