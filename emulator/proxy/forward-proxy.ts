import { createServer, type IncomingMessage, type Server } from "node:http";
import { connect } from "node:net";
import type { Duplex } from "node:stream";
import { findHost } from "../hosts";

export interface ForwardProxyOptions {
  /** Where the emulator's own HTTPS listener listens on loopback; the only place this proxy ever connects to. */
  listenerPort: () => number;
  /** Called for each request that is not let through. */
  onRefused: (refusal: Refusal) => void;
}

/** A request that the proxy did not let through. */
export interface Refusal {
  method: string;
  host: string;
  status: 403 | 405;
}

/**
 * A forward proxy that knows one destination. It accepts `CONNECT` to port 443 of the host names that the emulator answers
 * for and pipes the connection to the emulator; everything else is refused, so that no client started under it can ever
 * reach a real cloud.
 */
export function createForwardProxy(options: ForwardProxyOptions): Server {
  const server = createServer((request, response) => {
    options.onRefused({ method: request.method ?? "", host: request.headers.host ?? "", status: 405 });
    response.writeHead(405, { allow: "CONNECT", "content-type": "text/plain" });
    response.end("This proxy only knows CONNECT.\n");
  });
  server.on("connect", (request, socket, head) => {
    openTunnel({ request, socket, head }, options);
  });
  return server;
}

interface ConnectRequest {
  request: IncomingMessage;
  socket: Duplex;
  head: Buffer;
}

function openTunnel({ request, socket, head }: ConnectRequest, options: ForwardProxyOptions): void {
  const target = request.url ?? "";
  const [, host = "", port] = /^([^:]+):(\d+)$/.exec(target) ?? [];
  socket.on("error", () => socket.destroy());
  if (port !== "443" || findHost(host) === undefined) {
    options.onRefused({ method: "CONNECT", host: target, status: 403 });
    const text = `The emulator does not answer for ${target}.\n`;
    socket.end(
      `HTTP/1.1 403 Forbidden\r\nContent-Type: text/plain\r\nContent-Length: ${Buffer.byteLength(text)}\r\nConnection: close\r\n\r\n${text}`,
    );
    return;
  }
  const upstream = connect(options.listenerPort(), "127.0.0.1", () => {
    socket.write("HTTP/1.1 200 Connection Established\r\n\r\n");
    upstream.write(head);
    upstream.pipe(socket);
    socket.pipe(upstream);
  });
  upstream.on("error", () => socket.destroy());
  upstream.on("close", () => socket.destroy());
  socket.on("close", () => upstream.destroy());
}
