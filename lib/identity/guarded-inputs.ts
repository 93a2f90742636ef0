import type { identityValues } from "../replacement/guarded-values-table";
import { type GuardedInputs, listGuardedInputs } from "../replacement/guarded-inputs";
import type { WorkloadIdentityArgs } from "./workload-identity-args";

/** Lists what an identity keeps in the state, by which a change is noticed that would replace it. */
export function listIdentityInputs({
  managedIdentity,
  existing,
}: WorkloadIdentityArgs): GuardedInputs<typeof identityValues> {
  const created = managedIdentity === undefined ? "servicePrincipal" : "managedIdentity";
  return listGuardedInputs<typeof identityValues>({
    kind: existing === undefined ? created : "existing",
    existingId: existing?.applicationObjectId ?? existing?.managedIdentityId,
    resourceGroupName: managedIdentity?.resourceGroupName,
    name: managedIdentity?.name,
    location: managedIdentity?.location,
  });
}
