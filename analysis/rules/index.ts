import { allPipelines } from "./all-pipelines";
import { branchControlTooWide } from "./branch-control-too-wide";
import { broadScope } from "./broad-scope";
import { canWriteFederatedCredentials } from "./can-write-federated-credentials";
import { certificateBesideFederation } from "./certificate-beside-federation";
import { dangerousDirectoryPermission } from "./dangerous-directory-permission";
import { foreignTrust } from "./foreign-trust";
import { identityInTargetGroup } from "./identity-in-target-group";
import { legacyIssuer } from "./legacy-issuer";
import { manyIdentitiesOneConnection } from "./many-identities-one-connection";
import { mixedTrusts } from "./mixed-trusts";
import { multiTenantApplication } from "./multi-tenant-application";
import { nearCredentialLimit } from "./near-credential-limit";
import { notUnderstood } from "./not-understood";
import { ownerRole } from "./owner-role";
import { principalTypeMissing } from "./principal-type-missing";
import { productionWithoutChecks } from "./production-without-checks";
import { projectWideConnectionRole } from "./project-wide-connection-role";
import { requesterMayApprove } from "./requester-may-approve";
import { roleAssignmentRight } from "./role-assignment-right";
import type { Rule } from "./rule";
import { secretBesideFederation } from "./secret-beside-federation";
import { selfEscalation } from "./self-escalation";
import { sharedIdentity } from "./shared-identity";
import { storedSecretConnection } from "./stored-secret-connection";
import { trustNeverMatches } from "./trust-never-matches";
import { trustWithoutConnection } from "./trust-without-connection";
import { trustWithoutExactSubject } from "./trust-without-exact-subject";
import { unreadableTrust } from "./unreadable-trust";
import { unreviewable } from "./unreviewable";

/** All rules, in the order of their names. */
export const rules: readonly Rule[] = [
  allPipelines,
  branchControlTooWide,
  broadScope,
  canWriteFederatedCredentials,
  certificateBesideFederation,
  dangerousDirectoryPermission,
  foreignTrust,
  identityInTargetGroup,
  legacyIssuer,
  manyIdentitiesOneConnection,
  mixedTrusts,
  multiTenantApplication,
  nearCredentialLimit,
  notUnderstood,
  ownerRole,
  principalTypeMissing,
  productionWithoutChecks,
  projectWideConnectionRole,
  requesterMayApprove,
  roleAssignmentRight,
  secretBesideFederation,
  selfEscalation,
  sharedIdentity,
  storedSecretConnection,
  trustNeverMatches,
  trustWithoutConnection,
  trustWithoutExactSubject,
  unreadableTrust,
  unreviewable,
];
