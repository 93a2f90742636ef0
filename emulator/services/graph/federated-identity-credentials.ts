import { z } from "zod";
import type { Application, FederatedIdentityCredential } from "../../state/entities";
import { createUnbuiltError } from "../../wire/unbuilt";
import { WireError } from "../../wire/wire-error";
import { formatContext, listAnswer, selectedAnswer, withContext } from "./answers";
import { checkUnchanged, readApplication, readChangeableApplication } from "./applications";
import { checkMayRead } from "./graph-caller";
import { createBadRequest, createNotFound } from "./graph-error";
import { type GraphObject, selectProperties } from "./graph-object";
import { defineGraphRoute, type GraphCall, type GraphRoute, type GraphState } from "./graph-route";
import { answerList } from "./list-query";

const mostCredentials = 20;
const longText = z.string().min(1).max(600);
const name = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{2,119}$/, "must be 3 to 120 letters, digits, - and _");

const properties = {
  "@odata.type": z.string().optional(),
  id: z.string().nullish(),
  description: z.string().max(600).nullish(),
  // Flexible credentials trust by an expression. They exist in beta only and not for Azure DevOps.
  claimsMatchingExpression: z.unknown().optional(),
};

const credentialToCreate = z.strictObject({
  ...properties,
  name,
  issuer: longText,
  subject: longText.nullish(),
  audiences: z.array(longText).length(1),
});

const credentialChanges = z.strictObject({
  ...properties,
  name: name.nullish(),
  issuer: longText.optional(),
  subject: longText.optional(),
  audiences: z.array(longText).length(1).optional(),
});

const credentialAnswer = z.strictObject({
  "@odata.context": z.url().optional(),
  id: z.guid(),
  name,
  issuer: longText,
  subject: longText,
  audiences: z.array(longText).length(1),
  description: z.string().nullable(),
});

function listCredentials({ store }: GraphState, application: Application): FederatedIdentityCredential[] {
  return store.federatedIdentityCredentials.seenBy("graph", (row) => row.parentId === application.objectId);
}

/** Finds a credential by its id or by its name, which Graph takes as an alternate key in the same place. */
function readCredential(state: GraphState, application: Application, idOrName: string): FederatedIdentityCredential {
  const found = listCredentials(state, application).find(
    (row) => row.credentialId === idOrName || row.name === idOrName,
  );
  if (found === undefined) throw createNotFound(idOrName);
  return found;
}

function createCredential(
  state: GraphState,
  application: Application,
  body: z.infer<typeof credentialToCreate>,
): FederatedIdentityCredential {
  const { issuer, audiences, description } = body;
  checkNoExpression(body.claimsMatchingExpression);
  if (body.subject == null) throw createBadRequest("Property 'subject' is required.");
  const credential: FederatedIdentityCredential = {
    credentialId: state.newId(),
    parentId: application.objectId,
    parentKind: "application",
    name: body.name,
    issuer,
    subject: body.subject,
    audiences,
    ...(description == null ? {} : { description }),
  };
  checkIsNew(state, credential);
  return state.store.federatedIdentityCredentials.insert(credential);
}

function updateCredential(
  state: GraphState,
  credential: FederatedIdentityCredential,
  body: z.infer<typeof credentialChanges>,
): void {
  checkNoExpression(body.claimsMatchingExpression);
  checkUnchanged("id", body.id, credential.credentialId);
  checkUnchanged("name", body.name, credential.name);
  const { issuer = credential.issuer, subject = credential.subject, audiences = credential.audiences } = body;
  const { description: earlier, ...rest } = credential;
  const description = body.description === undefined ? earlier : body.description;
  const changed = { ...rest, issuer, subject, audiences, ...(description == null ? {} : { description }) };
  checkTrustsNobodyTwice(state, changed);
  state.store.federatedIdentityCredentials.update(changed);
}

function checkNoExpression(expression: unknown): void {
  if (expression != null)
    throw createUnbuiltError("a flexible federated identity credential (claimsMatchingExpression)");
}

function checkIsNew(state: GraphState, credential: FederatedIdentityCredential): void {
  const others = listSiblings(state, credential);
  if (others.some((row) => row.name.toLowerCase() === credential.name.toLowerCase())) {
    throw new WireError(
      409,
      "Request_MultipleObjectsWithSameKeyValue",
      `FederatedIdentityCredential with name ${credential.name} already exists.`,
    );
  }
  checkTrustsNobodyTwice(state, credential);
  // Guessed: the limit is documented, the code and text of its error are not.
  if (others.length >= mostCredentials) {
    throw createBadRequest(`An application has at most ${mostCredentials} federated identity credentials.`);
  }
}

function checkTrustsNobodyTwice(state: GraphState, credential: FederatedIdentityCredential): void {
  const { issuer, subject } = credential;
  if (listSiblings(state, credential).some((row) => row.issuer === issuer && row.subject === subject)) {
    throw new WireError(
      400,
      "InvalidFederatedIdentityCredentialValue",
      "The combination of issuer and subject must be unique on the application.",
    );
  }
}

function listSiblings(
  { store }: GraphState,
  { parentId, credentialId }: FederatedIdentityCredential,
): FederatedIdentityCredential[] {
  return store.federatedIdentityCredentials.list(
    (row) => row.parentId === parentId && row.credentialId !== credentialId,
  );
}

function renderCredential(credential: FederatedIdentityCredential): GraphObject {
  const { credentialId, name: credentialName, issuer, subject, audiences, description = null } = credential;
  return { id: credentialId, name: credentialName, issuer, subject, audiences, description };
}

function formatEntitySet({ objectId }: Application): string {
  return `applications('${objectId}')/federatedIdentityCredentials`;
}

/** The credential that the path names, for a change: it must be there, not only be shown still. */
function readChangeable(call: GraphCall): FederatedIdentityCredential {
  const application = readChangeableApplication(call, call.caller, call.key);
  const credential = readCredential(call, application, call.params["credential"] ?? "");
  if (call.store.federatedIdentityCredentials.get(credential.credentialId) === undefined) {
    throw createNotFound(credential.credentialId);
  }
  return credential;
}

const collection = "/applications/:key/federatedIdentityCredentials";

export const federatedIdentityCredentialRoutes: readonly GraphRoute[] = [
  defineGraphRoute({
    method: "POST",
    path: collection,
    status: 201,
    request: credentialToCreate,
    response: credentialAnswer,
    run: (call) => {
      const application = readChangeableApplication(call, call.caller, call.key);
      const credential = createCredential(call, application, call.body);
      return withContext(call, formatEntitySet(application), renderCredential(credential));
    },
  }),
  defineGraphRoute({
    method: "GET",
    path: collection,
    status: 200,
    response: listAnswer(selectedAnswer(credentialAnswer)),
    run: (call) => {
      checkMayRead(call.caller);
      const application = readApplication(call, call.caller, call.key);
      const context = formatContext(call, formatEntitySet(application));
      return answerList(call.url, context, listCredentials(call, application).map(renderCredential));
    },
  }),
  defineGraphRoute({
    method: "GET",
    path: `${collection}/:credential`,
    status: 200,
    response: selectedAnswer(credentialAnswer),
    run: (call) => {
      checkMayRead(call.caller);
      const application = readApplication(call, call.caller, call.key);
      const credential = renderCredential(readCredential(call, application, call.params["credential"] ?? ""));
      return selectProperties(call.url, withContext(call, formatEntitySet(application), credential));
    },
  }),
  defineGraphRoute({
    method: "PATCH",
    path: `${collection}/:credential`,
    status: 204,
    request: credentialChanges,
    response: null,
    run: (call) => {
      updateCredential(call, readChangeable(call), call.body);
    },
  }),
  defineGraphRoute({
    method: "DELETE",
    path: `${collection}/:credential`,
    status: 204,
    response: null,
    run: (call) => {
      call.store.federatedIdentityCredentials.remove(readChangeable(call).credentialId);
    },
  }),
];
