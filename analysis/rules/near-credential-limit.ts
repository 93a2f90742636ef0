import { limits } from "../../facts/limits-table";
import { createRule } from "./create-rule";
import { groupByIdentity } from "./identity-key";
import { nameReferredIdentity, startSentence } from "./name-thing";

const limit = limits.federatedIdentityCredentialsPerIdentity.value;

/** Finds identities that have nearly as many federated identity credentials as Entra allows, or more. */
export const nearCredentialLimit = createRule("near-credential-limit", (model, { credentialsPerIdentity }) =>
  [...groupByIdentity(model.list("trust")).values()].flatMap((trusts) => {
    const [first] = trusts;
    if (first === undefined || trusts.length <= Math.min(credentialsPerIdentity, limit)) {
      return [];
    }
    const { identity } = first;
    const end = trusts.length > limit ? `: Entra allows ${limit} and will refuse the rest.` : ` of at most ${limit}.`;
    return [
      {
        on: (identity.to === "declared" ? model.find("identity", identity.urn) : undefined) ?? first,
        ...(trusts.length > limit ? { level: "medium" as const } : {}),
        message: [
          ...startSentence(nameReferredIdentity(identity, model)),
          ` has ${trusts.length} federated identity credentials${end}`,
        ],
      },
    ];
  }),
);
