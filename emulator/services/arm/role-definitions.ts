import { z } from "zod";
import { isGuid } from "../../../facts/guid";
import type { RoleDefinition } from "../../state/entities";
import type { RouteAnswer } from "../../wire/route";
import { WireError } from "../../wire/wire-error";
import { createInvalidRequest } from "./arm-error";
import { listAnswer, parseFilter, type FilterTerm } from "./arm-list";
import { type Access, type ArmCall, type ArmRequest, type ArmRoute, defineArmRoute } from "./arm-route";
import { isAtOrBelow, readSubscriptionId } from "./arm-scope";
import { checkAccess } from "./authorization";
import { findRoleDefinition, listRoleDefinitions } from "./role-catalog";

const type = "Microsoft.Authorization/roleDefinitions";
const actionList = z.array(z.string());

const definitionToWrite = z.looseObject({
  properties: z.looseObject({
    roleName: z.string().min(1).max(512),
    type: z.enum(["CustomRole", "customRole"]).optional(),
    permissions: z
      .array(
        z.looseObject({
          actions: actionList.default([]),
          notActions: actionList.default([]),
          dataActions: actionList.default([]),
          notDataActions: actionList.default([]),
        }),
      )
      .min(1),
    assignableScopes: z.array(z.string().startsWith("/")).min(1),
  }),
});

const definitionAnswer = z.strictObject({
  id: z.string(),
  name: z.guid(),
  type: z.literal(type),
  properties: z.strictObject({
    roleName: z.string(),
    type: z.enum(["BuiltInRole", "CustomRole"]),
    assignableScopes: z.array(z.string()).min(1),
    permissions: z.array(
      z.strictObject({
        actions: actionList,
        notActions: actionList,
        dataActions: actionList,
        notDataActions: actionList,
      }),
    ),
  }),
});

/** The id of a role definition as answers at a scope give it: below the subscription, or below the tenant. */
export function formatRoleDefinitionId(scope: string, guid: string): string {
  const subscriptionId = readSubscriptionId(scope);
  const place = subscriptionId === undefined ? "" : `/subscriptions/${subscriptionId}`;
  return `${place}/providers/${type}/${guid}`;
}

/** An unknown role, named as the vendor names it: without dashes. */
export function createRoleNotFound(status: 400 | 404, guid: string): WireError {
  const id = guid.replaceAll("-", "");
  return new WireError(
    status,
    "RoleDefinitionDoesNotExist",
    `The specified role definition with ID '${id}' does not exist.`,
  );
}

function readRoleDefinition({ store, params }: ArmRequest): RoleDefinition {
  const guid = params["definition"] ?? "";
  const definition = findRoleDefinition(store, guid);
  if (definition === undefined) throw createRoleNotFound(404, guid);
  return definition;
}

function listAtScope({ store, scope, query }: ArmRequest): RouteAnswer {
  const terms = parseFilter(query["$filter"]);
  if (terms === undefined) throw createUnreadFilter(query["$filter"] ?? "");
  const below = terms.some(({ name }) => /^atScopeAndBelow$/i.test(name));
  const isAssignable = ({ assignableScopes }: RoleDefinition): boolean =>
    assignableScopes.some(
      (assignable) => isAtOrBelow(store, scope, assignable) || (below && isAtOrBelow(store, assignable, scope)),
    );
  const value = listRoleDefinitions(store)
    .filter((definition) => isAssignable(definition) && terms.every((term) => matchesTerm(definition, term)))
    .map((definition) => renderDefinition(scope, definition));
  return { status: 200, body: { value } };
}

function matchesTerm(definition: RoleDefinition, { name, value = "" }: FilterTerm): boolean {
  switch (name.toLowerCase()) {
    case "rolename":
      return definition.roleName.toLowerCase() === value.toLowerCase();
    case "type":
      return definition.type.toLowerCase() === value.toLowerCase();
    case "atscopeandbelow":
      return true;
    default:
      throw createUnreadFilter(name);
  }
}

function createUnreadFilter(filter: string): WireError {
  return new WireError(400, "InvalidFilter", `The filter '${filter}' is not one that the emulator reads.`);
}

function writeRoleDefinition(call: ArmCall<z.infer<typeof definitionToWrite>>): RouteAnswer {
  const { store, scope, caller, params, body } = call;
  const guid = (params["definition"] ?? "").toLowerCase();
  if (!isGuid(guid)) throw createInvalidRequest(`The role definition ID '${guid}' is not valid. It must be a GUID.`);
  const { roleName, permissions, assignableScopes } = body.properties;
  for (const assignable of assignableScopes) {
    checkAccess(store, caller, { action: `${type}/write`, scope: assignable });
  }
  const existing = findRoleDefinition(store, guid);
  if (existing?.type === "BuiltInRole")
    throw createInvalidRequest(`The built-in role '${existing.roleName}' cannot be changed.`);
  checkNameIsFree(call, { guid, roleName });
  const definition: RoleDefinition = {
    roleDefinitionId: guid,
    roleName,
    type: "CustomRole",
    assignableScopes,
    permissions: permissions.map(({ actions, notActions, dataActions, notDataActions }) => ({
      actions,
      notActions,
      dataActions,
      notDataActions,
    })),
  };
  if (existing === undefined) store.roleDefinitions.insert(definition);
  else store.roleDefinitions.update(definition);
  return { status: 201, body: renderDefinition(scope, definition) };
}

function checkNameIsFree({ store }: ArmCall, { guid, roleName }: { guid: string; roleName: string }): void {
  const taken = listRoleDefinitions(store).some(
    (row) => row.roleDefinitionId !== guid && row.roleName.toLowerCase() === roleName.toLowerCase(),
  );
  if (!taken) return;
  throw new WireError(
    409,
    "RoleDefinitionWithSameNameExists",
    `A custom role with the same name already exists in this directory. Use a different name.`,
  );
}

function deleteRoleDefinition({ store, scope, params }: ArmCall): RouteAnswer {
  const guid = (params["definition"] ?? "").toLowerCase();
  const definition = store.roleDefinitions.get(guid);
  if (definition === undefined) {
    if (findRoleDefinition(store, guid) !== undefined) throw createInvalidRequest("A built-in role cannot be deleted.");
    return { status: 204 };
  }
  const inUse = store.roleAssignments.list(({ roleDefinitionId }) => roleDefinitionId.toLowerCase().endsWith(guid));
  if (inUse.length > 0) {
    throw new WireError(
      400,
      "RoleDefinitionHasAssignments",
      "There are existing role assignments referencing role (code: RoleDefinitionHasAssignments).",
    );
  }
  store.roleDefinitions.remove(guid);
  return { status: 200, body: renderDefinition(scope, definition) };
}

function renderDefinition(scope: string, definition: RoleDefinition): z.infer<typeof definitionAnswer> {
  const { roleDefinitionId, roleName, assignableScopes, permissions } = definition;
  return {
    id: formatRoleDefinitionId(scope, roleDefinitionId),
    name: roleDefinitionId,
    type,
    properties: { roleName, type: definition.type, assignableScopes, permissions },
  };
}

function needs(verb: "read" | "write" | "delete"): (request: ArmRequest) => Access {
  return ({ scope }) => ({ action: `${type}/${verb}`, scope });
}

const readOne = (call: ArmCall): RouteAnswer => ({
  status: 200,
  body: renderDefinition(call.scope, readRoleDefinition(call)),
});

const path = `/:scope{.+}/providers/${type}/:definition`;

export const roleDefinitionRoutes: readonly ArmRoute[] = [
  // Observed: the tenant's own list and the built-in roles in it are open to every principal that has signed in.
  defineArmRoute({
    method: "GET",
    path: `/providers/${type}`,
    responses: { 200: listAnswer(definitionAnswer) },
    run: listAtScope,
  }),
  defineArmRoute({
    method: "GET",
    path: `/providers/${type}/:definition`,
    responses: { 200: definitionAnswer },
    run: readOne,
  }),
  defineArmRoute({
    method: "GET",
    path: `/:scope{.+}/providers/${type}`,
    needs: needs("read"),
    responses: { 200: listAnswer(definitionAnswer) },
    run: listAtScope,
  }),
  defineArmRoute({
    method: "GET",
    path,
    needs: needs("read"),
    responses: { 200: definitionAnswer },
    run: readOne,
  }),
  defineArmRoute({
    method: "PUT",
    path,
    needs: needs("write"),
    request: definitionToWrite,
    responses: { 201: definitionAnswer },
    run: writeRoleDefinition,
  }),
  defineArmRoute({
    method: "DELETE",
    path,
    needs: needs("delete"),
    responses: { 200: definitionAnswer, 204: null },
    run: deleteRoleDefinition,
  }),
];
