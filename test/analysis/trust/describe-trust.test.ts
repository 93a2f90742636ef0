import fc from "fast-check";
import type { Trust } from "../../../analysis/model/trust";
import type { Value } from "../../../analysis/model/value";
import type { Phrase } from "../../../analysis/phrase";
import { describeTrust } from "../../../analysis/trust/describe-trust";
import { isSameParty } from "../../../analysis/trust/is-same-party";

const tenantId = "ff882432-09b0-437b-bd22-ca13c0037ded";
const organizationId = "0ca3ddd9-f0b0-4635-a98c-5866526961b6";
const connectionId = "64171687-7a59-4fce-b2c8-823278dcf176";
const entra = `https://login.microsoftonline.com/${tenantId}/v2.0`;
const azureDevOps = `https://vstoken.dev.azure.com/${organizationId}`;
const gitHub = "https://token.actions.githubusercontent.com";
// A decoded token of gravitational/teleport rfd/0211-azure-devops-joining.md
const entraSubject = `/eid1/c/pub/t/MiSI_7AJe0O9IsoTwAN97Q/a/rISbSSETf0KqFyZ8ppdXmA/sc/${organizationId}/${connectionId}`;

describe("describeTrust", () => {
  it("tells a service connection whose tokens Entra signs by its IDs", () => {
    expect(describeTrust(trust(entra, entraSubject))).toMatchObject({
      kind: "serviceConnection",
      generation: "entra",
      cloud: "AzureCloud",
      tenantId,
      organizationId,
      connectionId,
      exactness: "exact",
    });
  });

  it("tells a service connection whose tokens Azure DevOps signs by its names", () => {
    const party = describeTrust(trust(azureDevOps, "sc://Contoso/Payments/prod"));

    expect(party).toMatchObject({
      kind: "serviceConnection",
      generation: "azure-devops",
      organizationId,
      organization: "Contoso",
      project: "Payments",
      connection: "prod",
      exactness: "exact",
    });
    expect(say(party.admits)).toBe(
      "the pipelines that may use the service connection <prod> of the project <Payments> in the Azure DevOps organization <Contoso>",
    );
  });

  it("tells a pipeline that comes without a service connection", () => {
    expect(describeTrust(trust(azureDevOps, "p://contoso/Payments/deploy"))).toMatchObject({
      kind: "pipeline",
      organizationId,
      pipeline: "deploy",
    });
  });

  it("tells other services and identities that Entra signs for", () => {
    const service = "/eid1/c/pub/t/MiSI_7AJe0O9IsoTwAN97Q/a/AAAAAAAAAAAAAAAAAAAAAA/x/y";

    expect(describeTrust(trust(entra, service))).toMatchObject({
      kind: "microsoftApplication",
      applicationId: "00000000-0000-0000-0000-000000000000",
      path: "x/y",
    });
    expect(describeTrust(trust(entra, connectionId.toUpperCase()))).toMatchObject({
      kind: "entraIdentity",
      tenantId,
      principalId: connectionId,
    });
  });

  it.each([
    [
      "a subject of another tenant",
      "https://login.microsoftonline.com/11111111-1111-1111-1111-111111111111/v2.0",
      entraSubject,
    ],
    ["an issuer with a slash too many", `${gitHub}/`, "repo:contoso/app:pull_request"],
    ["a subject by names under Entra", entra, "sc://contoso/Payments/prod"],
    ["a subject of Entra under Azure DevOps", azureDevOps, entraSubject],
  ])("tells that nobody gets in by %s", (_, issuer, subject) => {
    expect(describeTrust(trust(issuer, subject))).toMatchObject({ kind: "nobody", issuer, subject });
  });

  it("never takes the word of a foreign issuer for that of Azure DevOps", () => {
    expect(describeTrust(trust("https://evil.example", "sc://contoso/Payments/prod"))).toMatchObject({
      kind: "otherIssuer",
      issuer: "https://evil.example",
    });
    expect(describeTrust(trust("https://evil.example", entraSubject)).kind).toBe("otherIssuer");
    expect(describeTrust(trust("https://evil.example", "repo:contoso/app:pull_request")).kind).toBe("otherIssuer");
  });

  it.each([
    [
      gitHub,
      "repo:contoso/app:environment:prod",
      "GitHub Actions in the repository <contoso/app> in the environment <prod>",
    ],
    [
      gitHub,
      "repo:contoso/app:ref:refs/heads/main",
      "GitHub Actions in the repository <contoso/app> on the branch <main>",
    ],
    [gitHub, "repo:contoso/app:pull_request", "GitHub Actions in the repository <contoso/app> in every pull request"],
    [gitHub, "repo:contoso@1/app@2:ref:refs/tags/v1", "GitHub Actions in the repository <contoso/app> on the tag <v1>"],
    [
      gitHub,
      "repo:contoso/app",
      "GitHub Actions in the repository <contoso/app>, whatever starts them, pull requests too",
    ],
    [gitHub, "workflow:x", "whoever has a token of GitHub Actions with the subject <workflow:x>"],
    [
      "https://github.contoso.com/_services/token",
      "repo:contoso/app:pull_request",
      "GitHub Actions in the repository <contoso/app> at the GitHub of <github.contoso.com> in every pull request",
    ],
    [
      "https://gitlab.com",
      "project_path:contoso/app:ref_type:branch:ref:main",
      "the jobs of the GitLab project <contoso/app> on the branch <main>",
    ],
    [
      "https://gitlab.contoso.com",
      "project_path:contoso/app:ref_type:tag:ref:v1",
      "the jobs of the GitLab project <contoso/app> on the tag <v1> at <gitlab.contoso.com>",
    ],
    [
      "https://app.terraform.io",
      "organization:contoso:project:p:workspace:prod:run_phase:apply",
      "the apply runs of the HCP Terraform workspace <prod> in the organization <contoso>",
    ],
    [
      "https://eastus.oic.prod-aks.azure.com/a/b/",
      "system:serviceaccount:payments:api",
      "the workloads with the service account <api> in the namespace <payments> of the Kubernetes cluster <https://eastus.oic.prod-aks.azure.com/a/b/>",
    ],
    [
      "https://accounts.google.com",
      "112233",
      "whoever has a token of the issuer <https://accounts.google.com> with the subject <112233>",
    ],
  ])("says who gets in by %s and %s", (issuer, subject, words) => {
    const party = describeTrust(trust(issuer, subject));

    expect(say(party.admits)).toBe(words);
    expect(party.exactness).toBe("exact");
  });

  it.each([
    [
      "claims['sub'] matches 'repo:contoso/app:ref:refs/heads/*'",
      "GitHub Actions in the repository <contoso/app> on every branch",
    ],
    [
      "claims['sub'] matches 'repo:contoso/*'",
      "GitHub Actions in every repository of <contoso>, whatever starts them, pull requests too",
    ],
    [
      "claims['sub'] matches 'repo:contoso/app-??:*'",
      "GitHub Actions in every repository that fits <contoso/app-??>, whatever starts them, pull requests too",
    ],
    ["claims['sub'] matches 'repo:*'", "whoever has a token of GitHub Actions whose subject fits <repo:*>"],
    [
      "claims['job_workflow_ref'] matches 'contoso/w/.github/workflows/*'",
      "whoever has a token of GitHub Actions, if <job_workflow_ref> fits <contoso/w/.github/workflows/*>",
    ],
    [
      "claims['sub'] matches 'repo:contoso/app:environment:prod-*' and claims['job_workflow_ref'] eq 'contoso/w'",
      "GitHub Actions in the repository <contoso/app> in every environment that fits <prod-*>, if <job_workflow_ref> is <contoso/w>",
    ],
  ])("says what the expression %s lets in", (expression, words) => {
    const party = describeTrust(trust(gitHub, undefined, known(expression)));

    expect(say(party.admits)).toBe(words);
    expect(party).toMatchObject({ kind: "gitHub", exactness: "pattern" });
  });

  it("takes an expression without a wildcard for one exact subject", () => {
    const expression = known("claims['sub'] eq 'repo:contoso/app:pull_request'");

    expect(describeTrust(trust(gitHub, undefined, expression)).exactness).toBe("exact");
  });

  it("does not guess what an expression means that it cannot read", () => {
    const party = describeTrust(trust(gitHub, undefined, known("claims.sub == 'x'")));

    expect(party.exactness).toBe("unknown");
    expect(say(party.admits)).toContain("<claims.sub == 'x'>");
  });

  it("counts a star in a subject as a pattern", () => {
    expect(describeTrust(trust(azureDevOps, "sc://contoso/Payments/*")).exactness).toBe("pattern");
  });

  it("tells that everybody of an issuer gets in where no subject is named", () => {
    const party = describeTrust(trust("https://issuer.example"));

    expect(party).toMatchObject({ kind: "otherIssuer", exactness: "issuerOnly" });
    expect(say(party.admits)).toBe("whoever has a token of the issuer <https://issuer.example>");
  });

  it.each<[string, Partial<Trust>, object]>([
    ["issuer", { issuer: { state: "secret" } }, { part: "issuer", why: "secret", from: [] }],
    [
      "subject",
      { subject: { state: "unknown", from: ["urn:a"] } },
      { part: "subject", why: "unknown", from: ["urn:a"] },
    ],
    ["expression", { expression: { state: "unreadable" } }, { part: "expression", why: "unreadable", from: [] }],
    ["missing issuer", { issuer: { state: "absent" } }, { part: "issuer", why: "absent", from: [] }],
  ])("does not guess whom a hidden %s means", (_, changes, expected) => {
    expect(describeTrust({ ...trust(gitHub, "repo:a/b"), ...changes })).toMatchObject({
      kind: "unknown",
      exactness: "unknown",
      ...expected,
    });
  });

  it("takes whatever texts it is given", () => {
    const text = fc.oneof(fc.string(), fc.constantFrom(entra, azureDevOps, gitHub, `${gitHub}/x`, entraSubject));

    fc.assert(
      fc.property(text, text, fc.option(text), (issuer, subject, expression) => {
        const party = describeTrust(trust(issuer, subject, expression === null ? undefined : known(expression)));
        expect(party.admits.length).toBeGreaterThan(0);
        expect(isSameParty(party, party)).toBe(party.exactness !== "unknown");
      }),
    );
  });
});

describe("isSameParty", () => {
  const isSame = (a: Trust, b: Trust): boolean => isSameParty(describeTrust(a), describeTrust(b));

  it("cannot prove that a connection by names and one by IDs are the same", () => {
    expect(isSame(trust(azureDevOps, "sc://contoso/Payments/prod"), trust(entra, entraSubject))).toBe(false);
  });

  it("tells names apart by letter case, as Entra does", () => {
    const names = trust(azureDevOps, "sc://contoso/Payments/prod");

    expect(isSame(names, trust(azureDevOps, "sc://contoso/Payments/prod"))).toBe(true);
    expect(isSame(names, trust(azureDevOps, "sc://contoso/Payments/Prod"))).toBe(false);
  });

  it("tells repositories by their IDs where both have them", () => {
    const before = trust(gitHub, "repo:contoso@1/app@2:pull_request");

    expect(isSame(before, trust(gitHub, "repo:contoso@1/renamed@2:pull_request"))).toBe(true);
    expect(isSame(before, trust(gitHub, "repo:contoso@1/app@3:pull_request"))).toBe(false);
    expect(isSame(before, trust(gitHub, "repo:contoso@1/app@2:environment:prod"))).toBe(false);
    expect(isSame(before, trust(gitHub, "repo:contoso/app:pull_request"))).toBe(false);
  });

  it("tells a pattern, one subject and further conditions apart", () => {
    const exact = trust(gitHub, "repo:contoso/app:pull_request");
    const same = trust(gitHub, undefined, known("claims['sub'] eq 'repo:contoso/app:pull_request'"));
    const narrower = trust(
      gitHub,
      undefined,
      known("claims['sub'] eq 'repo:contoso/app:pull_request' and claims['job_workflow_ref'] eq 'x'"),
    );
    const pattern = trust(gitHub, undefined, known("claims['sub'] matches 'repo:contoso/app:*'"));

    expect(isSame(exact, same)).toBe(true);
    expect(isSame(exact, narrower)).toBe(false);
    expect(isSame(exact, pattern)).toBe(false);
    expect(isSame(pattern, pattern)).toBe(true);
  });

  it("never calls two the same that cannot be seen", () => {
    const hidden = { ...trust(gitHub, "x"), subject: { state: "unknown", from: ["urn:a"] } as const };

    expect(isSame(hidden, hidden)).toBe(false);
  });
});

function known(value: string): Value {
  return { state: "known", value };
}

function trust(issuer: string, subject?: string, expression: Value = { state: "absent" }): Trust {
  return {
    class: "trust",
    urn: "urn:pulumi:prod::payments::azuread:index/x:X::credential",
    type: "azuread:index/x:X",
    name: "credential",
    protect: false,
    retainOnDelete: false,
    external: false,
    identity: { to: "absent" },
    issuer: known(issuer),
    subject: subject === undefined ? { state: "absent" } : known(subject),
    audience: known("api://AzureADTokenExchange"),
    expression,
  };
}

function say(phrase: Phrase): string {
  return phrase.map((part) => (typeof part === "string" ? part : `<${part.value}>`)).join("");
}
