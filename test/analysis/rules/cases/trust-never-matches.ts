import {
  connection,
  entraSubject,
  identity,
  known,
  legacyIssuer,
  to,
  trust,
  trustOf,
} from "../../../support/model-builders";
import { ids } from "../../../support/vendor-mocks";
import type { RuleCases } from "../rule-cases";

const deploy = identity("deploy");
const payments = connection("payments", to(deploy));
const subject = known(entraSubject(ids.connection));
const entraIssuer = `https://login.microsoftonline.com/${ids.tenant}/v2.0`;
const trusting = (changes: Parameters<typeof trustOf>[2]) => trustOf("one", to(deploy), changes);
const begin = 'medium one: The federated identity credential "one" of application "deploy"';

export const trustNeverMatchesCases: RuleCases = {
  finds: {
    "an issuer with a slash at its end": {
      entities: [deploy, trusting({ issuer: known(`${entraIssuer}/`), subject })],
      says: [`${begin} names the issuer "${entraIssuer}/", which has to be written exactly as "${entraIssuer}".`],
    },
    "an issuer of Entra with a subject by names": {
      entities: [deploy, trusting({ subject: known("sc://contoso/payments/payments") })],
      says: [`${begin} joins the issuer Microsoft Entra with a subject of tokens that Azure DevOps signs itself.`],
    },
    "an issuer of Azure DevOps with a subject by IDs": {
      entities: [deploy, trusting({ issuer: known(legacyIssuer), subject })],
      says: [`${begin} joins a subject of Microsoft Entra with an issuer that does not sign such tokens.`],
    },
    "a subject in capitals": {
      entities: [deploy, trusting({ subject: known(subject.value.toUpperCase()) })],
      says: [
        `${begin} names the subject "${subject.value.toUpperCase()}", which is nearly, but not exactly, of a form that its issuer signs.`,
      ],
    },
    "a subject of another tenant": {
      entities: [deploy, trusting({ subject: known(entraSubject(ids.connection, { tenant: ids.client })) })],
      says: [`${begin} names the tenant "${ids.tenant}" as issuer, but its subject is of the tenant "${ids.client}".`],
    },
    "an audience in small letters, and one of another cloud": {
      entities: [
        deploy,
        trusting({ subject, audience: known("api://azureadtokenexchange") }),
        trusting({ urn: "a::two", subject, audience: known("api://AzureADTokenExchangeUSGov") }),
      ],
      says: [
        'medium two: The federated identity credential "one" of application "deploy" expects the audience "api://AzureADTokenExchangeUSGov", which has to be written exactly as "api://AzureADTokenExchange".',
        `${begin} expects the audience "api://azureadtokenexchange", which has to be written exactly as "api://AzureADTokenExchange".`,
      ],
    },
  },
  passes: {
    "issuer, subject and audience of a connection": { entities: [deploy, trusting({ subject })] },
    "what a connection will have": { entities: [deploy, payments, trust(to(deploy), payments)] },
    "the earlier issuer in Azure Government": {
      entities: [
        deploy,
        trusting({
          issuer: known(legacyIssuer),
          subject: known("sc://contoso/payments/payments"),
          audience: known("api://AzureADTokenExchangeUSGov"),
        }),
      ],
    },
    "an audience of one's own": { entities: [deploy, trusting({ subject, audience: known("api://contoso") })] },
  },
};
