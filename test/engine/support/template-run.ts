import { once } from "node:events";
import { chmod, cp, mkdir, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { delimiter, dirname, join } from "node:path";
import { z } from "zod";
import { repositoryRoot } from "../../../tools/engine/engine";
import { startScenario, type Scenario } from "./scenario";

/** The stack that a scenario makes. */
export const templateStack = "test";

/** A project that a template runs for, and the machine that its steps run on. */
export interface TemplateRun {
  scenario: Scenario;
  /** Folder of the machine: artifacts, temporary files. */
  machine: string;
  /** What every step has, whatever the platform: no sign-in of any kind is among it. */
  variables: NodeJS.ProcessEnv;
  /** Carries an artifact from one job's machine to the next. */
  carry: (from: string, to: string) => Promise<void>;
}

/** Prepares the demo's program, not yet deployed, and a machine with the tools that templates install. */
export async function startTemplateRun(): Promise<TemplateRun> {
  const scenario = await startScenario({ program: "examples/demo" });
  const { subscription, pipelines, resources } = scenario.platform;
  await scenario.stack.configure({
    "demo:subscriptionId": subscription.subscriptionId,
    "demo:resourceGroupId": resources.applicationGroupId,
    "demo:deployPipelineId": String(pipelines.deploy.pipelineId),
    "demo:buildPipelineId": String(pipelines.build.pipelineId),
  });
  const machine = join(scenario.directory, "../machine");
  const tools = join(machine, "tools");
  await mkdir(tools, { recursive: true });
  const main = join(repositoryRoot, "dist/cli/main.js");
  await writeFile(join(tools, "keyless"), `#!/bin/sh\nexec "${process.execPath}" "${main}" "$@"\n`);
  await chmod(join(tools, "keyless"), 0o755);
  const kept = Object.entries(scenario.environment).filter(([name]) => !/^(ARM|AZDO|AZURE)_/.test(name));
  const path = [tools, scenario.environment["PATH"] ?? "", dirname(process.execPath)].join(delimiter);
  return {
    scenario,
    machine,
    variables: { ...Object.fromEntries(kept), PATH: path, STACK: templateStack },
    carry: (from, to) => cp(join(machine, from), join(machine, to), { recursive: true }),
  };
}

/** What the task AzureCLI@2 gives to its script: the identity of a service connection, and a token of the job for it. */
export async function signInAsTask({ emulator, platform }: Scenario): Promise<Record<string, string>> {
  const { deployer, project, pipelines } = platform;
  const { environment } = await emulator.control.startJob({
    projectId: project.projectId,
    pipelineId: pipelines.platform.pipelineId,
    connectionIds: [deployer.connectionId],
  });
  const url = `${environment.SYSTEM_OIDCREQUESTURI}?api-version=7.1&serviceConnectionId=${deployer.connectionId}`;
  const headers = { authorization: `Bearer ${environment.SYSTEM_ACCESSTOKEN}` };
  const answer = await emulator.fetch(new Request(url, { method: "POST", headers }));
  const { oidcToken } = z.object({ oidcToken: z.string() }).parse(await answer.json());
  return { servicePrincipalId: deployer.clientId, tenantId: deployer.tenantId, idToken: oidcToken };
}

/** Where a workflow's job asks for its OIDC token: a server on loopback, as a runner's own is for its jobs. */
export async function startTokenServer(
  token: string,
): Promise<{ variables: Record<string, string>; stop: () => void }> {
  const secret = "of this run only";
  const server = createServer((request, response) => {
    const known = request.method === "GET" && request.headers.authorization === `Bearer ${secret}`;
    response.writeHead(known ? 200 : 401, { "content-type": "application/json" });
    response.end(known ? JSON.stringify({ value: token }) : "{}");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    variables: {
      ACTIONS_ID_TOKEN_REQUEST_URL: `http://127.0.0.1:${port}/token?api-version=2.0`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: secret,
    },
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
