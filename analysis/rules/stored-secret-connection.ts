import type { ServiceConnection } from "../model/service-connection";
import { createRule, type Observation } from "./create-rule";
import { explainMissing, nameConnection, startSentence } from "./name-thing";
import { findUnseen } from "./unseen";

/** Finds service connections that keep a password, key, token or certificate. */
export const storedSecretConnection = createRule("stored-secret-connection", (model) =>
  model.list("serviceConnection").flatMap(checkConnection),
);

function checkConnection(connection: ServiceConnection): readonly Observation[] {
  const { storesSecret } = connection;
  const name = nameConnection(connection);
  const unseen = findUnseen(storesSecret);
  if (unseen !== undefined) {
    const why = explainMissing(unseen);
    return [
      {
        on: connection,
        message: [`It cannot be judged whether `, ...name, ` keeps a secret: how it signs in ${why}.`],
        cannotBeJudged: true,
      },
    ];
  }
  if (storesSecret.state !== "known" || !storesSecret.value) {
    return [];
  }
  return connection.kind === "azurerm"
    ? [
        {
          on: connection,
          message: [...startSentence(name), " signs in to Azure with a secret that Azure DevOps keeps."],
        },
      ]
    : [
        {
          on: connection,
          // Not every system takes federated tokens yet, so that this may have no other way.
          level: "high",
          message: [
            ...startSentence(name),
            " of the kind ",
            { value: connection.kind, kind: "name" },
            " keeps a password, key, token or certificate in Azure DevOps.",
          ],
          fix: [
            "Use a kind of connection that keeps no secret where the other system has one. Otherwise let the secret reach little, live shortly, and be used by few pipelines.",
          ],
        },
      ];
}
