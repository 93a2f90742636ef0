import { hideHosts } from "../../../tools/setup/hide-hosts.mjs";

test.each([
  [
    "npm error request to https://user:pass@packages.example.com:8443/npm/left failed, reason: getaddrinfo ENOTFOUND packages.example.com",
    "npm error request to https://<host>/npm/left failed, reason: getaddrinfo ENOTFOUND <host>",
  ],
  ["npm error connect ECONNREFUSED 192.0.2.7:8443", "npm error connect ECONNREFUSED <host>"],
  [
    'go: example.org/m@v1.0.0: Get "https://modules.example.com/m.mod": dial tcp: lookup modules.example.com on 192.0.2.53:53: no such host',
    'go: example.org/m@v1.0.0: Get "https://<host>/m.mod": dial tcp: lookup <host> on <host>: no such host',
  ],
  [
    "proxyconnect tcp: dial tcp [2001:db8::1]:3128: connect: refused",
    "proxyconnect tcp: dial tcp <host>: connect: refused",
  ],
  ["read tcp 192.0.2.1:555->192.0.2.7:443: connection reset", "read tcp <host>: connection reset"],
])("%s", (text, shown) => {
  expect(hideHosts(text, {})).toBe(shown);
});

test("knows the hosts that the environment names, however they are written", () => {
  const env = {
    npm_config_registry: "https://packages.example.com/npm/",
    GOPROXY: "https://modules.example.com,direct",
  };
  expect(hideHosts("tls: certificate is not valid for packages.example.com:443 or modules.example.com", env)).toBe(
    "tls: certificate is not valid for <host> or <host>",
  );
});

test("leaves everything else as it is", () => {
  const text = "lib/a.ts(3,5): error TS2304: Cannot find name 'host'.\ngo: example.org/m@v1.0.0: missing go.sum entry";
  expect(hideHosts(text, {})).toBe(text);
});
