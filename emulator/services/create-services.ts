import type { Service, ServiceContext } from "../wire/service";
import { createArmService } from "./arm/index";
import { createDevopsService } from "./devops/index";
import { createGraphService } from "./graph/index";
import { createLoginService } from "./login/index";
import type { ExternalIssuers } from "./login/issuers";

/** Makes the four services of the emulated clouds on one store. */
export function createServices(context: ServiceContext, external: ExternalIssuers): Service[] {
  return [
    createDevopsService(context),
    createGraphService(context),
    createArmService(context),
    createLoginService(context, external),
  ];
}
