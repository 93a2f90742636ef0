import { randomUUID } from "node:crypto";
import type { Server as HttpServer } from "node:http";
import type { Control } from "./control/control";
import { createControlServer } from "./control/control-server";
import { createCore, type Core } from "./core";
import { CertificateAuthority } from "./proxy/certificate-authority";
import { createClientEnvironment } from "./proxy/client-environment";
import { createForwardProxy, type Refusal } from "./proxy/forward-proxy";
import { createHttpsListener } from "./proxy/https-listener";
import { listenOnLoopback, type LoopbackServer } from "./proxy/loopback-server";
import { openRunFolder } from "./run-folder";
import type { Deployer, PlatformSeed, SeedOptions } from "./seed";
import { signDeployerAssertion } from "./seed/deployer-environment";
import type { ArmSettings } from "./services/arm/arm-route";
import type { Store } from "./state/store";
import type { TokenAuthority } from "./wire/token-authority";

export interface EmulatorOptions {
  /** Where CA certificate and deployer tokens are written. Default: a new folder under the system's. `stop` removes them. */
  folder?: string;
  /** Port of the forward proxy. Default: any free one. */
  proxyPort?: number;
  /** Port of the control API. Default: any free one. */
  controlPort?: number;
  /** A file to load the state from, when it exists, and to save it to on each change. Default: memory only. */
  stateFile?: string;
  /** How Azure Resource Manager behaves, such as how long a write of a credential takes. */
  arm?: Partial<ArmSettings>;
  /** Makes every id of the services. Default: random GUIDs. */
  newId?: () => string;
}

/** A running emulator. Everything listens on 127.0.0.1 only. */
export interface Emulator {
  /** The forward proxy, for HTTPS_PROXY. */
  readonly proxyUrl: string;
  /** File with the certificate of the CA that clients must trust, PEM. */
  readonly caFile: string;
  /** Base of the control API: `{controlUrl}/_emulator/health` and so on. */
  readonly controlUrl: string;
  /** Port of the HTTPS listener, for a client that maps host names by itself instead of using a proxy. */
  readonly httpsPort: number;
  readonly store: Store;
  readonly tokens: TokenAuthority;
  /** State, journal, faults, delays and time; the control API does the same over HTTP. */
  readonly control: Control;
  /** The variables that make a child process talk to the emulator and to nothing else. */
  readonly clientEnvironment: Readonly<Record<string, string>>;
  /** Whether the state came out of a file. */
  readonly resumed: boolean;
  /** Fills the empty store. */
  seed(options?: SeedOptions): PlatformSeed;
  /**
   * Writes the token that signs a deploying identity in, for ARM_OIDC_TOKEN_FILE_PATH, and gives the file's name. Valid for
   * a day; write it again for a new one.
   */
  writeDeployerToken(deployer: Deployer): Promise<string>;
  /** Answers a request for a public host name in this process, without network or TLS. */
  fetch(request: Request): Promise<Response>;
  /** Closes every connection, saves the state and removes the CA certificate. */
  stop(): Promise<void>;
}

/** Starts an emulator of Azure DevOps, Microsoft Graph, Azure Resource Manager and Microsoft Entra's token service. */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const { newId = randomUUID, stateFile, arm } = options;
  const core = createCore({ newId, ...(arm && { arm }), ...(stateFile === undefined ? {} : { stateFile }) });
  const resumed = (await core.stateFile?.load()) ?? false;
  const folder = await openRunFolder(options.folder);
  const authority = await CertificateAuthority.create();
  const ports = await openPorts(core, authority, options).catch(async (error: unknown) => {
    await folder.close();
    throw error;
  });
  const caFile = await folder.write("ca.pem", authority.certificate);
  const proxyUrl = `http://127.0.0.1:${ports.proxy.port}`;
  const { store, tokens, control } = core;
  return {
    proxyUrl,
    caFile,
    controlUrl: `http://127.0.0.1:${ports.control.port}`,
    httpsPort: ports.https.port,
    store,
    tokens,
    control,
    clientEnvironment: createClientEnvironment(proxyUrl, caFile),
    resumed,
    seed: (seedOptions) => control.seed(seedOptions),
    writeDeployerToken: async (deployer) =>
      folder.write(`${deployer.name}.jwt`, await signDeployerAssertion(tokens, deployer)),
    fetch: (request) => core.server.fetch(request),
    stop: async () => {
      await Promise.all([ports.proxy.close(), ports.control.close(), ports.https.close()]);
      await core.stateFile?.save();
      await folder.close();
    },
  };
}

interface Ports {
  proxy: LoopbackServer;
  control: LoopbackServer;
  https: LoopbackServer;
}

async function openPorts(core: Core, authority: CertificateAuthority, options: EmulatorOptions): Promise<Ports> {
  const { server, control } = core;
  const opened: LoopbackServer[] = [];
  const open = async (listener: HttpServer, port = 0): Promise<LoopbackServer> => {
    const loopback = await listenOnLoopback(listener, port);
    opened.push(loopback);
    return loopback;
  };
  try {
    const https = await open(
      createHttpsListener(authority, (request, connection) => server.handle(request, connection)),
    );
    const onRefused = (refusal: Refusal): void => {
      server.recordRefusal(refusal);
    };
    const forwardProxy = createForwardProxy({ listenerPort: () => https.port, onRefused });
    return {
      https,
      proxy: await open(forwardProxy, options.proxyPort),
      control: await open(createControlServer(control), options.controlPort),
    };
  } catch (error) {
    await Promise.all(opened.map((loopback) => loopback.close()));
    throw error;
  }
}
