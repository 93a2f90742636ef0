import { parseClaimsExpression } from "../../facts/claims-expressions";

describe("parseClaimsExpression", () => {
  // The examples of https://learn.microsoft.com/entra/workload-id/workload-identities-flexible-federated-identity-credentials
  it.each([
    [
      "claims['sub'] matches 'repo:contoso/contoso-repo:ref:refs/heads/*'",
      [{ claim: "sub", operator: "matches", comparand: "repo:contoso/contoso-repo:ref:refs/heads/*" }],
    ],
    [
      "claims['sub'] eq 'repo:contoso/contoso-repo:ref:refs/heads/main'",
      [{ claim: "sub", operator: "eq", comparand: "repo:contoso/contoso-repo:ref:refs/heads/main" }],
    ],
    [
      "claims['sub'] eq 'repo:contoso/contoso-repo:ref:refs/heads/main' and claims['job_workflow_ref'] matches 'foo-org/bar-repo/.github/workflows/*@refs/heads/main'",
      [
        { claim: "sub", operator: "eq", comparand: "repo:contoso/contoso-repo:ref:refs/heads/main" },
        {
          claim: "job_workflow_ref",
          operator: "matches",
          comparand: "foo-org/bar-repo/.github/workflows/*@refs/heads/main",
        },
      ],
    ],
  ])("reads %s", (text, conditions) => {
    expect(parseClaimsExpression(text)).toEqual(conditions);
  });

  it("takes words inside of quotes for text, and two quotes for one", () => {
    expect(parseClaimsExpression("claims['sub'] eq 'a and claims[''sub''] eq b'")).toEqual([
      { claim: "sub", operator: "eq", comparand: "a and claims['sub'] eq b" },
    ]);
  });

  it.each([
    "",
    "claims['sub']",
    "claims[\"sub\"] eq 'x'",
    "claims['sub'] like 'x'",
    "claims['sub'] eq 'x",
    "claims['sub'] eq 'x' or claims['sub'] eq 'y'",
    "claims['sub'] eq 'x' and",
    "claims['sub'] eq 'x'claims['sub'] eq 'y'",
    "not claims['sub'] eq 'x'",
    "claims['sub'] eq 'x'.",
  ])("does not read %j", (text) => {
    expect(parseClaimsExpression(text)).toBeUndefined();
  });
});
