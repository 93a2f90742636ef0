import { createRule } from "./create-rule";
import { groupByIdentity } from "./identity-key";
import { listPhrases, nameConnection, nameReferredIdentity, startSentence } from "./name-thing";

/** Finds identities that more service connections use than is allowed. */
export const sharedIdentity = createRule("shared-identity", (model, { connectionsPerIdentity }) =>
  [...groupByIdentity(model.list("serviceConnection")).values()].flatMap((connections) => {
    const [first] = connections;
    if (first === undefined || connections.length <= connectionsPerIdentity) {
      return [];
    }
    const { identity } = first;
    return [
      {
        on: (identity.to === "declared" ? model.find("identity", identity.urn) : undefined) ?? first,
        message: [
          ...startSentence(nameReferredIdentity(identity, model)),
          ` is shared by ${connections.length} service connections: `,
          ...listPhrases(connections.map((connection) => nameConnection(connection).slice(1))),
          `. At most ${connectionsPerIdentity} may share one.`,
        ],
      },
    ];
  }),
);
