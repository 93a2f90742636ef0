import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EntraCredential } from "../../../../tools/engine/azure-native/entra-credential";
import type { HttpRequest, HttpResponse } from "../../../../tools/engine/azure-native/http-transport";
import type { AssertionSource } from "../../../../tools/engine/azure-native/provider-config";
import { respond } from "./azure-double";

const scope = "https://management.azure.com/.default";

function start(assertion: AssertionSource, answer?: HttpResponse) {
  const requests: HttpRequest[] = [];
  const clock = { now: 0 };
  const credential = new EntraCredential({
    signIn: { tenantId: "tenant", clientId: "client", assertion },
    loginEndpoint: "https://login.example",
    transport: (request) => {
      requests.push(request);
      if (request.method === "GET") return Promise.resolve(answer ?? respond(200, { value: "github-assertion" }));
      return Promise.resolve(
        answer ?? respond(200, { access_token: `token ${requests.length}`, expires_in: 3600, token_type: "Bearer" }),
      );
    },
    signal: new AbortController().signal,
    now: () => clock.now,
  });
  return { credential, requests, clock };
}

describe("the sign-in", () => {
  it("sends the assertion and no secret", async () => {
    const { credential, requests } = start({ kind: "token", token: "assertion" });
    expect(await credential.getToken(scope)).toBe("token 1");
    expect(requests[0]?.url).toBe("https://login.example/tenant/oauth2/v2.0/token");
    expect(Object.fromEntries(new URLSearchParams(requests[0]?.body))).toEqual({
      client_id: "client",
      grant_type: "client_credentials",
      scope,
      client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
      client_assertion: "assertion",
    });
  });

  it("keeps a token until five minutes before its end, one for each scope", async () => {
    const { credential, clock } = start({ kind: "token", token: "assertion" });
    expect(await credential.getToken(scope)).toBe("token 1");
    clock.now = 3_299_999;
    expect(await credential.getToken(scope)).toBe("token 1");
    expect(await credential.getToken("https://graph.example/.default")).toBe("token 2");
    clock.now = 3_300_000;
    expect(await credential.getToken(scope)).toBe("token 3");
  });

  it("asks once for many requests at the same time", async () => {
    const { credential, requests } = start({ kind: "token", token: "assertion" });
    await Promise.all([credential.getToken(scope), credential.getToken(scope)]);
    expect(requests).toHaveLength(1);
  });

  it("reads the assertion from a file", async () => {
    const folder = await mkdtemp(join(tmpdir(), "assertion-"));
    const path = join(folder, "token");
    await writeFile(path, "from-file\n");
    const { credential, requests } = start({ kind: "file", path });
    await credential.getToken(scope);
    await rm(folder, { recursive: true });
    expect(new URLSearchParams(requests[0]?.body).get("client_assertion")).toBe("from-file");
  });

  it("asks for the assertion as GitHub Actions answers", async () => {
    const url = "https://actions.example/token?api-version=2.0";
    const { credential, requests } = start({ kind: "request", url, token: "bearer", audience: "api://exchange" });
    await credential.getToken(scope);
    expect(requests[0]?.url).toBe(`${url}&audience=api%3A%2F%2Fexchange`);
    expect(requests[0]?.headers["authorization"]).toBe("Bearer bearer");
    expect(new URLSearchParams(requests[1]?.body).get("client_assertion")).toBe("github-assertion");
  });

  it("fails with Entra's own words, shows no assertion, and tries afresh the next time", async () => {
    const refusal = {
      error: "invalid_client",
      error_description: "AADSTS700213: No matching federated identity record.",
    };
    const { credential, requests } = start({ kind: "token", token: "s3cret-assertion" }, respond(401, refusal));
    const attempt = credential.getToken(scope);
    await expect(attempt).rejects.toThrow(
      'ClientAssertionCredential authentication failed: Status=401 Code="invalid_client" Message="AADSTS700213: No matching federated identity record."',
    );
    await expect(attempt).rejects.not.toThrow("s3cret-assertion");
    await expect(credential.getToken(scope)).rejects.toThrow("AADSTS700213");
    expect(requests).toHaveLength(2);
  });

  it("fails when the request for the assertion does", async () => {
    const source = { kind: "request", url: "https://a.example", token: "b", audience: "c" } as const;
    const { credential } = start(source, { status: 403, headers: {}, body: "forbidden" });
    await expect(credential.getToken(scope)).rejects.toThrow("GitHub OIDC: 403 with response: forbidden");
  });
});
