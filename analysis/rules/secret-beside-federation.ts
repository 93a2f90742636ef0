import { checkStoredSecrets } from "./check-stored-secrets";
import { createRule } from "./create-rule";

/** Finds passwords of identities that have federated identity credentials. */
export const secretBesideFederation = createRule("secret-beside-federation", (model) =>
  checkStoredSecrets(model, "password"),
);
