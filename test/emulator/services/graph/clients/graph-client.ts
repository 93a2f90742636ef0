// Uses the vendor's client of Microsoft Graph as a program would, and says what each step gave.
import { text } from "node:stream/consumers";
import { Client, GraphError, PageIterator } from "@microsoft/microsoft-graph-client";
import { EnvHttpProxyAgent, fetch as fetchByUndici, setGlobalDispatcher } from "undici";

/** What the test tells this script. */
export interface GraphClientInput {
  token: string;
  strangerToken: string;
  callerId: string;
}

interface Entity {
  id: string;
  appId: string;
}

const trust = { issuer: "https://issuer.example", subject: "one", audiences: ["api://AzureADTokenExchange"] };

// The client uses the global fetch, and the one of Node.js 20 knows nothing of proxies.
setGlobalDispatcher(new EnvHttpProxyAgent());
Object.assign(globalThis, { fetch: fetchByUndici });

function createClient(token: string): Client {
  return Client.init({
    authProvider: (done) => {
      done(null, token);
    },
  });
}

/** The result of a step, or the vendor's status and code. */
async function attempt(step: Promise<unknown>): Promise<unknown> {
  try {
    return await step;
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    return { statusCode: error.statusCode, code: error.code };
  }
}

async function useApplication(
  client: Client,
  { callerId }: GraphClientInput,
): Promise<{ application: Entity; owners: unknown }> {
  const reference = `https://graph.microsoft.com/v1.0/directoryObjects/${callerId}`;
  const body = { displayName: "shop", signInAudience: "AzureADMyOrg", "owners@odata.bind": [reference] };
  const application = (await client.api("/applications").post(body)) as Entity;
  await client.api(`/applications/${application.id}`).patch({ displayName: "shop two" });
  const { value: owners } = (await client.api(`/applications(appId='${application.appId}')/owners`).get()) as {
    value: unknown;
  };
  return { application, owners };
}

async function listNames(client: Client): Promise<string[]> {
  const names: string[] = [];
  const first = (await client.api("/applications").top(1).select("displayName").get()) as { value: unknown[] };
  const iterator = new PageIterator(client, first, (item: { displayName: string }) => {
    names.push(item.displayName);
    return true;
  });
  await iterator.iterate();
  return names;
}

async function main(): Promise<void> {
  const input = JSON.parse(await text(process.stdin)) as GraphClientInput;
  const client = createClient(input.token);
  const stranger = createClient(input.strangerToken);
  const { application, owners } = await useApplication(client, input);
  const { id, appId } = application;
  const principal = (await client.api("/servicePrincipals").post({ appId })) as Entity;
  const credentials = client.api(`/applications/${id}/federatedIdentityCredentials`);
  const credential = (await credentials.post({ name: "main", ...trust })) as Entity;
  const result = {
    owners,
    names: await listNames(client),
    found: (await client.api("/servicePrincipals").filter(`appId eq '${appId}'`).select("id").get()) as unknown,
    principalId: principal.id,
    sameName: await attempt(credentials.post({ name: "main", ...trust, subject: "two" })),
    sameTrust: await attempt(credentials.post({ name: "second", ...trust })),
    samePrincipal: await attempt(client.api("/servicePrincipals").post({ appId })),
    readByName: (await client.api(`/applications/${id}/federatedIdentityCredentials/main`).get()) as unknown,
    credentialId: credential.id,
    strangerReads: ((await stranger.api(`/applications/${id}`).get()) as { displayName: string }).displayName,
    strangerWrites: await attempt(stranger.api(`/applications/${id}`).patch({ displayName: "mine" })),
    deleted: await attempt(client.api(`/applications/${id}`).delete()),
    gone: await attempt(client.api(`/applications/${id}`).get()),
    principalGone: await attempt(client.api(`/servicePrincipals/${principal.id}`).get()),
  };
  process.stdout.write(JSON.stringify(result));
}

void main();
