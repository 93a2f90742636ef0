import { randomUUID } from "node:crypto";
import { clouds, type CloudName } from "../../../facts/clouds";
import { createCore, type Core } from "../../../emulator/core";
import type { PlatformSeed, SeedOptions } from "../../../emulator/seed";
import type { ServicePrincipal } from "../../../emulator/state/entities";
import { collectionNames, type Store } from "../../../emulator/state/store";
import { formatAccessTokenIssuer } from "../../../emulator/services/login/issuers";

/** An answer, read whole. */
export interface Answer {
  status: number;
  /** The JSON body, undefined for an empty one. */
  body: unknown;
  headers: Headers;
}

export interface RequestOptions {
  /** Who calls. Default: the deployer of the seed. */
  as?: Identity;
  /** The whole Authorization header instead of a signed token; `null` for none. */
  authorization?: string | null;
  body?: unknown;
}

/** What a token says about its bearer. */
export interface Identity {
  principalId: string;
  clientId: string;
  tenantId: string;
  roles?: readonly string[];
}

/**
 * An emulator in this process with a seeded platform: requests go through its server, without network. Making its keys
 * takes longer than any request, so that a file of tests makes one and resets it before each test.
 */
export interface CloudHarness {
  /** Puts the store back to how the seed left it. Time goes on. */
  reset: () => void;
  core: Core;
  store: Store;
  platform: PlatformSeed;
  graph: (method: string, path: string, options?: RequestOptions) => Promise<Answer>;
  arm: (method: string, path: string, options?: RequestOptions) => Promise<Answer>;
  /** Adds a service principal without any right and returns its identity. */
  addPrincipal: (roles?: readonly string[]) => Identity;
  /** Gives a principal a role, past every check. */
  assignRole: (assignment: { principalId: string; roleId: string; scope: string; condition?: string }) => void;
  signToken: (identity: Identity, audience: string) => Promise<string>;
}

export function createCloudHarness(options: SeedOptions = {}): CloudHarness {
  const core = createCore({ newId: randomUUID });
  const platform = core.control.seed(options);
  const { store } = core;
  const seeded = store.snapshot();
  const cloud: CloudName = platform.cloud;
  const signToken = (identity: Identity, audience: string): Promise<string> => {
    const { principalId, clientId, tenantId, roles } = identity;
    const claims = { aud: audience, oid: principalId, sub: principalId, appid: clientId, tid: tenantId };
    return core.tokens.sign(formatAccessTokenIssuer(cloud, tenantId), { ...claims, ...(roles && { roles }) }, 3600);
  };
  const deployer: Identity = { ...platform.deployer, roles: ["Application.ReadWrite.OwnedBy"] };
  const createSender =
    (host: string, audience: string) =>
    async (method: string, path: string, requestOptions: RequestOptions = {}): Promise<Answer> => {
      const { as = deployer, body } = requestOptions;
      const { authorization = `Bearer ${await signToken(as, audience)}` } = requestOptions;
      const request = new Request(`https://${host}${path}`, {
        method,
        headers: {
          ...(authorization === null ? {} : { authorization }),
          ...(body === undefined ? {} : { "content-type": "application/json" }),
        },
        ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
      });
      return readAnswer(await core.server.fetch(request));
    };
  return {
    reset: () => {
      store.restore(seeded);
      for (const name of collectionNames) store.setDelays(name, {});
    },
    core,
    store,
    platform,
    signToken,
    graph: createSender(clouds[cloud].graphHost, `https://${clouds[cloud].graphHost}`),
    arm: createSender(clouds[cloud].resourceManagerHost, clouds[cloud].resourceManagerAudience),
    addPrincipal: (roles) => ({ ...addPrincipal(store, platform.tenant.tenantId), ...(roles && { roles }) }),
    assignRole: ({ principalId, roleId, scope, condition }) => {
      const name = randomUUID();
      store.roleAssignments.insert({
        id: `${scope}/providers/Microsoft.Authorization/roleAssignments/${name}`,
        name,
        scope,
        roleDefinitionId: roleId,
        principalId,
        principalType: "ServicePrincipal",
        ...(condition === undefined ? {} : { condition, conditionVersion: "2.0" }),
        createdBy: "the test",
        createdOn: new Date(store.clock.now()).toISOString(),
      });
    },
  };
}

function addPrincipal(store: Store, tenantId: string): Identity {
  const principal: ServicePrincipal = store.servicePrincipals.insert({
    objectId: randomUUID(),
    clientId: randomUUID(),
    tenantId,
    displayName: "somebody",
    kind: "Application",
    ownerIds: [],
    properties: {},
  });
  return { principalId: principal.objectId, clientId: principal.clientId, tenantId };
}

async function readAnswer(response: Response): Promise<Answer> {
  const text = await response.text();
  return { status: response.status, body: text === "" ? undefined : JSON.parse(text), headers: response.headers };
}
