import { absent, identity, known, roleAssignment, to, toOther, unknown } from "../../../support/model-builders";
import type { RuleCases } from "../rule-cases";

const deploy = identity("deploy");

export const principalTypeMissingCases: RuleCases = {
  finds: {
    "a role of an identity of the stack": {
      entities: [deploy, roleAssignment(to(deploy), { principalType: absent })],
      says: [
        'low role: The role assignment for application "deploy" does not say whether that is a user, a group or a service principal.',
      ],
    },
    "an identity of the stack that is called a user": {
      entities: [deploy, roleAssignment(to(deploy), { principalType: known("User") })],
      says: [
        'low role: The role assignment for application "deploy" says that it is a "User": that is what the SDK writes where the program says nothing.',
      ],
    },
    "a role of somebody else": {
      entities: [roleAssignment(toOther("d41c"), { principalType: absent })],
      says: [
        'low role: The role assignment for the identity with the ID "d41c" does not say whether that is a user, a group or a service principal.',
      ],
    },
  },
  passes: {
    "a role of a service principal": { entities: [deploy, roleAssignment(to(deploy))] },
    "a role of a group": { entities: [roleAssignment(toOther("1"), { principalType: known("Group") })] },
    "a type that comes from elsewhere": { entities: [roleAssignment(to(deploy), { principalType: unknown("urn:x") })] },
    "a role that is only read": {
      entities: [roleAssignment(to(deploy), { principalType: absent, external: true })],
    },
  },
};
