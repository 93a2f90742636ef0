import fc from "fast-check";
import { parseExternalIssuer } from "../../facts/external-issuers";
import { formatGitHubSubject, type GitHubSubject, parseGitHubSubject } from "../../facts/github-subjects";
import { formatGitLabSubject, parseGitLabSubject } from "../../facts/gitlab-subjects";
import { formatKubernetesSubject, parseKubernetesSubject } from "../../facts/kubernetes-subjects";
import { formatTerraformSubject, parseTerraformSubject } from "../../facts/terraform-subjects";

describe("parseGitHubSubject", () => {
  // https://docs.github.com/actions/reference/security/oidc, its examples of the older and of the immutable form
  it.each<[string, GitHubSubject]>([
    [
      "repo:octo-org/octo-repo:environment:Production",
      { owner: "octo-org", repository: "octo-repo", context: { kind: "environment", name: "Production" } },
    ],
    [
      "repo:octo-org/octo-repo:pull_request",
      { owner: "octo-org", repository: "octo-repo", context: { kind: "pull-request" } },
    ],
    [
      "repo:octo-org/octo-repo:ref:refs/heads/demo-branch",
      { owner: "octo-org", repository: "octo-repo", context: { kind: "branch", name: "demo-branch" } },
    ],
    [
      "repo:octo-org/octo-repo:ref:refs/tags/demo-tag",
      { owner: "octo-org", repository: "octo-repo", context: { kind: "tag", name: "demo-tag" } },
    ],
    [
      "repo:octo-org/octo-repo:environment:Production%3AV1",
      { owner: "octo-org", repository: "octo-repo", context: { kind: "environment", name: "Production%3AV1" } },
    ],
    [
      "repo:octo-org@123456/octo-repo@456789:ref:refs/heads/main",
      {
        owner: "octo-org",
        ownerId: "123456",
        repository: "octo-repo",
        repositoryId: "456789",
        context: { kind: "branch", name: "main" },
      },
    ],
  ])("reads %s", (text, subject) => {
    expect(parseGitHubSubject(text)).toEqual(subject);
    expect(formatGitHubSubject(subject)).toBe(text);
  });

  it("reads a subject that says nothing but the repository as any run of it", () => {
    expect(parseGitHubSubject("repo:octo-org/octo-repo")?.context).toEqual({ kind: "any" });
  });

  it("keeps what an organization puts together of further claims as it is", () => {
    const text =
      "repo:octo-org/octo-repo:environment:Production:job_workflow_ref:octo-org/w/.github/workflows/a.yml@main";

    expect(parseGitHubSubject(text)?.context).toEqual({
      kind: "other",
      text: "environment:Production:job_workflow_ref:octo-org/w/.github/workflows/a.yml@main",
    });
  });

  it.each([
    "",
    "repo:",
    "repo:octo-org",
    "repo:octo-org/",
    "Repo:a/b",
    "repository_owner_id:1:repo:a/b",
    "repo:a@1@2/b",
  ])("does not read %j", (text) => {
    expect(parseGitHubSubject(text)).toBeUndefined();
  });

  it("writes again whatever it reads", () => {
    const text = fc
      .array(
        fc.constantFrom("repo:", "a", "b*", "@1", "/", ":", "ref:refs/heads/", "pull_request", "environment:", "\n"),
      )
      .map((parts) => `repo:${parts.join("")}`);

    fc.assert(
      fc.property(text, (subject) => {
        const parsed = parseGitHubSubject(subject);
        expect(parsed === undefined ? subject : formatGitHubSubject(parsed)).toBe(subject);
      }),
    );
  });
});

describe("subjects of others", () => {
  it("reads those of GitLab", () => {
    // https://docs.gitlab.com/ci/cloud_services/azure/
    const text = "project_path:mygroup/myproject:ref_type:branch:ref:main";

    expect(parseGitLabSubject(text)).toEqual({ project: "mygroup/myproject", refType: "branch", ref: "main" });
    expect(formatGitLabSubject({ project: "mygroup/myproject", refType: "branch", ref: "main" })).toBe(text);
    expect(parseGitLabSubject("project_path:mygroup/myproject")).toBeUndefined();
  });

  it.each([
    // https://developer.hashicorp.com/terraform/cloud-docs/workspaces/dynamic-provider-credentials/workload-identity-tokens
    [
      "organization:my-org:project:Default Project:workspace:my-workspace:run_phase:apply",
      { organization: "my-org", project: "Default Project", workspace: "my-workspace", runPhase: "apply" },
    ],
    // https://support.hashicorp.com/hc/articles/13138701895699, the form of before there were projects
    [
      "organization:my-org:workspace:my-ws:run_phase:plan",
      { organization: "my-org", workspace: "my-ws", runPhase: "plan" },
    ],
  ])("reads %s of HCP Terraform", (text, subject) => {
    expect(parseTerraformSubject(text)).toEqual(subject);
    expect(formatTerraformSubject(subject)).toBe(text);
  });

  it("reads those of Kubernetes", () => {
    // https://learn.microsoft.com/powershell/module/az.managedserviceidentity/new-azfederatedidentitycredential
    const text = "system:serviceaccount:ns:svcaccount";

    expect(parseKubernetesSubject(text)).toEqual({ namespace: "ns", serviceAccount: "svcaccount" });
    expect(formatKubernetesSubject({ namespace: "ns", serviceAccount: "svcaccount" })).toBe(text);
    expect(parseKubernetesSubject("system:serviceaccounts:ns")).toBeUndefined();
  });
});

describe("parseExternalIssuer", () => {
  it.each([
    // https://learn.microsoft.com/entra/workload-id/workload-identities-flexible-federated-identity-credentials
    ["https://gitlab.com", { kind: "gitlab", host: "gitlab.com" }],
    ["https://app.terraform.io", { kind: "terraform", host: "app.terraform.io" }],
    ["https://app.eu.terraform.io", { kind: "terraform", host: "app.eu.terraform.io" }],
    // https://docs.github.com/enterprise-cloud@latest/actions/reference/security/oidc
    [
      "https://token.actions.githubusercontent.com/octocat-inc",
      { kind: "github-enterprise", host: "token.actions.githubusercontent.com", enterprise: "octocat-inc" },
    ],
    [
      "https://token.actions.octocorp.ghe.com",
      { kind: "github-enterprise", host: "token.actions.octocorp.ghe.com", enterprise: "octocorp" },
    ],
    // https://docs.github.com/enterprise-server@latest/actions/reference/security/oidc
    ["https://github.contoso.com/_services/token", { kind: "github-enterprise", host: "github.contoso.com" }],
    // https://learn.microsoft.com/azure/aks/use-oidc-issuer
    [
      "https://eastus.oic.prod-aks.azure.com/00000000-0000-0000-0000-000000000000/11111111-1111-1111-1111-111111111111/",
      {
        kind: "azure-kubernetes",
        cluster:
          "https://eastus.oic.prod-aks.azure.com/00000000-0000-0000-0000-000000000000/11111111-1111-1111-1111-111111111111/",
        tenantId: "00000000-0000-0000-0000-000000000000",
      },
    ],
    // The example of the older form, https://learn.microsoft.com/rest/api/managedidentity/federated-identity-credentials
    [
      "https://oidc.prod-aks.azure.com/IssuerGUID",
      { kind: "azure-kubernetes", cluster: "https://oidc.prod-aks.azure.com/IssuerGUID" },
    ],
  ])("reads %s", (text, issuer) => {
    expect(parseExternalIssuer(text)).toEqual(issuer);
  });

  it.each([
    "https://gitlab.com/",
    "https://gitlab.example.com",
    "http://gitlab.com",
    "https://app.terraform.io.evil.example",
    "https://token.actions.githubusercontent.com",
    "https://token.actions.githubusercontent.com/a/b",
    "https://evil.example/token.actions.githubusercontent.com",
    "https://eastus.oic.prod-aks.azure.com.evil.example/x",
    "",
  ])("does not read %j", (text) => {
    expect(parseExternalIssuer(text)).toBeUndefined();
  });
});
