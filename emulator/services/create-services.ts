import type { Service, ServiceContext } from "../wire/service";
import type { ArmSettings } from "./arm/arm-route";
import { createArmService } from "./arm/index";
import { createDevopsService } from "./devops/index";
import { createGitHubService } from "./github/index";
import { createGraphService } from "./graph/index";
import { createLoginService } from "./login/index";
import type { ExternalIssuers } from "./login/issuers";

/** Makes the services on one store: those of the emulated clouds, and GitHub. */
export function createServices(
  context: ServiceContext,
  { external, arm }: { external: ExternalIssuers; arm?: Partial<ArmSettings> },
): Service[] {
  return [
    createDevopsService(context),
    createGraphService(context),
    createArmService(context, arm),
    createLoginService(context, external),
    createGitHubService(context),
  ];
}
