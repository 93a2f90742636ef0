import * as azuredevops from "@pulumi/azuredevops";
import * as pulumi from "@pulumi/pulumi";
import { isGuid } from "../../facts/guid";
import { getProgram } from "../program";

/** IDs of projects by name, as one provider finds them. */
type ProjectIds = Map<string, pulumi.Output<string>>;

const projectIdsByProgram = new WeakMap<object, Map<pulumi.ProviderResource | undefined, ProjectIds>>();

/**
 * Finds the ID of a project that is given by its name or its ID. Only a name is looked up, and once in a program: a look-up is
 * two requests, and a program may declare hundreds of connections in one project.
 */
export function findProjectId(project: pulumi.Output<string>, parent: pulumi.Resource): pulumi.Output<string> {
  return project.apply((nameOrId) => (isGuid(nameOrId) ? pulumi.output(nameOrId) : lookUp(nameOrId, parent)));
}

function lookUp(name: string, parent: pulumi.Resource): pulumi.Output<string> {
  const ids = findProjectIds(parent.getProvider("azuredevops:index/getProject:getProject"));
  const id = ids.get(name) ?? azuredevops.getProjectOutput({ name }, { parent }).id;
  ids.set(name, id);
  return id;
}

/** Other providers may work in other organizations. */
function findProjectIds(provider: pulumi.ProviderResource | undefined): ProjectIds {
  const program = getProgram();
  const idsByProvider = projectIdsByProgram.get(program) ?? new Map<pulumi.ProviderResource | undefined, ProjectIds>();
  projectIdsByProgram.set(program, idsByProvider);
  const ids = idsByProvider.get(provider) ?? new Map<string, pulumi.Output<string>>();
  idsByProvider.set(provider, ids);
  return ids;
}
