import { ArmClient } from "../../../../tools/engine/azure-native/arm-client";
import { ArmError, isGone, parseArmError } from "../../../../tools/engine/azure-native/arm-error";
import { accessToken, AzureDouble, respond, respondError } from "./azure-double";

const id = "/subscriptions/1/resourceGroups/a/providers/Microsoft.ManagedIdentity/userAssignedIdentities/b";
const call = { id, apiVersion: "2023-01-31", signal: new AbortController().signal };
const nowhere = { status: 202, headers: {}, body: "" };

function start(endpoint = "https://management.azure.com") {
  const azure = new AzureDouble();
  const waits: number[] = [];
  const client = new ArmClient({
    endpoint,
    getToken: () => Promise.resolve(accessToken),
    transport: azure.transport,
    waits: { retryDelays: [], updatePolling: 10_000, deletePolling: 30_000 },
    pause: (milliseconds) => {
      waits.push(milliseconds);
      return Promise.resolve();
    },
  });
  return { azure, client, waits };
}

describe("the client of Azure Resource Manager", () => {
  it("sends body, version and token", async () => {
    const { azure, client } = start();
    await client.put(call, { location: "westeurope" });
    expect(azure.requests[0]).toMatchObject({
      method: "PUT",
      url: `https://management.azure.com${id}?api-version=2023-01-31`,
      body: '{"location":"westeurope"}',
      headers: {
        authorization: `Bearer ${accessToken}`,
        "content-type": "application/json; charset=utf-8",
        "user-agent": "keyless-azure-native-stand-in",
      },
    });
  });

  it("never sends a token without TLS", async () => {
    const { azure, client } = start("http://127.0.0.1:1");
    await expect(client.get(call)).rejects.toThrow(
      "authenticated requests are not permitted for non TLS protected (https) endpoints",
    );
    expect(azure.requests).toEqual([]);
  });

  it("fails with status, code and message", async () => {
    const { azure, client } = start();
    azure.interceptOnce("PUT", respondError(400, "PrincipalNotFound", "Principal x does not exist."));
    await expect(client.put(call, {})).rejects.toThrow(
      new ArmError(400, "PrincipalNotFound", "Principal x does not exist."),
    );
    await expect(client.get(call)).rejects.toThrow('Status=404 Code="ResourceNotFound" Message="It failed."');
  });

  it("refuses to create what exists, and says why it cannot tell", async () => {
    const { azure, client } = start();
    await client.checkAbsent(call);
    await client.put(call, {});
    await expect(client.checkAbsent(call)).rejects.toThrow(`cannot create already existing resource '${id}'`);
    azure.interceptOnce("GET", { status: 403, headers: {}, body: "no" });
    await expect(client.checkAbsent(call)).rejects.toThrow(
      `cannot check existence of resource '${id}': status code 403, no`,
    );
  });

  it("takes what is gone for deleted", async () => {
    const { azure, client } = start();
    azure.interceptOnce("DELETE", respondError(404, "ResourceGroupNotFound"));
    await client.delete(call);
    await client.delete(call);
    expect(azure.journal).toEqual([`DELETE ${id}`, `DELETE ${id}`]);
  });

  it("follows a deletion that goes on, and waits as asked or else 30 s", async () => {
    const { azure, client, waits } = start();
    const location = "https://management.azure.com/operations/1?api-version=2024-03-01";
    azure.interceptOnce("DELETE", { ...nowhere, headers: { location, "retry-after": "5" } });
    azure.interceptOnce(
      "GET",
      nowhere,
      { ...nowhere, headers: { location, "retry-after": "3" } },
      { ...nowhere, status: 200 },
    );
    await client.delete(call);
    expect(waits).toEqual([5000, 30_000, 3000]);
    expect(azure.requests.at(-1)?.url).toBe(location);
  });

  it("follows a creation that goes on, by a path alone, then reads the resource", async () => {
    const { azure, client } = start();
    azure.resources.set(id.toLowerCase(), { name: "b" });
    azure.interceptOnce("PUT", { ...nowhere, headers: { location: "/operations/1" } });
    azure.interceptOnce("GET", respond(200, { status: "Succeeded" }));
    expect(await client.put(call, {})).toEqual({ name: "b" });
    expect(azure.requests[1]?.url).toBe("https://management.azure.com/operations/1?api-version=2023-01-31");
  });

  it("fails with an operation that fails", async () => {
    const { azure, client } = start();
    azure.interceptOnce("PUT", { ...nowhere, headers: { "azure-asyncoperation": "/operations/1" } });
    azure.interceptOnce("GET", respond(200, { status: "Failed", error: { code: "Broken", message: "No." } }));
    await expect(client.put(call, {})).rejects.toThrow('Status=200 Code="Broken" Message="No."');
  });
});

describe("an error of Azure", () => {
  it.each([
    [
      respond(400, { error: { code: "A", message: "b" } }, { "x-ms-error-code": "C" }),
      'Status=400 Code="C" Message="b"',
    ],
    [respond(400, { error: { code: "A" } }), 'Status=400 Code="A" Message="{"error":{"code":"A"}}"'],
    [{ status: 502, headers: {}, body: "<html>" }, 'Status=502 Message="<html>"'],
  ])("%j", (response, message) => {
    expect(parseArmError(response).message).toBe(message);
  });

  it("says whether the resource is gone", () => {
    expect(isGone(new ArmError(404, "ResourceNotFound", ""))).toBe(true);
    expect(isGone(new ArmError(403, "SubscriptionNotFound", ""))).toBe(true);
    expect(isGone(new ArmError(403, "AuthorizationFailed", ""))).toBe(false);
    expect(isGone(new Error("404"))).toBe(false);
  });
});
