import { setTimeout as delay } from "node:timers/promises";
import { z } from "zod";
import type { FederatedIdentityCredential, ManagedIdentity } from "../../state/entities";
import type { Store } from "../../state/store";
import type { RouteAnswer } from "../../wire/route";
import { createUnbuiltError } from "../../wire/unbuilt";
import { WireError } from "../../wire/wire-error";
import { createParentNotFound, createResourceNotFound } from "./arm-error";
import { listAnswer } from "./arm-list";
import { type Access, type ArmCall, type ArmRequest, type ArmRoute, defineArmRoute } from "./arm-route";
import { formatIdentity, readManagedIdentity } from "./managed-identities";

const type = "Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials";
const mostCredentials = 20;

const credentialToWrite = z.looseObject({
  properties: z.looseObject({
    issuer: z.string().min(1).max(600),
    subject: z.string().min(1).max(600).nullish(),
    audiences: z.array(z.string().min(1).max(600)).length(1),
    // Flexible credentials exist in preview versions only, and not for Azure DevOps.
    claimsMatchingExpression: z.unknown().optional(),
  }),
});

const credentialAnswer = z.strictObject({
  id: z.string(),
  name: z.string(),
  type: z.literal(type),
  properties: z.strictObject({
    issuer: z.string(),
    subject: z.string(),
    audiences: z.array(z.string()).length(1),
  }),
});

type Wanted = Pick<FederatedIdentityCredential, "name" | "issuer" | "subject" | "audiences">;

async function writeCredential(call: ArmCall<z.infer<typeof credentialToWrite>>): Promise<RouteAnswer> {
  const wanted = readWanted(call);
  return writeAlone(call, readParent(call), () => {
    const { store } = call;
    // Read again: the identity may be gone by the time that the write comes through.
    const identity = readParent(call);
    checkPrincipalIsVisible(store, identity);
    const existing = findCredential(store, identity, wanted.name);
    checkTrustsNobodyTwice(store, identity, wanted);
    if (existing !== undefined) {
      const changed = store.federatedIdentityCredentials.update({ ...existing, ...wanted, name: existing.name });
      return { status: 200, body: renderCredential(identity, changed) };
    }
    checkNotTooMany(store, identity);
    const created = store.federatedIdentityCredentials.insert({
      credentialId: call.newId(),
      parentId: identity.id,
      parentKind: "managedIdentity",
      ...wanted,
    });
    return { status: 201, body: renderCredential(identity, created) };
  });
}

function readWanted({ params, body }: ArmCall<z.infer<typeof credentialToWrite>>): Wanted {
  const { issuer, subject, audiences, claimsMatchingExpression } = body.properties;
  if (claimsMatchingExpression != null) {
    throw createUnbuiltError("a flexible federated identity credential (claimsMatchingExpression)");
  }
  if (subject == null) throw createBadRequest("The subject of a federated identity credential must not be empty.");
  const name = params["credential"] ?? "";
  if (!/^[a-zA-Z0-9][a-zA-Z0-9_-]{2,119}$/.test(name)) {
    throw createBadRequest(
      `The federated identity credential name '${name}' must be 3 to 120 letters, digits, - and _, and start with a letter or digit.`,
    );
  }
  return { name, issuer, subject, audiences };
}

/**
 * Takes the time that a write takes, and refuses a second one under the same identity while it runs.
 *
 * Observed for creating and for deleting; documented as "concurrent creation is not supported".
 */
async function writeAlone(call: ArmCall, { id }: ManagedIdentity, write: () => RouteAnswer): Promise<RouteAnswer> {
  const key = id.toLowerCase();
  if (call.credentialWrites.has(key)) {
    throw new WireError(
      409,
      "ConcurrentFederatedIdentityCredentialsWritesForSingleManagedIdentity",
      `Too many Federated Identity Credentials are written concurrently for the managed identity '${key}'. Concurrent Federated Identity Credentials writes under the same managed identity are not supported.`,
    );
  }
  call.credentialWrites.add(key);
  try {
    await delay(call.settings.credentialWriteMs);
    return write();
  } finally {
    call.credentialWrites.delete(key);
  }
}

function readParent(call: ArmRequest): ManagedIdentity {
  const identity = call.store.managedIdentities.get(formatIdentity(call.params));
  if (identity === undefined) throw createParentNotFound(type, formatIdentity(call.params));
  return identity;
}

// Guessed: code and text. Observed is that a write right after the identity was made may answer 404 until the directory
// shows its service principal everywhere.
function checkPrincipalIsVisible(store: Store, { principalId }: ManagedIdentity): void {
  if (store.servicePrincipals.seenBy("arm", (row) => row.objectId === principalId).length > 0) return;
  throw new WireError(
    404,
    "NotFound",
    `Resource '${principalId}' does not exist or one of its queried reference-property objects are not present.`,
  );
}

function checkTrustsNobodyTwice(store: Store, identity: ManagedIdentity, { name, issuer, subject }: Wanted): void {
  const twin = listCredentials(store, identity).find(
    (row) => row.issuer === issuer && row.subject === subject && !hasName(row, name),
  );
  if (twin === undefined) return;
  throw createBadRequest(
    `Issuer and subject combination already exists for this Managed Identity: issuer '${issuer}', subject '${subject}'.`,
  );
}

function checkNotTooMany(store: Store, identity: ManagedIdentity): void {
  if (listCredentials(store, identity).length < mostCredentials) return;
  throw createBadRequest(
    `Too many Federated Identity Credentials are created for this Managed Identity: the limit is ${mostCredentials}.`,
  );
}

// The rules are documented; which code stands beside the 400 is not.
function createBadRequest(message: string): WireError {
  return new WireError(400, "BadRequest", message);
}

function listCredentials(store: Store, { id }: ManagedIdentity): FederatedIdentityCredential[] {
  return store.federatedIdentityCredentials.list((row) => row.parentId === id);
}

function findCredential(
  store: Store,
  identity: ManagedIdentity,
  name: string,
): FederatedIdentityCredential | undefined {
  return listCredentials(store, identity).find((row) => hasName(row, name));
}

function hasName(row: FederatedIdentityCredential, name: string): boolean {
  return row.name.toLowerCase() === name.toLowerCase();
}

function renderCredential(
  identity: ManagedIdentity,
  row: FederatedIdentityCredential,
): z.infer<typeof credentialAnswer> {
  const { name, issuer, subject, audiences } = row;
  const id = `${identity.id}/federatedIdentityCredentials/${name}`;
  return { id, name, type, properties: { issuer, subject, audiences } };
}

async function deleteCredential(call: ArmCall): Promise<RouteAnswer> {
  const { store, params } = call;
  const identity = store.managedIdentities.get(formatIdentity(params));
  const credential = identity && findCredential(store, identity, params["credential"] ?? "");
  if (identity === undefined || credential === undefined) return { status: 204 };
  return writeAlone(call, identity, () => {
    store.federatedIdentityCredentials.remove(credential.credentialId);
    return { status: 200 };
  });
}

function needs(verb: "read" | "write" | "delete"): (request: ArmRequest) => Access {
  return ({ params }) => {
    const name = params["credential"];
    const collection = `${formatIdentity(params)}/federatedIdentityCredentials`;
    return { action: `${type}/${verb}`, scope: name === undefined ? formatIdentity(params) : `${collection}/${name}` };
  };
}

const collection =
  "/subscriptions/:subscription/resourceGroups/:group/providers/Microsoft.ManagedIdentity/userAssignedIdentities/:identity/federatedIdentityCredentials";
const path = `${collection}/:credential`;

export const managedIdentityCredentialRoutes: readonly ArmRoute[] = [
  defineArmRoute({
    method: "GET",
    path: collection,
    needs: needs("read"),
    responses: { 200: listAnswer(credentialAnswer) },
    run: (call) => {
      const identity = readManagedIdentity(call);
      const value = listCredentials(call.store, identity).map((row) => renderCredential(identity, row));
      return { status: 200, body: { value } };
    },
  }),
  defineArmRoute({
    method: "GET",
    path,
    needs: needs("read"),
    responses: { 200: credentialAnswer },
    run: (call) => {
      const identity = readManagedIdentity(call);
      const name = call.params["credential"] ?? "";
      const credential = findCredential(call.store, identity, name);
      if (credential === undefined) throw createResourceNotFound(`${identity.id}/federatedIdentityCredentials/${name}`);
      return { status: 200, body: renderCredential(identity, credential) };
    },
  }),
  defineArmRoute({
    method: "PUT",
    path,
    needs: needs("write"),
    request: credentialToWrite,
    responses: { 200: credentialAnswer, 201: credentialAnswer },
    run: writeCredential,
  }),
  defineArmRoute({
    method: "DELETE",
    path,
    needs: needs("delete"),
    responses: { 200: null, 204: null },
    run: deleteCredential,
  }),
];
