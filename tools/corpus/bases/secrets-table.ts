import type { CorpusBase } from "../corpus-case";
import { insertBefore } from "../insert-before";

const end = "export const clientId = application.clientId;";

/** Secret values wherever a program can put them. Each is a canary: none may ever be seen in a report. */
export const secretsBase: CorpusBase = {
  name: "secrets",
  secretConfig: { "corpus:token": "canary-token" },
  adopted: {
    "ApplicationPassword/payments": {
      id: "0e0e0e0e-aaaa-4bbb-8ccc-dddddddddddd/password/0e0e0e0e-aaaa-4bbb-8ccc-000000000001",
      outputs: { keyId: "0e0e0e0e-aaaa-4bbb-8ccc-000000000001", startDate: "2026-01-01T00:00:00Z", value: "[secret]" },
      secrets: { value: "canary-password" },
    },
    "ServiceEndpointAzureRM/payments": {
      id: "0e0e0e0e-cccc-4ddd-8eee-ffffffffffff",
      outputs: { authorization: { scheme: "ServicePrincipal" } },
      secrets: { "credentials.serviceprincipalkey": "canary-key" },
    },
    "ServiceEndpointDockerRegistry/registry": {
      id: "0e0e0e0e-cccc-4ddd-8eee-000000000000",
      outputs: { authorization: { scheme: "UsernamePassword" } },
      secrets: { dockerPassword: "canary-token" },
    },
  },
  cases: [
    {
      name: "first-deployment",
      isFirst: true,
      access: "widens",
      classes: ["identity", "storedSecret", "serviceConnection"],
    },
    { name: "unchanged", access: "same", classes: [] },
    {
      name: "secret-changed",
      edits: [{ find: `pulumi.secret("canary-key")`, replace: `pulumi.secret("canary-other-key")` }],
      access: "widens",
      classes: ["serviceConnection"],
    },
    {
      name: "secret-issuer",
      edits: [
        insertBefore(
          end,
          `new azuread.ApplicationFederatedIdentityCredential("hidden", {`,
          `  applicationId: application.id,`,
          `  displayName: "hidden",`,
          `  issuer: pulumi.secret("https://canary-issuer.example"),`,
          `  subject: pulumi.secret("canary-subject"),`,
          `  audiences: ["api://AzureADTokenExchange"],`,
          `});`,
        ),
      ],
      access: "widens",
      classes: ["trust"],
    },
    {
      name: "logged",
      edits: [
        insertBefore(
          end,
          `token.apply((text) => {`,
          `  console.log(text);`,
          `  void pulumi.log.warn(text);`,
          `  void pulumi.log.info(text);`,
          `});`,
        ),
      ],
      access: "same",
      classes: [],
    },
    {
      name: "error-quotes-secret",
      edits: [
        insertBefore(
          end,
          `pulumi.all([token, ...declared.map(({ id }) => id)]).apply(([text]) => {`,
          "  throw new Error(`the token ${text} is wrong`);",
          `});`,
        ),
      ],
      fails: true,
      access: "same",
      classes: [],
    },
    {
      name: "check-quotes-secret",
      edits: [
        insertBefore(
          end,
          `new azuread.ApplicationCertificate("broken", {`,
          `  applicationId: application.id,`,
          `  value: "canary-certificate",`,
          `  type: pulumi.secret("canary-type"),`,
          `  endDate: token,`,
          `}, { dependsOn: declared });`,
        ),
      ],
      fails: true,
      access: "same",
      classes: ["storedSecret"],
    },
  ],
};
