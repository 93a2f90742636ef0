import { createServer, type Server } from "node:https";
import { getRequestListener } from "@hono/node-server";
import { findHost } from "../hosts";
import type { CertificateAuthority } from "./certificate-authority";

/** What answers a request: the request, and the means to break its connection. */
export type RequestHandler = (request: Request, connection: Connection) => Promise<Response>;

export interface Connection {
  /** Breaks the connection without an answer. */
  reset(): void;
}

/**
 * Longer than any client keeps an idle connection (Go: 90 s). Were it shorter, as Node's own 5 s, a client would now and
 * then send a request into a connection that is being closed, and not send it again.
 */
const keepAliveMs = 120_000;

/** The one HTTPS listener for all public host names: certificate by the name that the client asks for (SNI). */
export function createHttpsListener(authority: CertificateAuthority, handle: RequestHandler): Server {
  const listener = getRequestListener(
    (request, { incoming }) =>
      handle(request, {
        reset: () => {
          incoming.socket.destroy();
        },
      }),
    { overrideGlobalObjects: false },
  );
  const server = createServer({
    minVersion: "TLSv1.2",
    SNICallback: (name, done) => {
      if (findHost(name) === undefined) {
        done(new Error(`no certificate for ${name}`));
        return;
      }
      authority.findContext(name.toLowerCase()).then(
        (context) => {
          done(null, context);
        },
        (error: unknown) => {
          done(error instanceof Error ? error : new Error(String(error)));
        },
      );
    },
  });
  server.keepAliveTimeout = keepAliveMs;
  server.on("request", (incoming, outgoing) => void listener(incoming, outgoing));
  // A client that does not trust the certificate, or gives up, is the client's affair.
  server.on("tlsClientError", (_error, socket) => socket.destroy());
  return server;
}
