import * as azuredevops from "@pulumi/azuredevops";
import * as pulumi from "@pulumi/pulumi";
import { isGuid } from "../../facts/guid";

/** Finds the ID of a project that is given by its name or its ID; only a name is looked up. */
export function findProjectId(project: pulumi.Output<string>, parent: pulumi.Resource): pulumi.Output<string> {
  return project.apply((nameOrId) =>
    isGuid(nameOrId) ? pulumi.output(nameOrId) : azuredevops.getProjectOutput({ name: nameOrId }, { parent }).id,
  );
}
