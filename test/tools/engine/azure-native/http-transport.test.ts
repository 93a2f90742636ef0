import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { createNetworkTransport } from "../../../../tools/engine/azure-native/http-transport";
import { createRetryingTransport } from "../../../../tools/engine/azure-native/retrying-transport";

const saved = { ...process.env };
const servers: Server[] = [];

beforeEach(() => {
  for (const name of ["HTTP_PROXY", "http_proxy", "NO_PROXY", "no_proxy"]) Reflect.deleteProperty(process.env, name);
});

afterEach(() => {
  process.env = { ...saved };
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function listen(server: Server): Promise<string> {
  servers.push(server);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return `http://127.0.0.1:${portOf(server)}`;
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === "string") throw new Error("not listening on a port");
  return address.port;
}

const echo: RequestListener = (request, response) => {
  response.setHeader("X-Method", request.method ?? "");
  response.setHeader("X-Test", request.headers["x-test"] ?? "");
  request.pipe(response);
};

describe("the transport to the outside", () => {
  it("sends method, headers and body, and reads status, headers in lower case and body", async () => {
    const url = await listen(createServer(echo));
    const send = createNetworkTransport();
    const answer = await send({ method: "PUT", url, headers: { "x-test": "1" }, body: "text" });
    expect(answer).toMatchObject({ status: 200, body: "text", headers: { "x-method": "PUT", "x-test": "1" } });
  });

  it("goes through the proxy that the environment names", async () => {
    const target = await listen(createServer(echo));
    const proxy = createServer();
    const asked: (string | undefined)[] = [];
    proxy.on("connect", (request, socket) => {
      asked.push(request.url);
      const upstream = connect(Number(new URL(target).port), "127.0.0.1", () => {
        socket.write("HTTP/1.1 200 Connection Established\r\n\r\n");
        upstream.pipe(socket).pipe(upstream);
      });
      socket.on("error", () => upstream.destroy());
      upstream.on("error", () => socket.destroy());
    });
    process.env["HTTP_PROXY"] = await listen(proxy);
    const answer = await createNetworkTransport()({ method: "GET", url: "http://management.example/a", headers: {} });
    expect(answer.status).toBe(200);
    expect(asked).toEqual(["management.example:80"]);
  });

  it("a connection that breaks is one that is tried again, an unreachable host is not", async () => {
    let count = 0;
    const url = await listen(
      createServer((request, response) => {
        count += 1;
        if (count === 1) request.socket.resetAndDestroy();
        else echo(request, response);
      }),
    );
    const retry = { retryDelays: [1], pause: () => Promise.resolve() };
    const send = createRetryingTransport(createNetworkTransport(), retry);
    expect((await send({ method: "GET", url, headers: {} })).status).toBe(200);
    expect(count).toBe(2);

    const closed = createServer();
    const closedUrl = await listen(closed);
    closed.close();
    await once(closed, "close");
    await expect(send({ method: "GET", url: closedUrl, headers: {} })).rejects.toThrow("ECONNREFUSED");
  });

  it("stops when the signal says so", async () => {
    const controller = new AbortController();
    const url = await listen(
      createServer(() => {
        controller.abort(new Error("operation canceled"));
      }),
    );
    const attempt = createNetworkTransport()({ method: "GET", url, headers: {}, signal: controller.signal });
    await expect(attempt).rejects.toThrow("operation canceled");
  });
});
