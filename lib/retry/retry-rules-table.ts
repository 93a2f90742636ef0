/** What the engine was doing when the provider gave up. */
export type Operation = "create" | "update" | "delete";

/** A failure that passes by itself, or that at least can be explained. */
export interface RetryRule {
  readonly name: string;
  readonly operations: readonly Operation[];
  /** Recognizes the failure in what the provider says. */
  readonly pattern: RegExp;
  /** What is the matter, as a whole sentence. */
  readonly cause: string;
  /**
   * Seconds to wait before each new attempt, growing. There are no more attempts than pauses. An empty list explains only: the
   * operation may have had its effect, and a second one could make a second thing.
   */
  readonly pauses: readonly number[];
  /** What a person can do in the end, as whole sentences. */
  readonly advice: string;
}

/** What the hooks are for: one for each kind of resource that needs them. */
export type RetryPurpose =
  | "application"
  | "application-credential"
  | "check"
  | "connection-role"
  | "managed-identity-credential"
  | "pipeline-permission"
  | "role-assignment"
  | "service-connection"
  | "service-principal";

// The azuredevops provider repeats nothing. The message is that of the service, or the status where the body was not readable.
const throttled = "(?:TF400733|exceeding usage of resource|returned status(?: code)?:? 429)";

// What the Go clients say when a connection broke after the request was sent.
const answerLost = String.raw`(?:\bEOF\b|connection reset|connection may have been reset|broken pipe|timeout|deadline exceeded)`;

const throttling = {
  cause: "Azure DevOps throttles the requests of the deploying identity.",
  // Throttling is measured over a sliding window of five minutes.
  pauses: [5, 10, 20, 40, 60, 90, 120],
  advice:
    "Wait some minutes and run `pulumi up` again; a smaller --parallel helps. Usage is shown in the organization's settings. See https://learn.microsoft.com/azure/devops/integrate/concepts/rate-limits.",
};

/**
 * The failures that the provider code gives up on at once, by purpose. Only what surely had no effect, or may safely have it
 * twice, is tried again.
 */
export const retryRules: Readonly<Record<RetryPurpose, readonly RetryRule[]>> = {
  "service-connection": [
    {
      name: "connection-creation-throttled",
      operations: ["create"],
      // Only the refused creation itself had no effect: later requests of the same operation fail with other words.
      pattern: new RegExp(`Error creating service endpoint in Azure DevOps:.*${throttled}`, "is"),
      ...throttling,
    },
    {
      name: "connection-maybe-made",
      operations: ["create"],
      pattern: new RegExp(`Error creating service endpoint in Azure DevOps:.*${answerLost}`, "is"),
      cause: "Azure DevOps may have created the connection: its answer was lost.",
      pauses: [],
      advice:
        "It is not created again, since its name is unique. Look for it among the project's service connections: if it is there, delete it, and run `pulumi up` again.",
    },
    {
      name: "connection-name-taken",
      operations: ["create"],
      pattern: /Service connection with name .* already exists|DuplicateServiceConnectionException/is,
      cause: "The project has a connection of this name already.",
      pauses: [],
      advice:
        "If an earlier run that was cut off has left it, delete it and run `pulumi up` again. Otherwise choose another connectionName.",
    },
    {
      name: "connection-change-throttled",
      operations: ["update", "delete"],
      pattern: new RegExp(throttled, "i"),
      ...throttling,
    },
    {
      name: "credential-still-visible",
      operations: ["delete"],
      // The text of microsoft/terraform-provider-azuredevops#1131.
      pattern: /Cannot delete this service connection while federated credentials/i,
      cause: "Azure DevOps still sees the federated identity credential that was deleted just before.",
      pauses: [5, 10, 15, 20, 30, 30, 30, 30],
      advice:
        "If the credential is gone from the identity, wait some minutes and delete again. If it is there, someone else made it: remove it by hand.",
    },
  ],
  check: [
    {
      name: "check-creation-throttled",
      operations: ["create"],
      // Only the refused creation itself had no effect: the reading that follows it fails with other words.
      pattern: new RegExp(`failed creating check,.*${throttled}`, "is"),
      ...throttling,
    },
    {
      name: "check-maybe-made",
      operations: ["create"],
      pattern: new RegExp(`failed creating check,.*${answerLost}`, "is"),
      cause: "Azure DevOps may have created the check: its answer was lost.",
      pauses: [],
      advice:
        "It is not created again, since there would be two. Look at the approvals and checks of the connection: if it is there, delete it, and run `pulumi up` again. No pipeline was permitted meanwhile.",
    },
    {
      name: "check-change-throttled",
      operations: ["update", "delete"],
      pattern: new RegExp(throttled, "i"),
      ...throttling,
    },
    {
      name: "check-gone",
      operations: ["update", "delete"],
      // The words by which the provider itself knows a check that is gone.
      pattern: /does not exist\./i,
      cause: "The check was deleted meanwhile, by hand or by a run that was cut off.",
      pauses: [],
      advice: "Run `pulumi refresh`, then `pulumi up` again.",
    },
  ],
  "connection-role": [
    {
      name: "connection-role-throttled",
      // Giving or taking a role twice is the same as once.
      operations: ["create", "update", "delete"],
      pattern: new RegExp(throttled, "i"),
      ...throttling,
    },
    {
      name: "connection-role-member-unknown",
      operations: ["create", "update"],
      pattern: /identity was not recognized by Azure DevOps/i,
      cause: "Azure DevOps knows nobody by this ID.",
      pauses: [],
      advice:
        "Write the storage key as id: groupId of a group, id of a team or user in @pulumi/azuredevops; not the object ID of Microsoft Entra.",
    },
  ],
  "pipeline-permission": [
    {
      name: "permission-throttled",
      // Authorizing a pipeline twice is the same as once.
      operations: ["create", "update", "delete"],
      pattern: new RegExp(throttled, "i"),
      ...throttling,
    },
  ],
  "role-assignment": [
    {
      name: "principal-not-visible",
      operations: ["create"],
      pattern: /\bPrincipalNotFound\b/,
      cause: "Azure does not see the new identity yet.",
      pauses: [5, 10, 15, 20, 30, 30, 30, 30],
      advice:
        "If the identity is new, wait some minutes and run `pulumi up` again. Otherwise check principalId: it is the object ID of the service principal, in the tenant of the subscription.",
    },
  ],
  "managed-identity-credential": [
    {
      name: "managed-identity-not-visible",
      operations: ["create"],
      pattern:
        /\bParentResourceNotFound\b|MS Graph resource not found|queried reference-property objects are not present/i,
      cause: "Azure does not see the new managed identity everywhere yet.",
      pauses: [5, 10, 15, 20, 30, 30, 30, 30],
      advice:
        "If the managed identity is new, wait some minutes and run `pulumi up` again. Otherwise check managedIdentityId.",
    },
    {
      name: "concurrent-credential-writes",
      operations: ["create", "update", "delete"],
      pattern: /\bConcurrentFederatedIdentityCredentialsWritesForSingleManagedIdentity\b/,
      cause: "Another federated identity credential of the same managed identity is being written.",
      pauses: [2, 5, 10, 20, 40, 60],
      advice:
        "Pass one WorkloadIdentity as `existing` to all connections that share it: their credentials are then written in turn.",
    },
  ],
  "application-credential": [
    {
      name: "application-not-visible",
      operations: ["create"],
      // Both requests fail before there is a credential.
      pattern: /(?:retrieving|Adding federated identity credential for) .*(?:status 404|Request_ResourceNotFound)/is,
      cause: "Microsoft Graph does not see the new application everywhere yet.",
      pauses: [5, 10, 15, 20, 30, 30],
      advice:
        "If the application is new, wait some minutes and run `pulumi up` again. Otherwise check applicationObjectId.",
    },
  ],
  application: [
    {
      name: "application-maybe-made",
      operations: ["create"],
      pattern: new RegExp(`Could not create application:.*${answerLost}`, "is"),
      cause: "Microsoft Entra may have created the application: its answer was lost.",
      pauses: [],
      advice:
        "It is not created again, since that could make a second one. Look for it among the app registrations that the deploying identity owns: if it is there, delete it, and run `pulumi up` again.",
    },
    {
      name: "application-half-made",
      operations: ["create"],
      pattern:
        /Failed to patch application with object ID|waiting for new application to be replicated|Could not remove initial owner from application/i,
      cause: "The application exists, but a request that followed its creation failed.",
      pauses: [],
      advice:
        "It is not created again, since that could make a second one. Run `pulumi up` again: it goes on with the first.",
    },
  ],
  "service-principal": [
    {
      name: "service-principal-half-made",
      operations: ["create"],
      pattern:
        /Failed to patch service principal after creating|waiting for new service principal to be replicated|Could not (?:add owners to|remove initial owner from)/i,
      cause: "The service principal exists, but a request that followed its creation failed.",
      pauses: [],
      advice:
        "It is not created again, since an application has only one. Run `pulumi up` again: it goes on with the first.",
    },
  ],
};
