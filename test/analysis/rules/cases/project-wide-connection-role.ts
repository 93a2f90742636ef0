import { connection, connectionRole, identity, known, secret, to, unknown } from "../../../support/model-builders";
import type { RuleCases } from "../rule-cases";

const payments = connection("payments", to(identity("deploy")));

export const projectWideConnectionRoleCases: RuleCases = {
  finds: {
    "administrators of all connections": {
      entities: [connectionRole({ roles: known(["Administrator"]), principal: known("group-1") })],
      says: [
        'medium keepers: Every service connection of the project, with its checks and permissions, can be changed by the person or group "group-1", who has "Administrator".',
      ],
    },
    "permissions for all connections": {
      entities: [connectionRole({ roles: known(["Administer", "Use", "ViewEndpoint"]), principal: known("group-1") })],
      says: [
        'medium keepers: Every service connection of the project, with its checks and permissions, can be changed by the person or group "group-1", who has "Administer" and "Use".',
      ],
    },
    "users of all connections": {
      entities: [connectionRole({ roles: known(["User"]), principal: unknown("urn:group") })],
      says: [
        'low keepers: Every service connection of the project can be put into pipelines by a person or group that cannot be seen, who has "User".',
      ],
    },
    "a role that cannot be seen": {
      entities: [connectionRole({ roles: secret, principal: known("group-1") })],
      says: [
        'medium? keepers: It cannot be judged what the person or group "group-1" may do with every service connection of the project: the role is marked secret.',
      ],
    },
  },
  passes: {
    "readers of all connections": { entities: [connectionRole({ roles: known(["Reader"]) })] },
    "administrators of one connection": {
      entities: [payments, connectionRole({ connection: to(payments), roles: known(["Administrator"]) })],
    },
  },
};
