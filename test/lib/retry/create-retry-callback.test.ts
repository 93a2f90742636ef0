import { createRetryCallback } from "../../../lib/retry/create-retry-callback";
import { retryRules } from "../../../lib/retry/retry-rules-table";

const refusal =
  "Delete service endpoint error Cannot delete this service connection while federated credentials for app a exist in Entra tenant t. Please make sure federated credentials have been removed prior to deleting the service connection.";

function startWorld() {
  const events: string[] = [];
  const callback = createRetryCallback(retryRules["service-connection"], {
    pause: (seconds) => {
      events.push(`pause ${seconds}`);
      return Promise.resolve();
    },
    warn: (message) => events.push(`warn ${message}`),
    error: (message) => events.push(`error ${message}`),
  });
  const fail = (errors: string[]) =>
    callback({
      urn: "urn:pulumi:s::p::t::payments-dev-connection",
      id: "e",
      name: "payments-dev-connection",
      type: "azuredevops:index/serviceEndpointAzureRM:ServiceEndpointAzureRM",
      failedOperation: "delete",
      errors,
    });
  return { events, fail };
}

describe("the function that the engine asks after a failure", () => {
  it("says what the matter is, waits, and has it tried again", async () => {
    const { events, fail } = startWorld();

    expect(await fail([refusal])).toBe(true);
    expect(await fail([refusal, refusal])).toBe(true);
    expect(events).toEqual([
      "warn payments-dev-connection: Azure DevOps still sees the federated identity credential that was deleted just before. Trying again in 5 s (1 of 8) [credential-still-visible].",
      "pause 5",
      "warn payments-dev-connection: Azure DevOps still sees the federated identity credential that was deleted just before. Trying again in 10 s (2 of 8) [credential-still-visible].",
      "pause 10",
    ]);
  });

  it("ends with the cause and what a person can do", async () => {
    const { events, fail } = startWorld();

    expect(await fail(Array.from({ length: 9 }, () => refusal))).toBe(false);
    expect(events).toEqual([
      "error payments-dev-connection: Azure DevOps still sees the federated identity credential that was deleted just before. It did not pass in 8 more attempts over 170 s. If the credential is gone from the identity, wait some minutes and delete again. If it is there, someone else made it: remove it by hand. [credential-still-visible]",
    ]);
  });

  it("keeps silent about what it does not know", async () => {
    const { events, fail } = startWorld();

    expect(await fail(["something else"])).toBe(false);
    expect(events).toEqual([]);
  });
});
