import {
  absent,
  approval,
  branchControl,
  connection,
  identity,
  known,
  secret,
  to,
  toOther,
} from "../../../support/model-builders";
import type { RuleCases } from "../rule-cases";

const payments = connection("payments", to(identity("deploy")));

export const requesterMayApproveCases: RuleCases = {
  finds: {
    "an approval that requesters may give": {
      entities: [payments, approval(to(payments), { requesterMayApprove: known(true) })],
      says: ['medium approval: Whoever starts a run may approve it for service connection "payments".'],
    },
    "such an approval on a connection of another stack": {
      entities: [approval(toOther("0a0b"), { requesterMayApprove: known(true) })],
      says: ['medium approval: Whoever starts a run may approve it for the service connection with the ID "0a0b".'],
    },
    "a setting that cannot be seen": {
      entities: [payments, approval(to(payments), { requesterMayApprove: secret })],
      says: [
        'medium? approval: It cannot be judged whether whoever starts a run may approve it for service connection "payments": the setting is marked secret.',
      ],
    },
  },
  passes: {
    "an approval by others": { entities: [payments, approval(to(payments))] },
    "an approval that says nothing of it": {
      entities: [payments, approval(to(payments), { requesterMayApprove: absent })],
    },
    "a check of another kind": {
      entities: [payments, branchControl(to(payments), { requesterMayApprove: known(true) })],
    },
  },
};
