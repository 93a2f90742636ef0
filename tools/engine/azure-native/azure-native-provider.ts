import { type ArmCall, ArmClient } from "./arm-client";
import { ArmError } from "./arm-error";
import { type AzureEnvironment, findAzureEnvironment, readAzureEnvironment } from "./azure-environment";
import { previewOutputs } from "./body-mapping";
import { type CheckRequest, checkInputs, type CheckResult } from "./check-inputs";
import { diffInputs, type DiffRequest, type DiffResult } from "./diff-inputs";
import { EntraCredential } from "./entra-credential";
import type { HttpTransport } from "./http-transport";
import { invokeFunction } from "./invoke-function";
import type { PropertyMap } from "./property-value";
import { parseProviderConfig, type ProviderConfig } from "./provider-config";
import {
  createResource,
  deleteResource,
  type KnownResource,
  type OperationContext,
  readResource,
  type ResourceState,
  updateResource,
} from "./resource-operations";
import { findResourceType } from "./resource-urn";
import { createRetryingTransport } from "./retrying-transport";
import { type Pause, readWaitPolicy } from "./waiting";

/** What the plugin's process gives the provider. */
export interface ProviderHost {
  readonly transport: HttpTransport;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly pause: Pause;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Shows a warning to the user, at the resource it is about. */
  readonly warn: (urn: string, message: string) => void;
}

/** A request about one resource: what it is and how long Azure may take, in seconds (0: the standard two hours). */
export interface ResourceRequest {
  readonly urn: string;
  readonly timeout: number;
}

interface Session {
  readonly config: ProviderConfig;
  readonly environment: AzureEnvironment;
  readonly credential: EntraCredential;
  readonly client: ArmClient;
}

const standardTimeout = 2 * 60 * 60;

/** The operations of the provider, apart from how the engine calls them. */
export class AzureNativeProvider {
  readonly #host: ProviderHost;
  readonly #cancellation = new AbortController();
  readonly #groupLocations = new Map<string, string>();
  #session: Session | undefined;

  constructor(host: ProviderHost) {
    this.#host = host;
  }

  /** Takes over the settings. Nothing is asked of the network, unless a metadata host is to name the cloud. */
  async configure(variables: Readonly<Record<string, string>>): Promise<void> {
    const config = parseProviderConfig({ variables, environment: this.#host.environment });
    const waits = readWaitPolicy(this.#host.environment);
    const { pause, now } = this.#host;
    const transport = createRetryingTransport(this.#host.transport, { retryDelays: waits.retryDelays, pause });
    const environment =
      config.metadataHost === undefined
        ? findAzureEnvironment(config.environment)
        : await readAzureEnvironment(config.metadataHost, transport);
    const { loginEndpoint, resourceManagerEndpoint, resourceManagerAudience } = environment;
    const credential = new EntraCredential({
      signIn: config.signIn,
      loginEndpoint,
      transport,
      now,
      signal: this.#cancellation.signal,
    });
    const client = new ArmClient({
      endpoint: resourceManagerEndpoint,
      getToken: () => credential.getToken(`${resourceManagerAudience}/.default`),
      transport,
      waits,
      pause,
    });
    this.#session = { config, environment, credential, client };
  }

  /** Completes and checks the inputs of a resource. */
  check(request: CheckRequest): Promise<CheckResult> {
    const configured = this.#readSession().config.location;
    return checkInputs(request, { configured, findByResourceGroup: (name) => this.#findGroupLocation(name) });
  }

  /** Tells what an update would do. */
  diff(urn: string, request: Omit<DiffRequest, "type">): DiffResult {
    return diffInputs({ ...request, type: findResourceType(urn) });
  }

  /** Creates a resource. */
  create({ urn, timeout }: ResourceRequest, inputs: PropertyMap): Promise<ResourceState> {
    return createResource(findResourceType(urn), inputs, this.#createContext(urn, timeout));
  }

  /** The outputs that a creation would give, as far as they can be known. */
  previewCreate(urn: string, inputs: PropertyMap): PropertyMap {
    return previewOutputs(findResourceType(urn), inputs, {});
  }

  /** Reads a resource; none when it is gone. */
  read({ urn, timeout }: ResourceRequest, known: KnownResource): ReturnType<typeof readResource> {
    return readResource(findResourceType(urn), known, this.#createContext(urn, timeout));
  }

  /** Updates a resource in place. */
  update({ urn, timeout }: ResourceRequest, inputs: PropertyMap): Promise<PropertyMap> {
    return updateResource(findResourceType(urn), inputs, this.#createContext(urn, timeout));
  }

  /** The outputs that an update would give; name and location of a resource never change. */
  previewUpdate(urn: string, inputs: PropertyMap, oldOutputs: PropertyMap): PropertyMap {
    const stable = Object.entries(oldOutputs).filter(([name]) => name === "name" || name === "location");
    return previewOutputs(findResourceType(urn), inputs, Object.fromEntries(stable));
  }

  /** Deletes a resource. */
  delete({ urn, timeout }: ResourceRequest, id: string): Promise<void> {
    return deleteResource(findResourceType(urn), id, this.#createContext(urn, timeout));
  }

  /** Calls a function. */
  invoke(token: string, args: PropertyMap): Promise<PropertyMap> {
    const { client, config, credential, environment } = this.#readSession();
    const { signal } = this.#cancellation;
    return invokeFunction(token, args, {
      client,
      subscriptionId: config.subscriptionId,
      graphEndpoint: environment.graphEndpoint,
      resourceManagerEndpoint: environment.resourceManagerEndpoint,
      getToken: (scope) => credential.getToken(scope),
      signal,
    });
  }

  /** Breaks off whatever is going on. */
  cancel(): void {
    this.#cancellation.abort(new Error("operation canceled"));
  }

  #readSession(): Session {
    if (this.#session === undefined) throw new Error("the engine has not configured the provider yet");
    return this.#session;
  }

  #createContext(urn: string, timeout: number): OperationContext {
    const { client, config } = this.#readSession();
    const deadline = AbortSignal.timeout((timeout > 0 ? timeout : standardTimeout) * 1000);
    return {
      client,
      subscriptionId: config.subscriptionId,
      skipReadOnUpdate: config.skipReadOnUpdate,
      signal: AbortSignal.any([this.#cancellation.signal, deadline]),
      warn: (message) => {
        this.#host.warn(urn, message);
      },
    };
  }

  async #findGroupLocation(resourceGroupName: string): Promise<string | undefined> {
    const known = this.#groupLocations.get(resourceGroupName);
    if (known !== undefined) return known;
    const { client, config } = this.#readSession();
    const id = `/subscriptions/${config.subscriptionId}/resourceGroups/${encodeURIComponent(resourceGroupName)}`;
    const location = await readLocation(client, { id, apiVersion: groupApiVersion, signal: this.#cancellation.signal });
    if (location !== undefined) this.#groupLocations.set(resourceGroupName, location);
    return location;
  }
}

/** Version of the API that the official provider looks up a group's location with. */
const groupApiVersion = "2020-10-01";

/** A location that cannot be read is left to the check, which then asks the program for one. */
async function readLocation(client: ArmClient, call: ArmCall): Promise<string | undefined> {
  try {
    const { location } = await client.get(call);
    return typeof location === "string" ? location : undefined;
  } catch (error) {
    if (error instanceof ArmError) return undefined;
    throw error;
  }
}
