import { isGone, parseArmError } from "./arm-error";
import type { HttpRequest, HttpResponse, HttpTransport } from "./http-transport";
import { parsePropertyMap, type PropertyMap, readProperty } from "./property-value";
import { type Pause, readRetryAfter, type WaitPolicy } from "./waiting";

/** What requests to Azure Resource Manager need. */
export interface ArmClientOptions {
  /** Where Azure Resource Manager answers, such as `https://management.azure.com`. */
  readonly endpoint: string;
  /** The bearer token of the next request. */
  readonly getToken: () => Promise<string>;
  /** Sends requests; it tries again by itself. */
  readonly transport: HttpTransport;
  readonly waits: WaitPolicy;
  readonly pause: Pause;
}

/** One call: which resource, which version of its API, and until when. */
export interface ArmCall {
  readonly id: string;
  readonly apiVersion: string;
  readonly signal: AbortSignal;
  /** Query parameters beside the API version. */
  readonly query?: Readonly<Record<string, string>>;
}

/** The requests that the official provider sends for a resource. */
export class ArmClient {
  readonly #options: ArmClientOptions;

  constructor(options: ArmClientOptions) {
    this.#options = options;
  }

  /** Reads a resource. */
  async get(call: ArmCall): Promise<PropertyMap> {
    const response = await this.#send("GET", call);
    return response.status === 200 ? parsePropertyMap(JSON.parse(response.body)) : fail(response);
  }

  /** Refuses when the resource exists already, so that a creation never changes what somebody else made. */
  async checkAbsent(call: ArmCall): Promise<void> {
    const { status, body } = await this.#send("GET", call);
    if (status === 404 || status === 204) return;
    if (status === 200) throw new Error(`cannot create already existing resource '${call.id}'`);
    throw new Error(`cannot check existence of resource '${call.id}': status code ${status}, ${body}`);
  }

  /** Creates or replaces a resource, and waits until Azure has finished. */
  async put(call: ArmCall, body: PropertyMap): Promise<PropertyMap> {
    const response = await this.#send("PUT", call, body);
    switch (response.status) {
      case 200:
      case 201:
        return parsePropertyMap(JSON.parse(response.body));
      case 202:
        await this.#poll(response, call, this.#options.waits.updatePolling);
        return this.get(call);
      default:
        return fail(response);
    }
  }

  /** Deletes a resource; one that is not there counts as deleted. */
  async delete(call: ArmCall): Promise<void> {
    const response = await this.#send("DELETE", call);
    if (response.status === 404) return;
    if (![200, 202, 204].includes(response.status)) fail(response);
    if (response.status !== 202) return;
    try {
      await this.#poll(response, call, this.#options.waits.deletePolling);
    } catch (error) {
      if (!isGone(error)) throw error;
    }
  }

  /** Follows an operation that goes on, by the header that names where to look. */
  async #poll(first: HttpResponse, call: ArmCall, interval: number): Promise<void> {
    let wait = readRetryAfter(first);
    let url = this.#readPollUrl(first, call);
    while (url !== undefined) {
      if (wait !== undefined) await this.#options.pause(wait, call.signal);
      const response: HttpResponse = await this.#request({ method: "GET", url, signal: call.signal });
      if (response.status >= 400) fail(response);
      if (isFinished(response)) return;
      wait = readRetryAfter(response) ?? interval;
      url = this.#readPollUrl(response, call) ?? url;
    }
  }

  /** A managed identity's answer names a path alone, so the location is completed with host and API version. */
  #readPollUrl({ headers }: HttpResponse, { apiVersion }: ArmCall): string | undefined {
    const location = headers["azure-asyncoperation"] ?? headers["location"];
    if (location === undefined) return undefined;
    const url = new URL(location, this.#options.endpoint);
    if (!url.searchParams.has("api-version")) url.searchParams.set("api-version", apiVersion);
    return url.href;
  }

  async #send(method: HttpRequest["method"], call: ArmCall, body?: PropertyMap): Promise<HttpResponse> {
    const url = new URL(call.id, this.#options.endpoint);
    url.search = new URLSearchParams({ "api-version": call.apiVersion, ...call.query }).toString();
    const { signal } = call;
    return this.#request(
      body === undefined
        ? { method, url: url.href, signal }
        : { method, url: url.href, signal, body: JSON.stringify(body) },
    );
  }

  async #request(request: Omit<HttpRequest, "headers"> & { readonly signal: AbortSignal }): Promise<HttpResponse> {
    if (!request.url.startsWith("https://")) {
      throw new Error("authenticated requests are not permitted for non TLS protected (https) endpoints");
    }
    return this.#options.transport({
      ...request,
      headers: {
        accept: "application/json",
        authorization: `Bearer ${await this.#options.getToken()}`,
        "user-agent": "keyless-azure-native-stand-in",
        ...(request.body === undefined ? {} : { "content-type": "application/json; charset=utf-8" }),
      },
    });
  }
}

function isFinished(response: HttpResponse): boolean {
  if (response.status === 202) return false;
  if (response.body === "") return true;
  const status = readProperty(parsePropertyMap(JSON.parse(response.body)), "status");
  if (status === "Failed" || status === "Canceled") fail(response);
  return typeof status !== "string" || status === "Succeeded";
}

function fail(response: HttpResponse): never {
  throw parseArmError(response);
}
