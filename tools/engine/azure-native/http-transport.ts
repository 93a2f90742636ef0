/** One HTTP request, with an absolute URL. */
export interface HttpRequest {
  readonly method: "GET" | "PUT" | "POST" | "DELETE";
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal?: AbortSignal | undefined;
}

/** Its answer; header names are in lower case. */
export interface HttpResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Sends a request and waits for the whole answer. */
export type HttpTransport = (request: HttpRequest) => Promise<HttpResponse>;

/**
 * The transport to the outside. It goes through `HTTPS_PROXY` and `HTTP_PROXY` except for the hosts of `NO_PROXY`, and
 * trusts the certificates that Node does (`NODE_EXTRA_CA_CERTS`).
 *
 * The HTTP client is loaded with the first request: most previews send none, and every command starts the plugin anew.
 */
export function createNetworkTransport(): HttpTransport {
  let client: Promise<HttpTransport> | undefined;
  return async (request) => (await (client ??= loadClient()))(request);
}

async function loadClient(): Promise<HttpTransport> {
  const { EnvHttpProxyAgent, request: send } = await import("undici");
  const dispatcher = new EnvHttpProxyAgent();
  return async ({ url, method, headers, body, signal }) => {
    const answer = await send(url, { dispatcher, method, headers, body: body ?? null, signal: signal ?? null });
    return { status: answer.statusCode, headers: joinHeaders(answer.headers), body: await answer.body.text() };
  };
}

function joinHeaders(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name.toLowerCase(), typeof value === "string" ? value : value.join(", ")]],
    ),
  );
}
