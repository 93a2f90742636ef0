import { createCloudHarness } from "../cloud-harness";

describe("metadata endpoints", () => {
  // Literals of https://management.azure.com/metadata/endpoints?api-version=2022-09-01 and of
  // https://learn.microsoft.com/azure/azure-government/compare-azure-government-global-azure
  it.each([
    [
      "AzureCloud",
      "https://login.microsoftonline.com",
      ["https://management.core.windows.net/", "https://management.azure.com/"],
      "https://graph.microsoft.com/",
    ],
    [
      "AzureUSGovernment",
      "https://login.microsoftonline.us",
      ["https://management.core.usgovcloudapi.net/", "https://management.usgovcloudapi.net/"],
      "https://graph.microsoft.us/",
    ],
  ] as const)("describes %s without a token", async (name, loginEndpoint, audiences, graph) => {
    const cloud = createCloudHarness({ cloud: name });
    const answer = await cloud.arm("GET", "/metadata/endpoints?api-version=2022-09-01", { authorization: null });
    expect(answer).toMatchObject({
      status: 200,
      body: {
        name,
        authentication: {
          loginEndpoint,
          audiences,
          tenant: "common",
          identityProvider: "AAD",
        },
        resourceManager: audiences[1],
        microsoftGraphResourceId: graph,
      },
    });
  });

  it("lists all clouds in the earlier form", async () => {
    const cloud = createCloudHarness();
    const answer = await cloud.arm("GET", "/metadata/endpoints?api-version=2019-05-01", { authorization: null });
    expect(answer.body).toMatchObject([
      { name: "AzureCloud", authentication: { loginEndpoint: "https://login.microsoftonline.com/" } },
      { name: "AzureUSGovernment", suffixes: { storage: "core.usgovcloudapi.net" } },
      { name: "AzureChinaCloud", resourceManager: "https://management.chinacloudapi.cn/" },
    ]);
  });

  it.each(["", "2015-01-01"])("refuses the version %j", async (version) => {
    const cloud = createCloudHarness();
    const answer = await cloud.arm("GET", `/metadata/endpoints?api-version=${version}`, { authorization: null });
    expect(answer).toMatchObject({ status: 400, body: { error: { code: "InvalidApiVersionParameter" } } });
  });
});
