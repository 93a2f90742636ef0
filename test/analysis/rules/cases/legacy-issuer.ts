import {
  connection,
  entraSubject,
  identity,
  known,
  legacyIssuer,
  secret,
  to,
  trust,
  trustOf,
} from "../../../support/model-builders";
import { ids } from "../../../support/vendor-mocks";
import type { RuleCases } from "../rule-cases";

const deploy = identity("deploy");
const byName = { issuer: known(legacyIssuer), subject: known("sc://contoso/payments/payments") };
const government = connection("payments", to(deploy), { environment: known("AzureUSGovernment") });

export const legacyIssuerCases: RuleCases = {
  finds: {
    "the issuer of one organization": {
      entities: [deploy, trustOf("one", to(deploy), byName)],
      says: [
        `medium one: Application "deploy" trusts tokens of the issuer "${legacyIssuer}", which name organization, project and connection by names that can be taken again.`,
      ],
    },
    "the issuer of the first preview": {
      entities: [
        deploy,
        trustOf("one", to(deploy), { ...byName, issuer: known("https://app.vstoken.visualstudio.com") }),
      ],
      says: [
        'medium one: Application "deploy" trusts tokens of the issuer "https://app.vstoken.visualstudio.com", which name organization, project and connection by names that can be taken again.',
      ],
    },
    "an audience that does not tell the cloud": {
      entities: [deploy, trustOf("one", to(deploy), { ...byName, audience: secret })],
      says: [
        `medium one: Application "deploy" trusts tokens of the issuer "${legacyIssuer}", which name organization, project and connection by names that can be taken again.`,
      ],
    },
  },
  passes: {
    "the issuer of Entra": {
      entities: [deploy, trustOf("one", to(deploy), { subject: known(entraSubject(ids.connection)) })],
    },
    "Azure Government by its audience, which has no other issuer": {
      entities: [deploy, trustOf("one", to(deploy), { ...byName, audience: known("api://AzureADTokenExchangeUSGov") })],
    },
    "Azure Government by the connection's environment": {
      entities: [deploy, government, trustOf("one", to(deploy), { ...byName, audience: secret })],
    },
    "an issuer that a connection will have": {
      entities: [deploy, connection("payments", to(deploy)), trust(to(deploy), connection("payments", to(deploy)))],
    },
  },
};
