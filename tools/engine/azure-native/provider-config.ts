/** Where the sign-in's assertion comes from. */
export type AssertionSource =
  | { readonly kind: "token"; readonly token: string }
  | { readonly kind: "file"; readonly path: string }
  | { readonly kind: "request"; readonly url: string; readonly token: string; readonly audience: string };

/** Whom the plugin signs in as. */
export interface SignIn {
  readonly tenantId: string;
  readonly clientId: string;
  readonly assertion: AssertionSource;
}

/** The provider's settings. */
export interface ProviderConfig {
  readonly subscriptionId: string;
  readonly signIn: SignIn;
  /** The cloud's name; empty for the public one. */
  readonly environment: string;
  readonly metadataHost: string | undefined;
  /** The location of resources that name none. */
  readonly location: string | undefined;
  /** Whether the read after a creation or update is left out. */
  readonly skipReadOnUpdate: boolean;
}

/** Settings of the stack or of an explicit provider, by key, and the process environment. */
export interface ConfigSources {
  readonly variables: Readonly<Record<string, string>>;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

const variablePrefix = "azure-native:config:";

/** The audience that GitHub is asked for; the official provider asks for it in every cloud. */
const defaultAssertionAudience = "api://AzureADTokenExchange";

/**
 * Reads the provider's settings under the official provider's names, each with its `ARM_` variable as fallback.
 *
 * @throws when a setting that the sign-in needs is absent, or another way to sign in is configured.
 */
export function parseProviderConfig(sources: ConfigSources): ProviderConfig {
  const read = (key: string, ...fallbacks: string[]): string =>
    sources.variables[variablePrefix + key] ??
    fallbacks.map((name) => sources.environment[name]).find((value) => value !== undefined && value !== "") ??
    "";
  checkSignInMethod(read);
  return {
    subscriptionId: readRequired(read("subscriptionId", "ARM_SUBSCRIPTION_ID"), "Subscription ID"),
    signIn: {
      tenantId: readRequired(read("tenantId", "ARM_TENANT_ID"), "Tenant ID"),
      clientId: readRequired(read("clientId", "ARM_CLIENT_ID"), "Client ID"),
      assertion: parseAssertionSource(read),
    },
    environment: read("environment", "ARM_ENVIRONMENT", "AZURE_ENVIRONMENT"),
    metadataHost: read("metadataHost", "ARM_METADATA_HOSTNAME") || undefined,
    location: read("location") || undefined,
    skipReadOnUpdate: read("skipReadOnUpdate", "ARM_SKIP_READ_ON_UPDATE") === "true",
  };
}

type Read = (key: string, ...fallbacks: string[]) => string;

function checkSignInMethod(read: Read): void {
  const isOtherMethod =
    read("useDefaultAzureCredential", "ARM_USE_DEFAULT_AZURE_CREDENTIAL") === "true" ||
    read("clientCertificatePath", "ARM_CLIENT_CERTIFICATE_PATH") !== "" ||
    read("clientSecret", "ARM_CLIENT_SECRET") !== "";
  if (isOtherMethod || read("useOidc", "ARM_USE_OIDC") !== "true") {
    throw new Error(
      "the azure-native stand-in signs in by OIDC only: set azure-native:useOidc (or ARM_USE_OIDC) to true, and configure neither a client secret, a certificate nor the default credential",
    );
  }
}

function parseAssertionSource(read: Read): AssertionSource {
  const token = read("oidcToken", "ARM_OIDC_TOKEN");
  if (token !== "") return { kind: "token", token };
  const path = read("oidcTokenFilePath", "ARM_OIDC_TOKEN_FILE_PATH");
  if (path !== "") return { kind: "file", path };
  const requestUrl = read("oidcRequestUrl", "ARM_OIDC_REQUEST_URL", "ACTIONS_ID_TOKEN_REQUEST_URL");
  const requestToken = read("oidcRequestToken", "ARM_OIDC_REQUEST_TOKEN", "ACTIONS_ID_TOKEN_REQUEST_TOKEN");
  if (requestUrl === "" || requestToken === "") return readRequired("", "OIDC token or request URL and token");
  const audience = read("oidcAudience", "ARM_OIDC_AUDIENCE") || defaultAssertionAudience;
  return { kind: "request", url: requestUrl, token: requestToken, audience };
}

function readRequired(value: "", title: string): never;
function readRequired(value: string, title: string): string;
function readRequired(value: string, title: string): string {
  if (value === "") throw new Error(`A ${title} must be configured when authenticating with OIDC.`);
  return value;
}
