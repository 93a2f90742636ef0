import {
  approval,
  branchControl,
  builtIn,
  check,
  connection,
  groupScope,
  identity,
  known,
  roleAssignment,
  to,
  toOther,
  unknown,
} from "../../../support/model-builders";
import type { RuleCases } from "../rule-cases";

const deploy = identity("deploy");
const production = connection("payments-prod", to(deploy));
const test = connection("payments-test", to(deploy));
const contributor = builtIn("b24988ac-6180-42a0-ab88-20f7382dd24c", "Contributor");
const productionGroup = `${groupScope}-PROD`;
const none = "no approval, branch control, required template or REST check guards it.";

export const productionWithoutChecksCases: RuleCases = {
  finds: {
    "a connection that is named so": {
      entities: [deploy, production],
      says: [`high payments-prod: Service connection "payments-prod" is named as one to production: ${none}`],
    },
    "a connection whose pipelines' name says so": {
      entities: [connection("c1", to(deploy), { connectionName: known("PaymentsProd-01") })],
      says: [`high c1: Service connection "PaymentsProd-01" is named as one to production: ${none}`],
    },
    "a connection that may change a group of production": {
      entities: [
        deploy,
        connection("payments", to(deploy)),
        roleAssignment(to(deploy), { role: contributor, scope: known(productionGroup) }),
      ],
      says: [
        `high payments: Service connection "payments" may change things in "payments-PROD", which is named as production: ${none}`,
      ],
    },
    "a word of the team": {
      entities: [connection("payments-live", to(deploy))],
      options: { productionWords: ["LIVE"] },
      says: [`high payments-live: Service connection "payments-live" is named as one to production: ${none}`],
    },
    "a lock alone, and the check of another connection": {
      entities: [production, test, check("exclusiveLock", to(production)), approval(to(test)), approval(toOther("1"))],
      says: [`high payments-prod: Service connection "payments-prod" is named as one to production: ${none}`],
    },
    "a check that is on a connection nobody can see": {
      entities: [production, approval({ to: "unknown", from: [] })],
      says: [
        'medium? payments-prod: Service connection "payments-prod" is named as one to production: it cannot be judged whether a check guards it, because a check of this stack is on a connection that cannot be seen.',
      ],
    },
    "a check of a kind that is not understood": {
      entities: [production, check("other", to(production))],
      says: [
        'medium? payments-prod: Service connection "payments-prod" is named as one to production: it cannot be judged whether a check guards it, because this version of Keyless does not understand the kind of its check.',
      ],
    },
    "a preview that does not list what stays": {
      entities: [production],
      options: { wholeStack: false },
      says: [
        'medium? payments-prod: Service connection "payments-prod" is named as one to production: it cannot be judged whether a check guards it, because unchanged resources are not listed.',
      ],
    },
  },
  passes: {
    "production behind an approval": { entities: [deploy, production, approval(to(production))] },
    "production behind branch control, named by its ID": {
      entities: [
        connection("payments-prod", to(deploy), { connectionId: known("C044-EC70") }),
        branchControl(toOther("c044-ec70")),
      ],
    },
    "a connection that is not to production": {
      entities: [
        deploy,
        test,
        connection("products", to(deploy)),
        connection("x", to(deploy), { connectionName: unknown() }),
      ],
    },
    "a connection that may only read in production": {
      entities: [
        deploy,
        connection("payments", to(deploy)),
        roleAssignment(to(deploy), { scope: known(productionGroup) }),
      ],
    },
    "what somebody else may change in production": {
      entities: [
        connection("payments", to(deploy)),
        roleAssignment(toOther("1"), { role: contributor, scope: known(productionGroup) }),
      ],
    },
  },
};
