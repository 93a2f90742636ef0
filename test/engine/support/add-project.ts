import { randomUUID } from "node:crypto";
import { allowProjectAdministrator } from "../../../emulator/services/devops/members";
import type { Project } from "../../../emulator/state/entities";
import type { Scenario } from "./scenario";

/** Makes one more project in the organization, which the deploying identity administers. */
export function addProject({ emulator: { store }, platform }: Scenario, name: string): Project {
  const project = store.projects.insert({
    projectId: randomUUID(),
    organizationId: platform.organization.organizationId,
    name,
    description: "",
    visibility: "private",
  });
  const { principalId } = platform.devopsDeployer;
  allowProjectAdministrator(store, { projectId: project.projectId, principalId });
  return project;
}
