import { directoryPermission, identity, known, secret, to, toOther } from "../../../support/model-builders";
import type { RuleCases } from "../rule-cases";

const deploy = identity("deploy");

export const dangerousDirectoryPermissionCases: RuleCases = {
  finds: {
    "a permission by its ID": {
      entities: [
        deploy,
        directoryPermission(to(deploy), { permission: known("1BFEFB4E-e0b5-418b-a88f-73c46d2cc8e9") }),
      ],
      says: [
        'critical permission: Application "deploy" has the permission "Application.ReadWrite.All": it can add credentials to any application and then act as it.',
      ],
    },
    "a directory role": {
      entities: [
        directoryPermission(toOther("d41c"), {
          kind: "directoryRole",
          permission: known("fe930be7-5e62-47db-91af-98c3a49a38b1"),
        }),
      ],
      says: [
        'high permission: The identity with the ID "d41c" has the directory role "User Administrator": it manages users and groups, passwords included.',
      ],
    },
    "delegated permissions among others": {
      entities: [
        deploy,
        directoryPermission(to(deploy), {
          kind: "delegated",
          permission: known("openid Group.ReadWrite.All Directory.ReadWrite.All"),
        }),
      ],
      says: [
        'medium permission: Application "deploy" has the permission "Group.ReadWrite.All": it can put itself into groups and so get what they have, as far as the user who is signed in may.',
        'medium permission: Application "deploy" has the permission "Directory.ReadWrite.All": it changes users, groups and their members, as far as the user who is signed in may.',
      ],
    },
  },
  passes: {
    "a permission for owned applications only": {
      entities: [
        deploy,
        directoryPermission(to(deploy), { permission: known("18a4783c-866b-4cc7-a460-3d5e5662c884") }),
      ],
    },
    "a role that only reads": {
      entities: [
        deploy,
        directoryPermission(to(deploy), {
          kind: "directoryRole",
          permission: known("f2ef992c-3afb-46b9-b7cf-a126ee74c451"),
        }),
      ],
    },
    "a member of a group": {
      entities: [deploy, directoryPermission(to(deploy), { kind: "groupMembership", permission: known("group") })],
    },
    "a permission that cannot be seen, which has a rule of its own": {
      entities: [deploy, directoryPermission(to(deploy), { permission: secret })],
    },
  },
};
