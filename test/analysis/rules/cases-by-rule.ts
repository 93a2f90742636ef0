import { allPipelinesCases } from "./cases/all-pipelines";
import { branchControlTooWideCases } from "./cases/branch-control-too-wide";
import { broadScopeCases } from "./cases/broad-scope";
import { canWriteFederatedCredentialsCases } from "./cases/can-write-federated-credentials";
import { certificateBesideFederationCases } from "./cases/certificate-beside-federation";
import { dangerousDirectoryPermissionCases } from "./cases/dangerous-directory-permission";
import { foreignTrustCases } from "./cases/foreign-trust";
import { identityInTargetGroupCases } from "./cases/identity-in-target-group";
import { legacyIssuerCases } from "./cases/legacy-issuer";
import { manyIdentitiesOneConnectionCases } from "./cases/many-identities-one-connection";
import { mixedTrustsCases } from "./cases/mixed-trusts";
import { multiTenantApplicationCases } from "./cases/multi-tenant-application";
import { nearCredentialLimitCases } from "./cases/near-credential-limit";
import { notUnderstoodCases } from "./cases/not-understood";
import { ownerRoleCases } from "./cases/owner-role";
import { principalTypeMissingCases } from "./cases/principal-type-missing";
import { productionWithoutChecksCases } from "./cases/production-without-checks";
import { projectWideConnectionRoleCases } from "./cases/project-wide-connection-role";
import { requesterMayApproveCases } from "./cases/requester-may-approve";
import { roleAssignmentRightCases } from "./cases/role-assignment-right";
import { secretBesideFederationCases } from "./cases/secret-beside-federation";
import { selfEscalationCases } from "./cases/self-escalation";
import { sharedIdentityCases } from "./cases/shared-identity";
import { storedSecretConnectionCases } from "./cases/stored-secret-connection";
import { trustNeverMatchesCases } from "./cases/trust-never-matches";
import { trustWithoutConnectionCases } from "./cases/trust-without-connection";
import { trustWithoutExactSubjectCases } from "./cases/trust-without-exact-subject";
import { unreadableTrustCases } from "./cases/unreadable-trust";
import { unreviewableCases } from "./cases/unreviewable";
import type { RuleCases } from "./rule-cases";

/** What every rule must find and must not find, by the name of the rule. */
export const casesByRule: Readonly<Record<string, RuleCases>> = {
  "all-pipelines": allPipelinesCases,
  "branch-control-too-wide": branchControlTooWideCases,
  "broad-scope": broadScopeCases,
  "can-write-federated-credentials": canWriteFederatedCredentialsCases,
  "certificate-beside-federation": certificateBesideFederationCases,
  "dangerous-directory-permission": dangerousDirectoryPermissionCases,
  "foreign-trust": foreignTrustCases,
  "identity-in-target-group": identityInTargetGroupCases,
  "legacy-issuer": legacyIssuerCases,
  "many-identities-one-connection": manyIdentitiesOneConnectionCases,
  "mixed-trusts": mixedTrustsCases,
  "multi-tenant-application": multiTenantApplicationCases,
  "near-credential-limit": nearCredentialLimitCases,
  "not-understood": notUnderstoodCases,
  "owner-role": ownerRoleCases,
  "principal-type-missing": principalTypeMissingCases,
  "production-without-checks": productionWithoutChecksCases,
  "project-wide-connection-role": projectWideConnectionRoleCases,
  "requester-may-approve": requesterMayApproveCases,
  "role-assignment-right": roleAssignmentRightCases,
  "secret-beside-federation": secretBesideFederationCases,
  "self-escalation": selfEscalationCases,
  "shared-identity": sharedIdentityCases,
  "stored-secret-connection": storedSecretConnectionCases,
  "trust-never-matches": trustNeverMatchesCases,
  "trust-without-connection": trustWithoutConnectionCases,
  "trust-without-exact-subject": trustWithoutExactSubjectCases,
  "unreadable-trust": unreadableTrustCases,
  unreviewable: unreviewableCases,
};
