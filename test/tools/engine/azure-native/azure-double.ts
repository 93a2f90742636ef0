import type { HttpRequest, HttpResponse, HttpTransport } from "../../../../tools/engine/azure-native/http-transport";
import {
  isPropertyMap,
  parsePropertyMap,
  type PropertyMap,
} from "../../../../tools/engine/azure-native/property-value";

/** The subscription that the double's resources live in. */
export const subscriptionId = "00000000-1111-2222-3333-444444444444";

/** Settings that sign in to the double. */
export const signInVariables: Readonly<Record<string, string>> = {
  "azure-native:config:subscriptionId": subscriptionId,
  "azure-native:config:tenantId": "aaaaaaaa-1111-2222-3333-444444444444",
  "azure-native:config:clientId": "bbbbbbbb-1111-2222-3333-444444444444",
  "azure-native:config:useOidc": "true",
  "azure-native:config:oidcToken": "the-assertion",
};

/** Answers one request, or leaves it to the double. */
export type Intercept = (request: HttpRequest) => HttpResponse | undefined;

/** An in-process Azure: it keeps what is put and gives it back, as Azure Resource Manager does for every resource. */
export class AzureDouble {
  readonly requests: HttpRequest[] = [];
  readonly resources = new Map<string, PropertyMap>();
  readonly #intercepts: Intercept[] = [];

  readonly transport: HttpTransport = (request) => {
    this.requests.push(request);
    for (const intercept of this.#intercepts) {
      const response = intercept(request);
      if (response !== undefined) return Promise.resolve(response);
    }
    return Promise.resolve(this.#answer(request));
  };

  /** Lets a test answer some requests itself. */
  intercept(intercept: Intercept): void {
    this.#intercepts.unshift(intercept);
  }

  /** Answers the next request with this method so many times with these responses, in their order. */
  interceptOnce(method: HttpRequest["method"], ...responses: HttpResponse[]): void {
    const left = [...responses];
    this.intercept((request) => (isManagement(request) && request.method === method ? left.shift() : undefined));
  }

  /** The requests to Azure Resource Manager, as method and path. */
  get journal(): string[] {
    return this.requests.filter(isManagement).map(({ method, url }) => `${method} ${new URL(url).pathname}`);
  }

  #answer(request: HttpRequest): HttpResponse {
    const url = new URL(request.url);
    if (url.pathname.endsWith("/oauth2/v2.0/token")) {
      return respond(200, { token_type: "Bearer", expires_in: 3600, access_token: accessToken });
    }
    if (request.headers["authorization"] !== `Bearer ${accessToken}`) return respondError(401, "AuthenticationFailed");
    const key = url.pathname.toLowerCase();
    const known = this.resources.get(key);
    switch (request.method) {
      case "GET":
        return known === undefined ? respondError(404, "ResourceNotFound") : respond(200, known);
      case "DELETE":
        this.resources.delete(key);
        return { status: known === undefined ? 204 : 200, headers: {}, body: "" };
      default: {
        const resource = complete(url.pathname, parsePropertyMap(JSON.parse(request.body ?? "{}")));
        this.resources.set(key, resource);
        return respond(known === undefined ? 201 : 200, resource);
      }
    }
  }
}

const claims = { appid: "bbbbbbbb-1111-2222-3333-444444444444", oid: "cccccccc-1111", tid: "aaaaaaaa-1111" };

/** A token that nobody signed: the double compares it as a text. */
export const accessToken = ["e30", Buffer.from(JSON.stringify(claims)).toString("base64url"), "none"].join(".");

/** An answer with a JSON body. */
export function respond(status: number, body: object, headers: Record<string, string> = {}): HttpResponse {
  return { status, headers, body: JSON.stringify(body) };
}

/** An error in the envelope of Azure Resource Manager. */
export function respondError(status: number, code: string, message = "It failed."): HttpResponse {
  return respond(status, { error: { code, message } });
}

function isManagement({ url }: HttpRequest): boolean {
  return new URL(url).hostname === "management.azure.com";
}

/** What Azure adds by itself: the ID (a managed identity's with a lower-case segment), the name, what only it knows. */
function complete(path: string, body: PropertyMap): PropertyMap {
  const id = path.includes("Microsoft.ManagedIdentity") ? path.replace("/resourceGroups/", "/resourcegroups/") : path;
  const name = path.slice(path.lastIndexOf("/") + 1);
  const properties = isPropertyMap(body["properties"]) ? body["properties"] : {};
  return {
    ...body,
    id,
    name,
    type: "Example/type",
    properties: { ...properties, principalId: properties["principalId"] ?? "made" },
  };
}
