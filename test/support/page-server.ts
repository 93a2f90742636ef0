import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** Serves one page to a browser, and remembers what it was asked for. */
export class PageServer {
  readonly requests: string[] = [];
  #page = "";
  readonly #server: Server = createServer((request, response) => {
    this.requests.push(request.url ?? "");
    const found = request.url === "/";
    response.writeHead(found ? 200 : 404, { "content-type": "text/html; charset=utf-8" }).end(found ? this.#page : "");
  });

  /** Starts on a free port of this machine. */
  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
  }

  /** Serves a page from now on, at the address that it returns. */
  serve(page: string): string {
    this.#page = page;
    this.requests.length = 0;
    const address = this.#server.address();
    if (!isAddress(address)) {
      throw new Error("The server has not started.");
    }
    return `http://127.0.0.1:${address.port}/`;
  }

  /** Ends it with its connections. */
  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

function isAddress(address: ReturnType<Server["address"]>): address is AddressInfo {
  return typeof address === "object" && address !== null;
}
