import { setTimeout as delay } from "node:timers/promises";
import { Hono } from "hono";
import { findHost, type HostEntry } from "./hosts";
import type { Refusal } from "./proxy/forward-proxy";
import type { Connection } from "./proxy/https-listener";
import type { SigningAuthority } from "./services/login/signing-authority";
import type { Store } from "./state/store";
import { recordBody } from "./wire/body";
import { createFaultError } from "./wire/fault-answer";
import type { Fault, Faults, FaultTarget } from "./wire/faults";
import type { Holds } from "./wire/holds";
import { formatError } from "./wire/format-error";
import type { Journal, JournalCaller, JournalEntry } from "./wire/journal";
import { redactText } from "./wire/redact";
import type { Service, ServiceEnv, ServiceName } from "./wire/service";
import { createUnbuiltError } from "./wire/unbuilt";
import { WireError } from "./wire/wire-error";

export interface ServerParts {
  store: Store;
  tokens: SigningAuthority;
  journal: Journal;
  faults: Faults;
  holds: Holds;
  newId: () => string;
  services: readonly Service[];
  /** Called after each request that may have changed something. */
  onChange: () => void;
}

interface Exchange {
  entry: HostEntry;
  request: Request;
  url: URL;
  /** The request's body, read once; undefined where there is none. */
  text: string | undefined;
  /** What rules of faults and holds look at. */
  target: FaultTarget;
  fault: Fault | undefined;
}

type MountedEnv = ServiceEnv & { Bindings: ServiceEnv["Variables"] };
type MountedService = Hono<MountedEnv>;

/** Answers requests for the public host names: picks the service, applies faults, formats errors, keeps the journal. */
export class Server {
  readonly #mounted: ReadonlyMap<ServiceName, MountedService>;

  constructor(private readonly parts: ServerParts) {
    this.#mounted = new Map(parts.services.map((service) => [service.name, this.#mount(service)]));
  }

  async handle(request: Request, connection: Connection): Promise<Response> {
    const entry = findHost(new URL(request.url).hostname);
    // The proxy lets no such connection through; this one came straight to the port, or names another host than its TLS.
    if (entry === undefined) return new Response("The emulator does not answer for this host.\n", { status: 421 });
    const started = performance.now();
    const seq = this.parts.journal.nextSeq();
    const time = new Date(this.parts.store.clock.now()).toISOString();
    const exchange = await this.#open(request, entry);
    const response = await this.#answer(exchange);
    const error = response.status >= 400 ? await recordError(response) : undefined;
    this.parts.journal.add({
      seq,
      time,
      ...(await this.#describe(exchange)),
      status: exchange.fault?.reset === true ? 0 : response.status,
      ...(error && { error }),
      durationMs: Math.round(performance.now() - started),
    });
    if (!["GET", "HEAD", "OPTIONS"].includes(request.method)) this.parts.onChange();
    if (exchange.fault?.reset === true) connection.reset();
    return response;
  }

  /** Answers a request in this process. A connection that is to be reset fails as it does for a client. */
  async fetch(request: Request): Promise<Response> {
    let broken = false;
    const response = await this.handle(request, {
      reset: () => {
        broken = true;
      },
    });
    // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- set by the callback above
    if (broken) throw new TypeError("fetch failed", { cause: new Error("the connection was reset") });
    return response;
  }

  /** Keeps in the journal what the proxy did not let through. */
  recordRefusal({ method, host, status }: Refusal): void {
    const { journal, store } = this.parts;
    const time = new Date(store.clock.now()).toISOString();
    const nothing = { path: "", query: {}, durationMs: 0 };
    journal.add({ seq: journal.nextSeq(), time, service: "proxy", method, host, status, ...nothing });
  }

  async #open(request: Request, entry: HostEntry): Promise<Exchange> {
    const url = new URL(request.url);
    const text = request.body === null ? undefined : await request.text();
    const { service } = entry;
    const target = { service, method: request.method, pathAndQuery: url.pathname + url.search };
    return { entry, request, url, text, target, fault: this.parts.faults.strike(target) };
  }

  async #answer(exchange: Exchange): Promise<Response> {
    const { holds } = this.parts;
    await holds.pass("before", exchange.target);
    const response = await this.#answerUnlessSpoiled(exchange);
    await holds.pass("after", exchange.target);
    return response;
  }

  async #answerUnlessSpoiled(exchange: Exchange): Promise<Response> {
    const { fault, entry, request } = exchange;
    if (fault?.delayMs !== undefined) await delay(fault.delayMs);
    const { status } = fault ?? {};
    if (fault === undefined || (status === undefined && fault.reset !== true)) return this.#serve(exchange);
    if (fault.when === "after") await this.#serve(exchange);
    // Nobody gets to read the answer over a connection that is reset.
    if (status === undefined || fault.reset === true) return new Response(null, { status: 503 });
    const { retryAfterSeconds } = fault;
    const seconds = retryAfterSeconds === undefined ? {} : { retryAfterSeconds };
    return this.#format(request, entry.service, createFaultError(entry.service, { status, ...seconds }));
  }

  async #serve({ entry, request, url, text }: Exchange): Promise<Response> {
    const mounted = this.#mounted.get(entry.service);
    if (entry.unbuilt !== undefined || mounted === undefined) {
      const operation = `${request.method} ${url.pathname} at ${entry.unbuilt ?? `the ${entry.service} service`}`;
      return this.#format(request, entry.service, createUnbuiltError(operation));
    }
    const { method, headers } = request;
    const copy = new Request(url, { method, headers, ...(text === undefined ? {} : { body: text }) });
    return mounted.fetch(copy, { cloud: entry.cloud, origin: `https://${url.host}` });
  }

  #mount(service: Service): MountedService {
    // The service's own reading of paths (letter case, slashes) must hold for the host that carries it.
    const host = new Hono<MountedEnv>({ getPath: (request) => service.app.getPath(request) });
    host.use(async (context, next) => {
      context.set("cloud", context.env.cloud);
      context.set("origin", context.env.origin);
      await next();
    });
    host.route("/", service.app);
    host.notFound((context) => {
      const message = `The emulator knows no route ${context.req.method} ${context.req.path}.`;
      return this.#format(context.req.raw, service.name, new WireError(404, "UnknownRoute", message));
    });
    host.onError((error, context) => this.#format(context.req.raw, service.name, toWireError(error)));
    return host;
  }

  #format(request: Request, service: ServiceName, error: WireError): Response {
    const requestId = this.parts.newId();
    const correlationId =
      request.headers.get("client-request-id") ?? new URL(request.url).searchParams.get("client-request-id");
    return formatError(service, error, {
      requestId,
      correlationId: correlationId ?? requestId,
      now: this.parts.store.clock.now(),
    });
  }

  async #describe({
    entry,
    request,
    url,
    text,
    fault,
  }: Exchange): Promise<Omit<JournalEntry, "seq" | "time" | "status" | "durationMs">> {
    const caller = await this.#findCaller(request.headers.get("authorization") ?? undefined);
    const body = text === undefined ? undefined : recordBody(text, request.headers.get("content-type"));
    const query = Object.fromEntries([...url.searchParams].map(([key, value]) => [key, redactText(value)]));
    return {
      service: entry.service,
      method: request.method,
      host: url.host,
      path: url.pathname,
      query,
      ...(caller && { caller }),
      ...(body && { body }),
      ...(fault && { fault: fault.id }),
    };
  }

  async #findCaller(authorization: string | undefined): Promise<JournalCaller | undefined> {
    if (authorization === undefined) return undefined;
    const [job] = this.parts.store.pipelineJobs.list(({ accessToken }) => authorization === `Bearer ${accessToken}`);
    if (job !== undefined) return { kind: "job", jobId: job.jobId, pipelineId: job.pipelineId };
    const caller = await this.parts.tokens.findCaller(authorization);
    if (caller === undefined) return undefined;
    const { tenantId, principalId, clientId } = caller;
    return { kind: "principal", tenantId, principalId, clientId };
  }
}

function toWireError(error: unknown): WireError {
  if (error instanceof WireError) return error;
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return new WireError(500, "EmulatorError", `The emulator is wrong: ${message}`);
}

async function recordError(response: Response): Promise<JournalEntry["error"]> {
  return recordBody(await response.clone().text(), response.headers.get("content-type"));
}
