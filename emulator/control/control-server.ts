import { createServer, type Server } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { createControlApp } from "./control-app";
import type { Control } from "./control";

/** The control API as a plain HTTP server. */
export function createControlServer(control: Control): Server {
  const app = createControlApp(control);
  const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false });
  return createServer((incoming, outgoing) => void listener(incoming, outgoing));
}
