// A relying party that is not Azure: it trusts one service connection by issuer, subject and audience, all three.
// Asks for the job's token as a step would, and says what the relying party makes of it, as one line of JSON.
import { createRemoteJWKSet, customFetch, jwtVerify } from "jose";
import { EnvHttpProxyAgent, fetch } from "undici";
import { z } from "zod";
import type { Verdict } from "./reports";

const variablesSchema = z.object({
  SYSTEM_OIDCREQUESTURI: z.url(),
  SYSTEM_ACCESSTOKEN: z.string(),
  AZURESUBSCRIPTION_SERVICE_CONNECTION_ID: z.string(),
  TRUSTED_ISSUER: z.url(),
  TRUSTED_SUBJECT: z.string(),
  TRUSTED_AUDIENCE: z.string(),
});

const dispatcher = new EnvHttpProxyAgent();

async function fetchJson(url: string, headers: Record<string, string> = {}, method = "GET"): Promise<unknown> {
  const response = await fetch(url, { method, headers, dispatcher });
  return response.json();
}

async function verify(token: string, trusted: { issuer: string; subject: string; audience: string }): Promise<Verdict> {
  const discovery = await fetchJson(`${trusted.issuer}/.well-known/openid-configuration`);
  const { jwks_uri: keysUrl } = z.object({ jwks_uri: z.url() }).parse(discovery);
  const keys = createRemoteJWKSet(new URL(keysUrl), {
    [customFetch]: async (url) => Response.json(await fetchJson(url)),
  });
  try {
    const { payload } = await jwtVerify(token, keys, { ...trusted, algorithms: ["RS256"] });
    return { accepted: true, because: payload.sub ?? "" };
  } catch (error) {
    return { accepted: false, because: error instanceof Error ? error.message : String(error) };
  }
}

async function askAndVerify(): Promise<Verdict> {
  const variables = variablesSchema.parse(process.env);
  const query = `api-version=7.1&serviceConnectionId=${variables.AZURESUBSCRIPTION_SERVICE_CONNECTION_ID}`;
  const authorization = `Bearer ${variables.SYSTEM_ACCESSTOKEN}`;
  const answer = await fetchJson(`${variables.SYSTEM_OIDCREQUESTURI}?${query}`, { authorization }, "POST");
  const { oidcToken } = z.object({ oidcToken: z.string() }).parse(answer);
  return verify(oidcToken, {
    issuer: variables.TRUSTED_ISSUER,
    subject: variables.TRUSTED_SUBJECT,
    audience: variables.TRUSTED_AUDIENCE,
  });
}

askAndVerify().then(
  (verdict) => {
    console.log(JSON.stringify(verdict));
  },
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
