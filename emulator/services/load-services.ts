import type { Service, ServiceContext } from "../wire/service";
import type { ExternalIssuers } from "./login/issuers";
import { createLoginService } from "./login/index";
import { existsSync } from "node:fs";
import { join } from "node:path";

/** Makes all services of the emulated clouds on one store. */
export function createServices(context: ServiceContext, external: ExternalIssuers): Service[] {
  return [...loadPending(context), createLoginService(context, external)];
}

function loadPending(context: ServiceContext): Service[] {
  const names = [
    ["devops", "createDevopsService"],
    ["graph", "createGraphService"],
    ["arm", "createArmService"],
  ] as const;
  return names.flatMap(([name, factory]) => {
    const path = join(__dirname, name, "index");
    if (!existsSync(`${path}.ts`) && !existsSync(`${path}.js`)) return [];
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    const module = require(path) as Record<string, (context: ServiceContext) => Service>;
    const create = module[factory];
    return create === undefined ? [] : [create(context)];
  });
}
