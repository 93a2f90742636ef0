import { findClosestNames } from "../../facts/closest-names";
import { ArgumentsError } from "../errors/arguments-error";
import { createProblem } from "../errors/problem";
import { createLookUpError, readReason } from "../look-up/look-up-error";

/** A look-up of a project by its name. */
export interface ProjectLookUp {
  /** The component as a user knows it. */
  readonly component: string;
  /** What stands in the program. */
  readonly name: string;
  /** Names of projects that exist, as far as they are known. */
  readonly found: readonly string[];
}

// What the azuredevops provider says for status 404, and for 400 with VS800075; for any other answer it has other words.
const notFound = /Project with name .* or ID .* does not exist/s;

/**
 * Says why a project was not found: as a problem of the argument where Azure DevOps knows no such project, and else in the
 * provider's own words, because nothing is known about the project then. Pulumi prints both without a stack trace.
 */
export function explainFailedLookUp(error: unknown, { component, name, found }: ProjectLookUp): Error {
  if (notFound.test(readReason(error))) {
    const suggestions = findClosestNames(name, found);
    return new ArgumentsError(component, [createProblem("project", "project-unknown", { name, suggestions })]);
  }
  return createLookUpError(error, {
    component,
    what: `its project "${name}"`,
    advice:
      "Check how the deploying identity signs in to Azure DevOps, and azuredevops:orgServiceUrl. A project that is given by its ID is not looked up.",
  });
}
