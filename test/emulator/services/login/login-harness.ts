import { randomUUID } from "node:crypto";
import type { JWTPayload } from "jose";
import { createCore, type Core } from "../../../../emulator/core";
import type { PlatformSeed, SeedOptions } from "../../../../emulator/seed";
import type { FederatedIdentityCredential } from "../../../../emulator/state/entities";

/** The `aud` of a pipeline token that Entra signed, as seen in public tokens. */
export const entraTokenAudience = "fb60f99c-7a34-4190-8149-302f77469936";

/** A token endpoint in this process, with a seeded platform behind it. */
export interface LoginHarness {
  core: Core;
  platform: PlatformSeed;
  /** The deploying identity's own credential. */
  credential: FederatedIdentityCredential;
  /** Puts everything back to where it was at first, except keys (which are slow to make) and time. */
  reset: () => void;
  /** Asks a login host. */
  get: (url: string) => Promise<TokenAnswer>;
  /** Signs a good assertion of the deploying identity, with some claims changed. */
  signAssertion: (changes?: AssertionChanges) => Promise<string>;
  /** Asks for a token with a good request, with some fields changed; `undefined` leaves a field out. */
  askForToken: (changes?: Record<string, string | undefined>, place?: Place) => Promise<TokenAnswer>;
}

export interface AssertionChanges {
  issuer?: string;
  claims?: JWTPayload;
  lifetimeSeconds?: number;
}

export interface Place {
  host?: string;
  tenantId?: string;
}

export interface TokenAnswer {
  status: number;
  body: Record<string, unknown>;
}

export function createLoginHarness(options: SeedOptions = {}): LoginHarness {
  const core = createCore({ newId: randomUUID });
  const platform = core.control.seed(options);
  const { deployer, tenant } = platform;
  const [credential] = core.store.federatedIdentityCredentials.list((one) => one.parentId === deployer.applicationId);
  if (credential === undefined) throw new Error("the seed made no credential");
  const send = async (url: string, init?: RequestInit): Promise<TokenAnswer> => {
    const response = await core.server.fetch(new Request(url, init));
    return { status: response.status, body: JSON.parse(await response.text()) as Record<string, unknown> };
  };
  const signAssertion: LoginHarness["signAssertion"] = ({
    issuer = deployer.issuer,
    claims = {},
    lifetimeSeconds = 600,
  } = {}) =>
    core.tokens.sign(
      issuer,
      {
        sub: deployer.subject,
        aud: deployer.subject.startsWith("/eid1") ? entraTokenAudience : deployer.audience,
        idtyp: "app",
        ...claims,
      },
      lifetimeSeconds,
    );
  const snapshot = core.control.snapshot();
  return {
    core,
    platform,
    credential,
    reset: () => {
      core.control.reset();
      core.control.restore(snapshot);
    },
    get: send,
    signAssertion,
    askForToken: async (changes = {}, { host = "login.microsoftonline.com", tenantId = tenant.tenantId } = {}) => {
      const fields = {
        grant_type: "client_credentials",
        client_id: deployer.clientId,
        scope: "https://management.azure.com/.default",
        client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
        client_assertion: "client_assertion" in changes ? undefined : await signAssertion(),
        ...changes,
      };
      const given = Object.entries(fields).filter((field): field is [string, string] => field[1] !== undefined);
      const body = new URLSearchParams(given);
      return send(`https://${host}/${tenantId}/oauth2/v2.0/token`, { method: "POST", body });
    },
  };
}
