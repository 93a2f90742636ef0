import type { ServiceContext } from "../../wire/service";

/** One long-running request of an organization. Everything is done at once here, so that it has always succeeded. */
export interface Operation {
  operationId: string;
  organizationId: string;
}

/** What an operation works on: the shared store, and the operations that live only as long as the process. */
export interface DevopsState extends ServiceContext {
  operations: Map<string, Operation>;
}
