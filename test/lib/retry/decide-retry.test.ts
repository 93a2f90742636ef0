import { decideRetry } from "../../../lib/retry/decide-retry";
import { type RetryPurpose, retryRules } from "../../../lib/retry/retry-rules-table";

const throttlingMessage =
  "TF400733: The request has been canceled: Request was blocked due to exceeding usage of resource 'Concurrency' in namespace ''.";

interface Case {
  readonly purpose: RetryPurpose;
  readonly operation: string;
  /** As the provider says it: its own words, then those of the service. */
  readonly message: string;
  readonly rule: string;
}

const retried: readonly Case[] = [
  // azuredevops v1.16.0, serviceendpoint/commons.go: the words of each operation.
  {
    purpose: "service-connection",
    operation: "create",
    message: `1 error occurred:\n\t* Error creating service endpoint in Azure DevOps: ${throttlingMessage}\n\n`,
    rule: "connection-creation-throttled",
  },
  {
    // The client's words when the body of the answer cannot be read.
    purpose: "service-connection",
    operation: "create",
    message: "Error creating service endpoint in Azure DevOps: Request returned status: 429 Too Many Requests",
    rule: "connection-creation-throttled",
  },
  {
    purpose: "service-connection",
    operation: "update",
    message: `updating service endpoint in Azure DevOps: ${throttlingMessage}`,
    rule: "connection-change-throttled",
  },
  {
    purpose: "service-connection",
    operation: "delete",
    message: `Delete service endpoint error ${throttlingMessage}`,
    rule: "connection-change-throttled",
  },
  {
    // microsoft/terraform-provider-azuredevops#1131
    purpose: "service-connection",
    operation: "delete",
    message:
      "Delete service endpoint error Cannot delete this service connection while federated credentials for app c11e4700-aaaa-4aaa-8aaa-000000000003 exist in Entra tenant 7a1c9a52-3f0e-4d5b-9c55-0d5a3f0b1e01. Please make sure federated credentials have been removed prior to deleting the service connection.",
    rule: "credential-still-visible",
  },
  {
    // azuredevops v1.16.0, approvalsandchecks/common_check.go
    purpose: "check",
    operation: "create",
    message: `failed creating check, project ID: 940ec700-aaaa-4aaa-8aaa-000000000005. Error: ${throttlingMessage}`,
    rule: "check-creation-throttled",
  },
  { purpose: "check", operation: "update", message: throttlingMessage, rule: "check-change-throttled" },
  { purpose: "connection-role", operation: "create", message: throttlingMessage, rule: "connection-role-throttled" },
  {
    purpose: "pipeline-permission",
    operation: "create",
    message: `creating authorized resource: ${throttlingMessage}`,
    rule: "permission-throttled",
  },
  {
    purpose: "pipeline-permission",
    operation: "delete",
    message: "deleting authorized resource: REST call returned status code 429",
    rule: "permission-throttled",
  },
  {
    // hashicorp/terraform-provider-azurerm#25506, Azure-Samples/azure-search-openai-demo#9
    purpose: "role-assignment",
    operation: "create",
    message:
      'Status=400 Code="PrincipalNotFound" Message="Principal d41c19a1aaaa4aaa8aaa000000000004 does not exist in the directory 7a1c9a52-3f0e-4d5b-9c55-0d5a3f0b1e01."',
    rule: "principal-not-visible",
  },
  {
    // openshift/cloud-credential-operator#878
    purpose: "managed-identity-credential",
    operation: "create",
    message:
      'Status=404 Code="ParentResourceNotFound" Message="Can not perform requested operation on nested resource."',
    rule: "managed-identity-not-visible",
  },
  {
    // Azure/Azure-Verified-Modules#2673
    purpose: "managed-identity-credential",
    operation: "create",
    message: "MS Graph resource not found during Federated Identity Credential creation.",
    rule: "managed-identity-not-visible",
  },
  {
    // Microsoft Graph's own words for what the directory does not show.
    purpose: "managed-identity-credential",
    operation: "create",
    message:
      'Status=404 Code="NotFound" Message="Resource \'d41c19a1-aaaa-4aaa-8aaa-000000000004\' does not exist or one of its queried reference-property objects are not present."',
    rule: "managed-identity-not-visible",
  },
  {
    // Azure/bicep-registry-modules#1447
    purpose: "managed-identity-credential",
    operation: "delete",
    message:
      'Status=409 Code="ConcurrentFederatedIdentityCredentialsWritesForSingleManagedIdentity" Message="Too many Federated Identity Credentials are written concurrently for the managed identity."',
    rule: "concurrent-credential-writes",
  },
  {
    // azuread 3.4.0, application_federated_identity_credential_resource.go
    purpose: "application-credential",
    operation: "create",
    message:
      "Adding federated identity credential for Application (Application: \"a\"): unexpected status 404 (404 Not Found) with error: Request_ResourceNotFound: Resource 'a' does not exist or one of its queried reference-property objects are not present.",
    rule: "application-not-visible",
  },
];

const explained: readonly Case[] = [
  // The Go clients' words for a connection that breaks after the request was sent: net/http, and the azuread SDK.
  ...[
    'Post "https://dev.azure.com/contoso/_apis/serviceendpoint/endpoints": EOF',
    "read: connection reset by peer",
  ].map((message) => ({
    purpose: "service-connection" as const,
    operation: "create",
    message: `Error creating service endpoint in Azure DevOps: ${message}`,
    rule: "connection-maybe-made",
  })),
  {
    purpose: "service-connection",
    operation: "create",
    message: "Error creating service endpoint in Azure DevOps: Service connection with name payments already exists.",
    rule: "connection-name-taken",
  },
  {
    purpose: "check",
    operation: "create",
    message:
      'failed creating check, project ID: p. Error: Post "https://dev.azure.com/contoso/p/_apis/pipelines/checks/configurations": EOF',
    rule: "check-maybe-made",
  },
  {
    purpose: "check",
    operation: "delete",
    message: "The check configuration 7 does not exist.",
    rule: "check-gone",
  },
  {
    // azuredevops v1.16.0, utils/sdk/securityroles/client.go
    purpose: "connection-role",
    operation: "create",
    message:
      "the identity was not recognized by Azure DevOps. Ensure you are using the internal identity ID (storage key).",
    rule: "connection-role-member-unknown",
  },
  {
    purpose: "application",
    operation: "create",
    message:
      'Could not create application: Post "https://graph.microsoft.com/v1.0/applications": HTTP response was nil; connection may have been reset',
    rule: "application-maybe-made",
  },
  {
    purpose: "service-principal",
    operation: "create",
    message: "Timed out whilst waiting for new service principal to be replicated in Azure AD: unexpected status 404",
    rule: "service-principal-half-made",
  },
  {
    purpose: "service-principal",
    operation: "create",
    message: "Failed to patch service principal after creating: unexpected status 409 (409 Conflict)",
    rule: "service-principal-half-made",
  },
  {
    // hashicorp/terraform-provider-azuread#1764
    purpose: "application",
    operation: "create",
    message: 'Failed to patch application with object ID "a" after creating: unexpected status 409 (409 Conflict)',
    rule: "application-half-made",
  },
];

const untouched: readonly Omit<Case, "rule">[] = [
  // The connection exists already: a second creation would meet its name, or make another one.
  {
    purpose: "service-connection",
    operation: "create",
    message: `waiting for service endpoint ready.  Looking up service endpoint given ID (e) and project ID (p): ${throttlingMessage}`,
  },
  {
    purpose: "service-connection",
    operation: "create",
    message: `looking up service endpoint given ID (e) and project ID (p): ${throttlingMessage}`,
  },
  // The check exists already: it is read after its creation.
  { purpose: "check", operation: "create", message: throttlingMessage },
  // The credential exists already.
  {
    purpose: "application-credential",
    operation: "create",
    message: "Waiting for Federated Identity Credential: unexpected status 404",
  },
  {
    purpose: "role-assignment",
    operation: "create",
    message: 'Status=403 Code="AuthorizationFailed" Message="The client does not have authorization."',
  },
  { purpose: "role-assignment", operation: "delete", message: 'Status=400 Code="PrincipalNotFound"' },
  {
    purpose: "managed-identity-credential",
    operation: "update",
    message: 'Status=404 Code="ParentResourceNotFound"',
  },
  // An object ID that holds the digits is no throttling.
  {
    purpose: "pipeline-permission",
    operation: "create",
    message: "creating authorized resource: pipeline 429 does not exist",
  },
];

const decide = ({ purpose, operation, message }: Omit<Case, "rule">, times = 1) =>
  decideRetry(retryRules[purpose], { operation, errors: Array.from({ length: times }, () => message) });

describe("a failure that passes by itself", () => {
  it.each(retried)("is tried again: $rule on $operation", (one) => {
    const decision = decide(one);

    expect(decision).toMatchObject({ kind: "retry", rule: { name: one.rule }, attempt: 1 });
  });

  it.each(retried)("is tried after growing pauses, and not for ever: $rule on $operation", (one) => {
    const decisions = Array.from({ length: 30 }, (_, index) => decide(one, index + 1));
    const pauses = decisions.flatMap((decision) => (decision.kind === "retry" ? [decision.pause] : []));
    const total = pauses.reduce((sum, pause) => sum + pause, 0);

    expect(pauses).toEqual([...pauses].sort((a, b) => a - b));
    expect(total).toBeGreaterThanOrEqual(60);
    expect(total).toBeLessThanOrEqual(600);
    expect(decisions.slice(pauses.length)).toMatchObject(
      Array.from({ length: 30 - pauses.length }, () => ({ kind: "give-up", waited: total })),
    );
  });

  it("is counted apart from other failures of the same operation", () => {
    const throttled = `Delete service endpoint error ${throttlingMessage}`;
    const refused =
      "Cannot delete this service connection while federated credentials for app a exist in Entra tenant t.";

    expect(
      decideRetry(retryRules["service-connection"], { operation: "delete", errors: [refused, throttled, throttled] }),
    ).toMatchObject({ kind: "retry", rule: { name: "credential-still-visible" }, attempt: 1 });
  });
});

describe("a failure that may have had its effect", () => {
  it.each(explained)("is explained and never tried again: $rule", (one) => {
    expect(decide(one)).toMatchObject({ kind: "give-up", rule: { name: one.rule }, waited: 0 });
  });

  it.each(untouched)("is left to the provider's own words: $purpose on $operation: $message", (one) => {
    expect(decide(one)).toEqual({ kind: "unknown" });
  });
});

describe("the table of rules", () => {
  it("has a name of its own for each", () => {
    const names = Object.values(retryRules)
      .flat()
      .map(({ name }) => name);

    expect(new Set(names).size).toBe(names.length);
    expect([...retried, ...explained].map(({ rule }) => rule)).toEqual(expect.arrayContaining(names));
  });
});
