import { findHost, listHosts } from "../../emulator/hosts";

// https://learn.microsoft.com/entra/identity-platform/authentication-national-cloud, https://learn.microsoft.com/graph/deployments,
// https://learn.microsoft.com/azure/devops/organizations/security/allow-list-ip-url
test.each([
  ["login.microsoftonline.com", "login", "AzureCloud"],
  ["login.microsoftonline.us", "login", "AzureUSGovernment"],
  ["login.partner.microsoftonline.cn", "login", "AzureChinaCloud"],
  ["login.chinacloudapi.cn", "login", "AzureChinaCloud"],
  ["sts.windows.net", "login", "AzureCloud"],
  ["vstoken.dev.azure.com", "login", "AzureCloud"],
  ["graph.microsoft.com", "graph", "AzureCloud"],
  ["graph.microsoft.us", "graph", "AzureUSGovernment"],
  ["microsoftgraph.chinacloudapi.cn", "graph", "AzureChinaCloud"],
  ["management.azure.com", "arm", "AzureCloud"],
  ["management.usgovcloudapi.net", "arm", "AzureUSGovernment"],
  ["management.chinacloudapi.cn", "arm", "AzureChinaCloud"],
  ["dev.azure.com", "devops", "AzureCloud"],
  ["DEV.Azure.com", "devops", "AzureCloud"],
  ["vssps.dev.azure.com", "devops", "AzureCloud"],
  // https://docs.github.com/rest/using-the-rest-api/getting-started-with-the-rest-api
  ["api.github.com", "github", "AzureCloud"],
])("%s is answered by %s of %s", (host, service, cloud) => {
  expect(findHost(host)).toMatchObject({ service, cloud });
  expect(findHost(host)?.unbuilt).toBeUndefined();
});

test.each(["vsaex.dev.azure.com", "contoso.visualstudio.com", "contoso.vssps.visualstudio.com"])(
  "%s is known and not built",
  (host) => {
    expect(findHost(host)?.unbuilt).toBeDefined();
    expect(listHosts().map((entry) => entry.host)).not.toContain(host);
  },
);

test.each(["example.com", "dev.azure.com.example.com", "evil-dev.azure.com", "a.b.visualstudio.com", "localhost", ""])(
  "'%s' is nobody's",
  (host) => {
    expect(findHost(host)).toBeUndefined();
  },
);
