import { limits } from "../../facts/limits-table";
import { isFederatedIdentityCredentialName, nameRules } from "../../facts/names";
import type { Check } from "../arguments/check";
import { checkLength, checkName } from "../arguments/check-text";

/** Checks of the values of a federated identity credential, which may only be known when they are used. */
export const federationChecks = {
  audience: checkLength(limits.audience),
  credentialName: checkName({
    of: "a federated identity credential",
    requirement: nameRules.federatedIdentityCredential,
    isValid: isFederatedIdentityCredentialName,
  }),
} as const satisfies Record<string, Check>;
