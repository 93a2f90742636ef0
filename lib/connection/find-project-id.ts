import * as azuredevops from "@pulumi/azuredevops";
import type * as pulumi from "@pulumi/pulumi";
import { isGuid } from "../../facts/guid";
import { checkWhenKnown } from "../arguments/check-when-known";
import type { Component } from "../component";
import { createLookUpMemory, lookUpOnce, type LookUps } from "../look-up/look-ups";
import { connectionChecks } from "./check-azure-service-connection-args";
import { explainFailedLookUp } from "./explain-failed-look-up";

const findLookUps = createLookUpMemory<string>();

/**
 * Finds the ID of a project that is given by its name or its ID. Only a name is looked up, and once in a program: a look-up is
 * two requests.
 *
 * @returns an output that fails where the project is not found, with an error that speaks of this component: each component
 * that names the project reports it.
 */
export function findProjectId(project: pulumi.Input<string>, component: Component): pulumi.Output<string> {
  return checkWhenKnown(project, {
    component: component.title,
    path: "project",
    check: connectionChecks.project,
  }).apply((nameOrId) => (isGuid(nameOrId) ? Promise.resolve(nameOrId) : findByName(nameOrId, component)));
}

async function findByName(name: string, component: Component): Promise<string> {
  const lookUps = findLookUps(component.resource.getProvider("azuredevops:index/getProject:getProject"));
  try {
    return await lookUpOnce(lookUps, name, () => lookUp(name, component.resource));
  } catch (error) {
    throw explainFailedLookUp(error, { component: component.title, name, found: await listFound(lookUps) });
  }
}

async function lookUp(name: string, parent: pulumi.Resource): Promise<string> {
  const { id } = await azuredevops.getProject({ name }, { parent });
  return id;
}

/** Names that the same program found: to suggest one of them costs no request. */
async function listFound(lookUps: LookUps<string>): Promise<readonly string[]> {
  const answers = await Promise.allSettled(lookUps.values());
  return [...lookUps.keys()].filter((_, index) => answers[index]?.status === "fulfilled");
}
