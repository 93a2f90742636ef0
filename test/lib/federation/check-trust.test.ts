import { checkTrust } from "../../../lib/federation/check-trust";
import { entraTrust, ids, legacyTrust } from "../../support/vendor-mocks";

const entra = { ...entraTrust, connectionId: ids.connection, tenantId: ids.tenant };
const legacy = { ...legacyTrust("payments"), connectionId: ids.connection, tenantId: ids.tenant };
const otherGuid = "0e0e0e0e-0000-4000-8000-00000000000e";

describe("what Azure DevOps names for a connection", () => {
  it.each([
    ["of Microsoft Entra", entra],
    [
      "of Microsoft Entra, whatever the letter case of our own IDs",
      {
        ...entra,
        connectionId: ids.connection.toUpperCase(),
        tenantId: ids.tenant.toUpperCase(),
      },
    ],
    ["of Azure DevOps", legacy],
    ["of Azure DevOps, with spaces in names", { ...legacy, subject: "sc://contoso/Payments Team/payments dev" }],
  ])("is trusted when it is %s", (_, trust) => {
    expect(checkTrust(trust)).toEqual([]);
  });

  it.each([
    ["no issuer", { ...entra, issuer: "" }, "issuer", "issuer-missing"],
    ["no subject", { ...legacy, subject: "" }, "subject", "issuer-missing"],
    ["another tenant", { ...entra, tenantId: otherGuid }, "issuer", "tenant-foreign"],
    ["another connection", { ...entra, connectionId: otherGuid }, "subject", "subject-foreign"],
    ["names under Microsoft Entra's issuer", { ...entra, subject: legacy.subject }, "subject", "subject-foreign"],
    ["IDs under Azure DevOps' issuer", { ...legacy, subject: entra.subject }, "subject", "subject-foreign"],
    ["a pipeline as such", { ...legacy, subject: "p://contoso/payments/deploy" }, "subject", "subject-foreign"],
    [
      "a pull request of GitHub",
      { ...entra, issuer: "https://token.actions.githubusercontent.com" },
      "issuer",
      "issuer-unknown",
    ],
    [
      "the issuer of all organizations",
      { ...legacy, issuer: "https://app.vstoken.visualstudio.com" },
      "issuer",
      "issuer-unknown",
    ],
    [
      "an organization that is a name",
      { ...legacy, issuer: "https://vstoken.dev.azure.com/contoso" },
      "issuer",
      "issuer-unknown",
    ],
    ["a slash too much", { ...entra, issuer: `${entra.issuer}/` }, "issuer", "issuer-unknown"],
  ])("is refused when it is %s", (_, trust, path, rule) => {
    const [first] = checkTrust(trust);

    expect(first).toMatchObject({ path, rule });
  });

  it("is explained in whole sentences", () => {
    expect(checkTrust({ ...entra, issuer: `${entra.issuer}/` })).toEqual([
      {
        path: "issuer",
        rule: "issuer-unknown",
        problem: `Azure DevOps named the issuer "${entra.issuer}/", which is neither Microsoft Entra nor an Azure DevOps organization (it is nearly "${entra.issuer}").`,
        fix: "No trust was created. Compare it with the connection in the project settings of Azure DevOps, and look for a newer version of pulumi-keyless.",
      },
    ]);
    expect(checkTrust({ ...entra, issuer: "", subject: "" }).map(({ problem }) => problem)).toEqual([
      "Azure DevOps named no issuer for the service connection, so nothing can be trusted yet.",
      "Azure DevOps named no subject for the service connection, so nothing can be trusted yet.",
    ]);
  });

  it("of another tenant is refused in the subject too, where the issuer alone would pass", () => {
    // `t/` decodes to 72f988bf-86f1-41af-91ab-2d7cd011db47, a tenant seen in public files.
    const subject = entra.subject.replace(/\/t\/[^/]+/, "/t/v4j5cvGGr0GRqy180BHbRw");

    expect(checkTrust({ ...entra, subject })).toMatchObject([{ path: "subject", rule: "tenant-foreign" }]);
  });
});
