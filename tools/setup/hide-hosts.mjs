/** Settings that hold addresses: of registries, module proxies and network proxies. */
const addressVariables = /^(npm_config_.*registry|goproxy|gosumdb|https?_proxy|all_proxy)$/i;

const host = String.raw`(?:\[[\da-f:]+\]|[\w.-]*[\da-z])(?::\d+)?`;
const url = /\b([a-z][a-z+]*):\/\/(?:[^\s"'/@]*@)?([^\s"'/:,|<>]+)[^\s"'/,|]*/gi;
/** What stands before a host name or an address in messages of Node.js, npm and Go. */
const namedHost = new RegExp(
  String.raw`\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|lookup|lookup <host> on|(?:dial|read|write) (?:tcp|udp)) ${host}(?:->${host})?`,
  "gi",
);

/**
 * Takes the hosts out of a command's output: which registry or proxy a machine uses is its owner's business, and an
 * address may even hold a password.
 *
 * @param {string} text
 * @param {NodeJS.ProcessEnv} env
 */
export function hideHosts(text, env = process.env) {
  const settings = Object.entries(env).filter(([name]) => addressVariables.test(name));
  const addresses = [text, ...settings.map(([, value]) => value ?? "")].join("\n");
  const known = [...addresses.matchAll(url)].map((match) => match[2] ?? "").filter((name) => name.includes("."));
  const withoutUrls = text.replace(url, "$1://<host>");
  const withoutNames = [...new Set(known)].reduce((shown, name) => shown.replaceAll(name, "<host>"), withoutUrls);
  return withoutNames
    .replaceAll(/<host>:\d+/g, "<host>")
    .replace(namedHost, "$1 <host>")
    .replace(namedHost, "$1 <host>");
}
