import { checkStoredSecrets } from "./check-stored-secrets";
import { createRule } from "./create-rule";

/** Finds certificates of identities that have federated identity credentials. */
export const certificateBesideFederation = createRule("certificate-beside-federation", (model) =>
  checkStoredSecrets(model, "certificate"),
);
