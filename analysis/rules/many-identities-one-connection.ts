import type { Reference } from "../model/reference";
import type { ServiceConnection } from "../model/service-connection";
import type { Trust } from "../model/trust";
import type { Phrase } from "../phrase";
import { createRule, type Observation } from "./create-rule";
import { formatIdentityKey } from "./identity-key";
import type { ModelIndex } from "./model-index";
import { listPhrases, nameConnection, nameReferredIdentity, startSentence } from "./name-thing";
import { readTrusts, type TrustReading } from "./read-trust";

/** Finds service connections that more than one identity trusts, or another identity than the one they sign in as. */
export const manyIdentitiesOneConnection = createRule("many-identities-one-connection", (model, options) => {
  const connections = new Map<string, TrustedConnection>();
  for (const [trust, reading] of readTrusts(model, options)) {
    const trusted = readTrustedConnection(trust, reading);
    if (trusted !== undefined) {
      const known = connections.get(trusted.key) ?? trusted;
      connections.set(trusted.key, { ...known, identities: [...known.identities, trust.identity] });
    }
  }
  return [...connections.values()].flatMap((trusted) => checkIdentities(trusted, model));
});

/** A service connection, and the identities that trust it. */
interface TrustedConnection {
  readonly key: string;
  readonly on: Trust | ServiceConnection;
  readonly name: Phrase;
  /** Absent where the stack does not declare it. */
  readonly connection?: ServiceConnection;
  readonly identities: readonly Reference[];
}

function readTrustedConnection(trust: Trust, reading: TrustReading): TrustedConnection | undefined {
  switch (reading.kind) {
    case "ownConnection": {
      const { connection } = reading;
      return {
        key: `own ${connection.urn}`,
        on: connection,
        name: nameConnection(connection),
        connection,
        identities: [],
      };
    }
    case "connectionElsewhere": {
      const { party } = reading;
      if (party.kind !== "serviceConnection") {
        return undefined;
      }
      return party.generation === "entra"
        ? {
            key: `other ${party.connectionId}`,
            on: trust,
            name: ["the service connection with the ID ", { value: party.connectionId, kind: "id" }],
            identities: [],
          }
        : {
            key: `named ${JSON.stringify([party.organization, party.project, party.connection])}`,
            on: trust,
            name: ["the service connection ", { value: party.connection, kind: "name" }],
            identities: [],
          };
    }
    default:
      return undefined;
  }
}

function checkIdentities(trusted: TrustedConnection, model: ModelIndex): readonly Observation[] {
  const { on, name, identities } = trusted;
  const seen = new Map(identities.map((identity) => [formatIdentityKey(identity), identity]));
  const isUnsure = seen.delete(undefined);
  const list = listPhrases([...seen.values()].map((identity) => nameReferredIdentity(identity, model)));
  if (seen.size > 1) {
    return [{ on, message: [...startSentence(name), ` is trusted by ${seen.size} identities: `, ...list, "."] }];
  }
  if (isUnsure && identities.length > 1) {
    return [
      {
        on,
        message: [
          "It cannot be judged whether only one identity trusts ",
          ...name,
          `: ${identities.length} credentials do, and not all of their identities can be seen.`,
        ],
        cannotBeJudged: true,
      },
    ];
  }
  const own = trusted.connection?.identity;
  const other = [...seen.values()].find((identity) => own !== undefined && isOther(identity, own, model));
  return own !== undefined && other !== undefined
    ? [
        {
          on,
          message: [
            ...startSentence(name),
            " signs in as ",
            ...nameReferredIdentity(own, model),
            ", but is trusted by ",
            ...nameReferredIdentity(other, model),
            ".",
          ],
        },
      ]
    : [];
}

/** Whether an identity is proven to be another than the connection's, which is told by its client ID. */
function isOther(identity: Reference, own: Reference, model: ModelIndex): boolean {
  const declared = identity.to === "declared" ? model.find("identity", identity.urn) : undefined;
  if (declared === undefined) {
    return false;
  }
  return own.to === "declared"
    ? !declared.parts.includes(own.urn) && declared.urn !== own.urn
    : own.to === "other" &&
        declared.clientId.state === "known" &&
        declared.clientId.value.toLowerCase() !== own.id.toLowerCase();
}
