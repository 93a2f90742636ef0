import type { ServiceConnection } from "../model/service-connection";
import type { StoredSecret } from "../model/stored-secret";
import type { Observation } from "./create-rule";
import { formatIdentityKey } from "./identity-key";
import type { ModelIndex } from "./model-index";
import { nameReferredIdentity, nameThing, startSentence } from "./name-thing";

/** Finds stored secrets of one kind on identities that federated identity credentials let in as well. */
export function checkStoredSecrets(model: ModelIndex, kind: StoredSecret["kind"]): readonly Observation[] {
  const federated = new Set(
    [...model.list("trust"), ...model.list("serviceConnection").filter(isFederated)].map(({ identity }) =>
      formatIdentityKey(identity),
    ),
  );
  return model
    .list("storedSecret")
    .filter((secret) => secret.kind === kind)
    .flatMap((secret) => {
      const key = formatIdentityKey(secret.identity);
      if (key === undefined) {
        return federated.size === 0 ? [] : [describeUnknown(secret)];
      }
      return federated.has(key) ? [describeSecret(secret, model)] : [];
    });
}

function isFederated({ scheme }: ServiceConnection): boolean {
  return scheme.state === "known" && scheme.value === "WorkloadIdentityFederation";
}

function describeSecret(secret: StoredSecret, model: ModelIndex): Observation {
  return {
    on: secret,
    message: [
      ...startSentence(nameReferredIdentity(secret.identity, model)),
      ` signs in by federated identity credentials and has a ${secret.kind} too: `,
      ...nameThing(secret),
      ".",
    ],
  };
}

function describeUnknown(secret: StoredSecret): Observation {
  return {
    on: secret,
    message: [
      `It cannot be judged whether the ${secret.kind} `,
      ...nameThing(secret),
      " belongs to an identity with federated identity credentials: its identity cannot be seen.",
    ],
    cannotBeJudged: true,
  };
}
