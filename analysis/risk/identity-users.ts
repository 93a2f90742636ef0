import type { Model } from "../model/model";
import type { Reference } from "../model/reference";
import { formatIdentityKey } from "../rules/identity-key";
import { indexModel } from "../rules/model-index";

/** Who can act as an identity, as far as the model shows it. What is outside of the stack is not counted. */
export interface IdentityUsers {
  /** Federated identity credentials. */
  readonly trusts: number;
  /** Service connections that sign in as it. */
  readonly connections: number;
  /** Pipelines that are permitted by name on these connections. */
  readonly pipelines: number;
  /** True where one of these connections is open to all pipelines. */
  readonly allPipelines: boolean;
}

const nobody: IdentityUsers = { trusts: 0, connections: 0, pipelines: 0, allPipelines: false };
const tables = new WeakMap<Model, ReadonlyMap<string, IdentityUsers>>();

/** Finds out who can act as an identity. */
export function findIdentityUsers(identity: Reference, model: Model): IdentityUsers {
  const key = formatIdentityKey(identity);
  const table = tables.get(model) ?? countUsers(model);
  tables.set(model, table);
  return (key === undefined ? undefined : table.get(key)) ?? nobody;
}

type Counter = { -readonly [K in keyof IdentityUsers]: IdentityUsers[K] };

function countUsers(model: Model): ReadonlyMap<string, IdentityUsers> {
  const table = new Map<string, Counter>();
  const index = indexModel(model);
  const find = (key: string | undefined): Counter => {
    const known = key === undefined ? undefined : table.get(key);
    const counter = known ?? { ...nobody };
    if (key !== undefined && known === undefined) {
      table.set(key, counter);
    }
    return counter;
  };
  for (const { identity } of index.list("trust")) {
    find(formatIdentityKey(identity)).trusts++;
  }
  const identityOfConnection = new Map<string, string | undefined>();
  for (const { urn, identity, connectionId } of index.list("serviceConnection")) {
    const key = formatIdentityKey(identity);
    identityOfConnection.set(urn, key);
    if (connectionId.state === "known") {
      identityOfConnection.set(formatIdentityKey({ to: "other", id: connectionId.value }) ?? "", key);
    }
    find(key).connections++;
  }
  for (const { connection, allPipelines } of index.list("pipelinePermission")) {
    const counter = find(identityOfConnection.get(formatIdentityKey(connection) ?? ""));
    if (allPipelines) counter.allPipelines = true;
    else counter.pipelines++;
  }
  return table;
}
