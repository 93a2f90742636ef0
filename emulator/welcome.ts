import { listHosts } from "./hosts";
import type { PlatformSeed } from "./seed";

/** What a person who started the emulator needs to know. */
export interface Welcome {
  controlUrl: string;
  /** Variables for any client. */
  clientEnvironment: Readonly<Record<string, string>>;
  /** Variables that sign in as the deploying identity. */
  deployerEnvironment: Readonly<Record<string, string>>;
  platform: PlatformSeed;
  /** Whether the state came out of a file. */
  resumed: boolean;
  /** Where the state is kept, if anywhere. */
  stateFile?: string;
}

/** Renders it as plain text. */
export function renderWelcome(welcome: Welcome): string {
  return [
    welcome.resumed ? "The Keyless emulator runs and went on where it stopped." : "The Keyless emulator runs.",
    section("It answers for these names, to clients that go through its proxy", renderHosts()),
    section("Set this before a client starts", renderExports(welcome.clientEnvironment)),
    section("Set this too, to deploy as the platform team", renderExports(welcome.deployerEnvironment)),
    section("What is there", renderPlatform(welcome.platform)),
    section("Try", renderSamples(welcome)),
    `${renderKeeping(welcome.stateFile)} Ctrl-C stops it.`,
  ].join("\n\n");
}

function section(title: string, lines: string[]): string {
  return [`${title}:`, ...lines.map((line) => `  ${line}`)].join("\n");
}

function renderHosts(): string[] {
  const hosts = listHosts();
  const services = new Set(hosts.map((entry) => entry.service));
  return [...services].map((service) => {
    const names = hosts.filter((entry) => entry.service === service).map((entry) => entry.host);
    return `${service}: ${names.join(", ")}`;
  });
}

function renderExports(environment: Readonly<Record<string, string>>): string[] {
  return Object.entries(environment).map(([name, value]) => `export ${name}='${value.replaceAll("'", "'\\''")}'`);
}

function renderPlatform(platform: PlatformSeed): string[] {
  const { tenant, subscription, organizationUrl, project, pipelines, resources, deployer } = platform;
  const rows: [string, string][] = [
    ["cloud", platform.cloud],
    ["tenant", tenant.tenantId],
    ["subscription", `${subscription.subscriptionId} (${subscription.displayName})`],
    ["organization", organizationUrl],
    ["project", `${project.name} (${project.projectId})`],
    [
      "pipelines",
      Object.values(pipelines)
        .map((one) => `${one.name} (${one.pipelineId})`)
        .join(", "),
    ],
    ["web app", resources.webAppId],
    ["storage account", resources.storageAccountId],
    ["identities go to", resources.identityGroupName],
    ["deploying identity", `${deployer.name} (client ID ${deployer.clientId})`],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, value]) => `${name.padEnd(width)}  ${value}`);
}

function renderSamples({ controlUrl, platform }: Welcome): string[] {
  return [
    `curl https://login.microsoftonline.com/${platform.tenant.tenantId}/v2.0/.well-known/openid-configuration`,
    `curl ${controlUrl}/_emulator/state`,
    `curl ${controlUrl}/_emulator/journal`,
    `curl ${controlUrl}/_emulator/faults --json '{"service":"devops","status":429,"retryAfterSeconds":5}'`,
  ];
}

function renderKeeping(stateFile: string | undefined): string {
  return stateFile === undefined
    ? "It keeps everything in memory; --state FILE keeps it in a file."
    : `It keeps everything in ${stateFile}.`;
}
