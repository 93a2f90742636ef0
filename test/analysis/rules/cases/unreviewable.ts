import {
  absent,
  builtIn,
  connection,
  customRole,
  directoryPermission,
  identity,
  known,
  pipelinePermission,
  roleAssignment,
  secret,
  to,
  unknown,
  unreadable,
} from "../../../support/model-builders";
import type { RuleCases } from "../rule-cases";

const deploy = identity("deploy");
const payments = connection("payments", to(deploy));
const group = "urn:pulumi:dev::payments::azure-native:resources:ResourceGroup::payments";

export const unreviewableCases: RuleCases = {
  finds: {
    "a scope that is secret": {
      entities: [deploy, roleAssignment(to(deploy), { scope: secret })],
      says: [
        'medium? role: Nobody can review this yet: application "deploy" gets the role "Reader" in a scope that cannot be seen, but its scope is marked secret.',
      ],
    },
    "a scope that is no scope, and one of unknown parts": {
      entities: [
        deploy,
        roleAssignment(to(deploy), { urn: "a::a", scope: known("payments") }),
        roleAssignment(to(deploy), { urn: "a::b", scope: unknown("urn:x", "urn:y") }),
      ],
      says: [
        'medium? a: Nobody can review this yet: application "deploy" gets the role "Reader" in a scope that cannot be seen, but its scope is no scope that Keyless understands.',
        'medium? b: Nobody can review this yet: application "deploy" gets the role "Reader" in a scope that cannot be seen, but its scope is not known before the deployment.',
      ],
    },
    "a role that is not known, for somebody who is not": {
      entities: [roleAssignment({ to: "unknown", from: [] }, { role: { kind: "unknown", from: [group] } })],
      says: [
        'medium? role: Nobody can review this yet: somebody gets a role in the resource group "payments", but who gets the role is not known before the deployment, and the role is not known before the deployment.',
      ],
    },
    "a role that facts do not know, and one that is not listed": {
      entities: [
        deploy,
        roleAssignment(to(deploy), { urn: "a::a", role: builtIn("00000000-0000-4000-8000-000000000000") }),
        roleAssignment(to(deploy), { urn: "a::b", role: { kind: "declared", urn: "urn:gone" } }),
        roleAssignment(to(deploy), { urn: "a::c", role: { kind: "unreadable" } }),
      ],
      says: [
        'medium? a: Nobody can review this yet: application "deploy" gets the role "00000000-0000-4000-8000-000000000000" in the resource group "payments", but the role is not one that Keyless knows.',
        'medium? b: Nobody can review this yet: application "deploy" gets the custom role "urn:gone" in the resource group "payments", but the definition of the role is not listed.',
        'medium? c: Nobody can review this yet: application "deploy" gets a role in the resource group "payments", but the role is written in a way that cannot be read.',
      ],
    },
    "actions of a custom role": {
      entities: [customRole("writer", { actions: secret, dataActions: unreadable })],
      says: [
        'medium? writer: Nobody can review this yet: the custom role "writer" is made, but a list of its actions is marked secret, and a list of its actions is written in a way that cannot be read.',
      ],
    },
    "a pipeline that is secret, and a connection that cannot be read": {
      entities: [
        payments,
        pipelinePermission(to(payments), { urn: "a::a", pipeline: secret }),
        pipelinePermission({ to: "unreadable" }, { urn: "a::b" }),
      ],
      says: [
        'medium? a: Nobody can review this yet: a pipeline may use service connection "payments", but the pipeline is marked secret.',
        "medium? b: Nobody can review this yet: a pipeline may use a service connection that cannot be read, but the connection is written in a way that cannot be read.",
      ],
    },
    "a permission in the directory": {
      entities: [directoryPermission({ to: "secret" }, { permission: unknown() })],
      says: [
        "medium? permission: Nobody can review this yet: somebody gets a permission in the directory, but who gets it is marked secret, and the permission is not known before the deployment.",
      ],
    },
  },
  passes: {
    "a scope that is made here": { entities: [deploy, roleAssignment(to(deploy), { scope: unknown(group) })] },
    "a group that is made here": {
      entities: [
        roleAssignment({ to: "unknown", from: ["urn:pulumi:dev::payments::azuread:index/group:Group::team"] }),
      ],
    },
    "a pipeline that is made here": {
      entities: [payments, pipelinePermission(to(payments), { pipeline: unknown("urn:build") })],
    },
    "all pipelines, which has a rule of its own": {
      entities: [payments, pipelinePermission(to(payments), { pipeline: absent, allPipelines: true })],
    },
    "an owner, and a role whose actions are written": {
      entities: [customRole("reader"), directoryPermission(to(deploy), { kind: "owner" })],
    },
  },
};
