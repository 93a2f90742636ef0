import type { Hono } from "hono";
import type { CloudName } from "../../facts/clouds";
import type { Store } from "../state/store";
import type { TokenAuthority } from "./token-authority";

export type ServiceName = "devops" | "graph" | "arm" | "login" | "github";

/** What every service is given: the store, ids and the one authority that signs and verifies tokens. */
export interface ServiceContext {
  store: Store;
  newId: () => string;
  tokens: TokenAuthority;
}

/** One vendor service: its HTTP routes. The server picks the service by the request's host name. */
export interface Service {
  name: ServiceName;
  app: Hono<ServiceEnv>;
  /** Forgets what the service keeps outside the store, such as operations under way. Called when the emulator is reset. */
  reset?: () => void;
}

/** Variables the server sets on each request before a service sees it. */
export interface ServiceEnv {
  Variables: {
    /** The cloud that the requested host name belongs to. */
    cloud: CloudName;
    /** Scheme and host as the client knows them, for absolute URLs in answers. */
    origin: string;
  };
}
