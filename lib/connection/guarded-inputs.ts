import type * as pulumi from "@pulumi/pulumi";
import { formatCredentialName } from "../federation/credential-name";
import type { WorkloadIdentityArgs } from "../identity/workload-identity-args";
import type { connectionValues } from "../replacement/guarded-values-table";
import { type GuardedInputs, listGuardedInputs } from "../replacement/guarded-inputs";
import { mayBeReplaced } from "../replacement/replaceable-components";
import { AzureEnvironment } from "./azure-environment";
import type { AzureServiceConnectionArgs } from "./azure-service-connection-args";

/** Lists what a service connection keeps in the state, by which a change is noticed that would replace something. */
export function listConnectionInputs(
  name: string,
  { environment, federatedIdentityCredentialName, identity = {} }: AzureServiceConnectionArgs,
  projectId: pulumi.Output<string>,
): GuardedInputs<typeof connectionValues> {
  return listGuardedInputs<typeof connectionValues>({
    projectId,
    environment: environment ?? AzureEnvironment.AzureCloud,
    identity: findIdentityInput(identity),
    federatedIdentityCredentialName: federatedIdentityCredentialName ?? formatCredentialName(name),
  });
}

/** An identity of the connection's own guards itself: here it counts only that there is one. */
function findIdentityInput({ existing, allowReplacement }: WorkloadIdentityArgs): pulumi.Input<string> | undefined {
  if (existing === undefined) {
    return "its own";
  }
  return allowReplacement === true || mayBeReplaced(existing)
    ? undefined
    : (existing.applicationObjectId ?? existing.managedIdentityId);
}
