import { z } from "zod";
import type { RouteAnswer } from "../../wire/route";
import { WireError } from "../../wire/wire-error";
import { collectionOf, createCollection } from "./collection-answer";
import { addDevopsRoute, type DevopsCall, type DevopsRoutes } from "./devops-route";
import type { DevopsState } from "./devops-state";
import { type Process, processes } from "./processes-table";

const location = "93878975-88c5-4e6a-8abb-7ddd77a8a7d8";

const processAnswer = z.strictObject({
  id: z.guid(),
  name: z.string(),
  description: z.string(),
  isDefault: z.boolean(),
  type: z.literal("system"),
  url: z.url(),
});

export function addProcessRoutes(routes: DevopsRoutes): void {
  const path = "/_apis/process/processes";
  addDevopsRoute(
    routes,
    { method: "GET", path, location, responses: { 200: collectionOf(processAnswer) } },
    listProcesses,
  );
  addDevopsRoute(
    routes,
    { method: "GET", path: `${path}/:processid`, location, responses: { 200: processAnswer } },
    readProcess,
  );
}

function listProcesses(_state: DevopsState, { baseUrl }: DevopsCall): RouteAnswer {
  return createCollection(processes.map((process) => formatProcess(process, baseUrl)));
}

function readProcess(_state: DevopsState, { baseUrl, params }: DevopsCall): RouteAnswer {
  const id = params["processid"] ?? "";
  const process = processes.find((one) => one.id === id);
  if (process === undefined) {
    throw new WireError(404, "ProcessNotFoundException", `The process ${id} does not exist.`);
  }
  return { status: 200, body: formatProcess(process, baseUrl) };
}

function formatProcess(process: Process, baseUrl: string): z.infer<typeof processAnswer> {
  return { ...process, type: "system", url: `${baseUrl}/_apis/process/processes/${process.id}` };
}
