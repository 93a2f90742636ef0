import { readdir, readFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { request as sendRequest } from "node:http";
import { connect as connectPlain, type Socket } from "node:net";
import { dirname, join } from "node:path";
import { connect as connectTls } from "node:tls";
import { startEmulator, type Emulator } from "../../../emulator/start-emulator";

let emulator: Emulator;
let ca: string;

beforeEach(async () => {
  emulator = await startEmulator();
  ca = await readFile(emulator.caFile, "utf8");
});

afterEach(async () => {
  await emulator.stop();
});

interface Tunnel {
  status: number | undefined;
  socket: Socket;
}

/** Asks the proxy for a tunnel, as every client behind a proxy does. */
function openTunnel(target: string): Promise<Tunnel> {
  return new Promise((resolve, reject) => {
    const connecting = sendRequest(emulator.proxyUrl, { method: "CONNECT", path: target });
    connecting.once("connect", (response, socket) => {
      resolve({ status: response.statusCode, socket });
    });
    connecting.once("error", reject).end();
  });
}

/** One request through a tunnel: the whole answer as text, and the name on the certificate. */
async function ask(host: string, { trust = ca, path = "/" } = {}): Promise<{ text: string; subject: string }> {
  const { socket } = await openTunnel(`${host}:443`);
  return new Promise((resolve, reject) => {
    const tls = connectTls({ socket, servername: host, ca: trust, minVersion: "TLSv1.2" }, () => {
      tls.write(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
    });
    let text = "";
    let subject = "";
    tls.once("secureConnect", () => (subject = String(tls.getPeerCertificate().subject.CN)));
    tls.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
    tls.once("close", () => {
      resolve({ text, subject });
    });
    tls.once("error", reject);
  });
}

test.each([
  "login.microsoftonline.com",
  "login.partner.microsoftonline.cn",
  "graph.microsoft.us",
  "management.azure.com",
  "dev.azure.com",
  "vstoken.dev.azure.com",
  "contoso.visualstudio.com",
])("answers as %s with a certificate for that name", async (host) => {
  const { text, subject } = await ask(host);
  expect(subject).toBe(host);
  expect(text).toMatch(/^HTTP\/1\.1 [345]\d\d /);
  expect(emulator.control.listRequests()).toMatchObject([{ host, method: "GET", path: "/" }]);
});

test("a client that does not trust this emulator's CA does not talk to it", async () => {
  const another = await startEmulator();
  const trust = await readFile(another.caFile, "utf8");
  await another.stop();
  await expect(ask("dev.azure.com", { trust })).rejects.toThrow(/certificate/);
  expect(emulator.control.listRequests()).toEqual([]);
});

test.each(["example.com:443", "dev.azure.com:80", "dev.azure.com", "127.0.0.1:443", "[::1]:443"])(
  "%s is refused and never reached",
  async (target) => {
    const { status, socket } = await openTunnel(target);
    socket.destroy();
    expect(status).toBe(403);
    expect(emulator.control.listRequests()).toMatchObject([
      { service: "proxy", method: "CONNECT", host: target, status: 403 },
    ]);
  },
);

test("a request without a tunnel is refused", async () => {
  const status = await new Promise((resolve, reject) => {
    sendRequest(emulator.proxyUrl, { path: "http://dev.azure.com/contoso" }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .once("error", reject)
      .end();
  });
  expect(status).toBe(405);
  expect(emulator.control.listRequests()).toMatchObject([{ service: "proxy", status: 405 }]);
});

test("another host inside the connection than outside is misdirected", async () => {
  const { socket } = await openTunnel("dev.azure.com:443");
  const text = await new Promise<string>((resolve, reject) => {
    const tls = connectTls({ socket, servername: "dev.azure.com", ca }, () => {
      tls.write("GET / HTTP/1.1\r\nHost: example.com\r\nConnection: close\r\n\r\n");
    });
    let answer = "";
    tls.setEncoding("utf8").on("data", (chunk: string) => (answer += chunk));
    tls.once("end", () => {
      resolve(answer);
    });
    tls.once("error", reject);
  });
  expect(text).toMatch(/^HTTP\/1\.1 421 /);
});

test("a fault that resets the connection leaves the client without an answer", async () => {
  emulator.control.addFault({ reset: true });
  const { text } = await ask("dev.azure.com").catch((error: unknown) => ({ text: String(error) }));
  expect(text).not.toContain("HTTP/1.1");
  expect(emulator.control.listRequests()).toMatchObject([{ status: 0 }]);
});

test("stopping ends open connections, frees the ports and removes the CA", async () => {
  const { socket } = await openTunnel("dev.azure.com:443");
  const closed = new Promise<void>((resolve) => {
    socket.once("close", () => {
      resolve();
    });
  });
  socket.on("error", () => undefined).resume();
  const { port } = new URL(emulator.proxyUrl);
  await emulator.stop();
  await closed;
  expect(existsSync(emulator.caFile)).toBe(false);
  const refused = new Promise((resolve) => {
    connectPlain(Number(port), "127.0.0.1").once("error", resolve);
  });
  await expect(refused).resolves.toMatchObject({ code: "ECONNREFUSED" });
  emulator = await startEmulator();
});

test("a port that is taken is told, and nothing stays open", async () => {
  const proxyPort = Number(new URL(emulator.proxyUrl).port);
  const folder = join(dirname(emulator.caFile), "another");
  await expect(startEmulator({ proxyPort, folder })).rejects.toMatchObject({ code: "EADDRINUSE" });
  expect(await readdir(folder)).toEqual([]);
});
