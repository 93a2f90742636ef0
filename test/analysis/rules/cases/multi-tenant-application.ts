import { absent, identity, known, managedIdentity, secret, unknown } from "../../../support/model-builders";
import type { RuleCases } from "../rule-cases";

export const multiTenantApplicationCases: RuleCases = {
  finds: {
    "an application of many tenants": {
      entities: [identity("deploy", { signInAudience: known("AzureADMultipleOrgs") })],
      says: [
        'high deploy: Application "deploy" accepts sign-ins of other tenants: its sign-in audience is "AzureADMultipleOrgs".',
      ],
    },
    "an application of everybody": {
      entities: [
        identity("deploy", { signInAudience: known("AzureADandPersonalMicrosoftAccount"), displayName: known(" ") }),
      ],
      says: [
        'high deploy: Application "deploy" accepts sign-ins of other tenants: its sign-in audience is "AzureADandPersonalMicrosoftAccount".',
      ],
    },
    "a secret audience": {
      entities: [identity("deploy", { signInAudience: secret })],
      says: [
        'medium? deploy: It cannot be judged whether application "deploy" accepts sign-ins of other tenants: its sign-in audience is marked secret.',
      ],
    },
  },
  passes: {
    "an application of its own tenant": { entities: [identity("deploy")] },
    "an application without an audience, which is one of its own tenant": {
      entities: [identity("deploy", { signInAudience: absent })],
    },
    "a managed identity": { entities: [managedIdentity("deploy")] },
    "a service principal alone, whose audience Entra tells only later": {
      entities: [identity("deploy", { kind: "servicePrincipal", signInAudience: unknown() })],
    },
  },
};
