import type { IRequestOptions } from "azure-devops-node-api/interfaces/common/VsoBaseInterfaces";
import type { Wait } from "./retry";

/** How the services are reached. Default: as the environment says, through its proxy where it names one. */
export interface Network {
  /** Options of the client of Azure DevOps: proxy, certificates. */
  readonly azureDevOps?: IRequestOptions;
  /** Sends the requests to GitHub. */
  readonly fetch?: typeof fetch;
}

/** What it takes to post. */
export interface Access {
  /** The job's own token. */
  readonly token: string;
  readonly wait: Wait;
  readonly network?: Network;
}
