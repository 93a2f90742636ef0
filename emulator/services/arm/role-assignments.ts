import { z } from "zod";
import type { RoleAssignment } from "../../state/entities";
import type { RouteAnswer } from "../../wire/route";
import { WireError } from "../../wire/wire-error";
import { createResourceGroupNotFound, createResourceNotFound } from "./arm-error";
import { type FilterTerm, listAnswer, parseFilter } from "./arm-list";
import { type Access, type ArmCall, type ArmRequest, type ArmRoute, defineArmRoute } from "./arm-route";
import { isAtOrBelow, readResourceGroupId } from "./arm-scope";
import type { RoleAssignmentAttributes } from "./condition";
import { checkIsNew, checkIsUpdate, checkPrincipal, checkRole, checkWanted } from "./role-assignment-checks";
import { readRoleGuid } from "./role-catalog";
import { formatRoleDefinitionId } from "./role-definitions";

const type = "Microsoft.Authorization/roleAssignments";
const principalType = z.enum(["User", "Group", "ServicePrincipal", "ForeignGroup", "Device"]);

const assignmentToWrite = z.looseObject({
  properties: z.looseObject({
    roleDefinitionId: z.string().min(1),
    principalId: z.string().min(1),
    principalType: principalType.nullish(),
    condition: z.string().nullish(),
    conditionVersion: z.string().nullish(),
    description: z.string().nullish(),
    delegatedManagedIdentityResourceId: z.string().nullish(),
  }),
});

const assignmentAnswer = z.strictObject({
  id: z.string(),
  name: z.guid(),
  type: z.literal(type),
  properties: z.strictObject({
    roleDefinitionId: z.string().regex(/\/providers\/Microsoft\.Authorization\/roleDefinitions\/[0-9a-f-]{36}$/),
    principalId: z.guid(),
    principalType,
    scope: z.string().startsWith("/"),
    condition: z.string().nullable(),
    conditionVersion: z.literal("2.0").nullable(),
    description: z.string().nullable(),
    createdOn: z.iso.datetime(),
    updatedOn: z.iso.datetime(),
    createdBy: z.string(),
    updatedBy: z.string(),
  }),
});

function formatAssignment(scope: string, name: string): string {
  return `${scope === "/" ? "" : scope}/providers/${type}/${name}`;
}

function findAssignment({ store, scope, params }: ArmRequest): RoleAssignment | undefined {
  return store.roleAssignments.get(formatAssignment(scope, params["assignment"] ?? ""));
}

function readAssignment(call: ArmRequest): RoleAssignment {
  const assignment = findAssignment(call);
  if (assignment !== undefined) return assignment;
  const name = call.params["assignment"] ?? "";
  throw new WireError(404, "RoleAssignmentNotFound", `The role assignment '${name}' is not found.`);
}

function writeAssignment(call: ArmCall<z.infer<typeof assignmentToWrite>>): RouteAnswer {
  const { store, scope, caller, body } = call;
  const name = (call.params["assignment"] ?? "").toLowerCase();
  const wanted = body.properties;
  checkWanted(name, wanted);
  checkScopeExists(call);
  checkRole(store, scope, wanted.roleDefinitionId);
  const { principalId, condition, conditionVersion, description } = wanted;
  const identity = { scope, roleDefinitionId: wanted.roleDefinitionId, principalId };
  // A name is taken in the whole tenant, whatever the scope.
  const [existing] = store.roleAssignments.list((row) => row.name.toLowerCase() === name);
  if (existing !== undefined) checkIsUpdate(existing, identity);
  const checkedType = checkPrincipal(store, {
    ...wanted,
    principalType: wanted.principalType,
    tenantId: caller.tenantId,
  });
  const written = {
    ...(description == null ? {} : { description }),
    ...(condition == null || conditionVersion == null ? {} : { condition, conditionVersion }),
  };
  if (existing !== undefined) {
    const kept = { ...existing };
    for (const property of changeable) Reflect.deleteProperty(kept, property);
    return { status: 200, body: renderAssignment(store.roleAssignments.update({ ...kept, ...written })) };
  }
  checkIsNew(store, { ...identity, condition });
  const created = store.roleAssignments.insert({
    id: formatAssignment(scope, name),
    name,
    scope,
    roleDefinitionId: formatRoleDefinitionId(scope, readRoleGuid(wanted.roleDefinitionId)),
    principalId,
    principalType: checkedType,
    ...written,
    createdBy: caller.principalId,
    createdOn: new Date(store.clock.now()).toISOString(),
  });
  return { status: 201, body: renderAssignment(created) };
}

const changeable = ["description", "condition", "conditionVersion"] as const;

// A role can be assigned at a place that exists only; what lies in a resource is not looked for.
function checkScopeExists({ store, scope }: ArmRequest): void {
  const groupId = readResourceGroupId(scope);
  if (groupId === undefined) return;
  if (store.resourceGroups.get(groupId) === undefined) {
    throw createResourceGroupNotFound(groupId.slice(groupId.lastIndexOf("/") + 1));
  }
  const isResource = scope.length > groupId.length;
  if (isResource && store.resources.get(scope) === undefined && store.managedIdentities.get(scope) === undefined) {
    throw createResourceNotFound(scope);
  }
}

function renderAssignment(row: RoleAssignment): z.infer<typeof assignmentAnswer> {
  return {
    id: row.id,
    name: row.name,
    type,
    properties: {
      roleDefinitionId: formatRoleDefinitionId(row.scope, readRoleGuid(row.roleDefinitionId)),
      principalId: row.principalId,
      principalType: principalType.parse(row.principalType),
      scope: row.scope,
      condition: row.condition ?? null,
      conditionVersion: row.conditionVersion === undefined ? null : "2.0",
      description: row.description ?? null,
      createdOn: row.createdOn,
      updatedOn: row.createdOn,
      createdBy: row.createdBy,
      updatedBy: row.createdBy,
    },
  };
}

function listAssignments({ store, scope, query }: ArmRequest): RouteAnswer {
  const terms = parseFilter(query["$filter"]);
  if (terms === undefined) throw createUnreadFilter(query["$filter"] ?? "");
  const isHere = (row: RoleAssignment): boolean =>
    isAtOrBelow(store, scope, row.scope) ||
    (!terms.some(({ name }) => /^atScope$/i.test(name)) && isAtOrBelow(store, row.scope, scope));
  const value = store.roleAssignments
    .list((row) => isHere(row) && terms.every((term) => matchesTerm(row, term)))
    .map(renderAssignment);
  return { status: 200, body: { value } };
}

function matchesTerm(row: RoleAssignment, { name, value = "" }: FilterTerm): boolean {
  switch (name.toLowerCase()) {
    case "principalid":
    // There are no groups here through which a role could be assigned to somebody.
    case "assignedto":
      return row.principalId.toLowerCase() === value.toLowerCase();
    case "atscope":
      return true;
    default:
      throw createUnreadFilter(name);
  }
}

function createUnreadFilter(filter: string): WireError {
  return new WireError(400, "InvalidFilter", `The filter '${filter}' is not one that the emulator reads.`);
}

function readAttributes(json: unknown): RoleAssignmentAttributes {
  const attribute = z.string().optional().catch(undefined);
  const attributes = { roleDefinitionId: attribute, principalId: attribute, principalType: attribute };
  const body = z.object({ properties: z.object(attributes) }).safeParse(json);
  if (!body.success) return {};
  const { roleDefinitionId, principalId, principalType: declared } = body.data.properties;
  return {
    ...(roleDefinitionId !== undefined && { roleDefinitionId }),
    ...(principalId !== undefined && { principalId }),
    ...(declared !== undefined && { principalType: declared }),
  };
}

function needs(verb: "read" | "write" | "delete"): (request: ArmRequest, json: unknown) => Access {
  return (request, json) => {
    const { scope, params } = request;
    const name = params["assignment"];
    const existing = name === undefined ? undefined : findAssignment(request);
    return {
      action: `${type}/${verb}`,
      scope: name === undefined ? scope : formatAssignment(scope, name),
      request: readAttributes(json),
      ...(existing && { resource: existing }),
    };
  };
}

const collection = `/:scope{.+}/providers/${type}`;
const path = `${collection}/:assignment`;

export const roleAssignmentRoutes: readonly ArmRoute[] = [
  defineArmRoute({
    method: "GET",
    path: collection,
    needs: needs("read"),
    responses: { 200: listAnswer(assignmentAnswer) },
    run: listAssignments,
  }),
  defineArmRoute({
    method: "GET",
    path,
    needs: needs("read"),
    responses: { 200: assignmentAnswer },
    run: (call) => ({ status: 200, body: renderAssignment(readAssignment(call)) }),
  }),
  defineArmRoute({
    method: "PUT",
    path,
    needs: needs("write"),
    request: assignmentToWrite,
    responses: { 200: assignmentAnswer, 201: assignmentAnswer },
    run: writeAssignment,
  }),
  defineArmRoute({
    method: "DELETE",
    path,
    needs: needs("delete"),
    responses: { 200: assignmentAnswer, 204: null },
    run: (call) => {
      const assignment = findAssignment(call);
      if (assignment === undefined) return { status: 204 };
      call.store.roleAssignments.remove(assignment.id);
      return { status: 200, body: renderAssignment(assignment) };
    },
  }),
];
