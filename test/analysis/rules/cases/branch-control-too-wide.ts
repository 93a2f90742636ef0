import {
  absent,
  approval,
  branchControl,
  connection,
  identity,
  known,
  secret,
  to,
  unknown,
} from "../../../support/model-builders";
import type { RuleCases } from "../rule-cases";

const deploy = identity("deploy");
const payments = connection("payments", to(deploy));
const here = to(payments);

export const branchControlTooWideCases: RuleCases = {
  finds: {
    "the pattern of all branches": {
      entities: [payments, branchControl(here, { allowedBranches: known(["refs/heads/*"]) })],
      says: [
        'high branchControl: Branch control of service connection "payments" lets in whoever can push a branch: it allows "refs/heads/*".',
      ],
    },
    "wide patterns beside a narrow one": {
      entities: [payments, branchControl(here, { allowedBranches: known(["*", "refs/heads/main", " refs/pull/*"]) })],
      says: [
        'high branchControl: Branch control of service connection "payments" lets in whoever can push a branch: it allows "*" and " refs/pull/*".',
      ],
    },
    "a pattern that only the end of a name has to match": {
      entities: [payments, branchControl(here, { allowedBranches: known(["refs/heads/*main"]) })],
      says: [
        'high branchControl: Branch control of service connection "payments" lets in whoever can push a branch: it allows "refs/heads/*main".',
      ],
    },
    "an empty list": {
      entities: [payments, branchControl(here, { allowedBranches: known([]) })],
      says: [
        'high branchControl: Branch control of service connection "payments" lets in whoever can push a branch: it names none.',
      ],
    },
    "no list": {
      entities: [payments, branchControl(here, { allowedBranches: absent })],
      says: [
        'high branchControl: Branch control of service connection "payments" lets in whoever can push a branch: it names none.',
      ],
    },
    "a list that is not known": {
      entities: [payments, branchControl(here, { allowedBranches: unknown("urn:x") })],
      says: [
        'medium? branchControl: It cannot be judged which branches may use service connection "payments": the list is not known before the deployment.',
      ],
    },
    "a secret list": {
      entities: [payments, branchControl(here, { allowedBranches: secret })],
      says: [
        'medium? branchControl: It cannot be judged which branches may use service connection "payments": the list is marked secret.',
      ],
    },
    "protection that may be unknown": {
      entities: [
        payments,
        branchControl(here, { requiresProtectedBranch: known(true), ignoresUnknownProtection: known(true) }),
      ],
      says: [
        'medium branchControl: Branch control of service connection "payments" requires a protected branch, but lets a branch in as well where it cannot find out whether it is protected.',
      ],
    },
  },
  passes: {
    "a branch by its name": { entities: [payments, branchControl(here)] },
    "a folder of branches": {
      entities: [payments, branchControl(here, { allowedBranches: known(["refs/heads/release/*"]) })],
    },
    "all protected branches": {
      entities: [
        payments,
        branchControl(here, { allowedBranches: known(["*"]), requiresProtectedBranch: known(true) }),
      ],
    },
    "a check of another kind": { entities: [payments, approval(here, { allowedBranches: known(["*"]) })] },
  },
};
