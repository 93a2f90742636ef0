import { identity, to, toOther, trustOf } from "../../../support/model-builders";
import type { RuleCases } from "../rule-cases";

const deploy = identity("deploy");
const trusts = (count: number, of = to(deploy)) =>
  Array.from({ length: count }, (_, index) => trustOf(`credential-${String(index).padStart(2, "0")}`, of, {}));

export const nearCredentialLimitCases: RuleCases = {
  finds: {
    "16 credentials": {
      entities: [deploy, ...trusts(16)],
      says: ['low deploy: Application "deploy" has 16 federated identity credentials of at most 20.'],
    },
    "more credentials than Entra allows": {
      entities: trusts(21, toOther("/applications/1")),
      says: [
        'medium credential-00: The identity with the ID "/applications/1" has 21 federated identity credentials: Entra allows 20 and will refuse the rest.',
      ],
    },
    "fewer, where a team wants to know earlier": {
      entities: [deploy, ...trusts(3)],
      options: { credentialsPerIdentity: 2 },
      says: ['low deploy: Application "deploy" has 3 federated identity credentials of at most 20.'],
    },
  },
  passes: {
    "15 credentials": { entities: [deploy, ...trusts(15)] },
    "16 credentials on two identities": { entities: [deploy, ...trusts(8), ...trusts(8, toOther("1"))] },
    "16 credentials on identities that are not known": { entities: trusts(16, { to: "unknown", from: [] }) },
  },
};
