import { relative } from "node:path";
import { repositoryRoot } from "../engine/engine";

/** Where a user's project has what a checkout has elsewhere. */
const moves = [
  ["dist", "node_modules/pulumi-keyless/dist"],
  ["sdks/azuredevops/bin", "node_modules/@pulumi/azuredevops"],
  ["node_modules", "node_modules"],
] as const;

/**
 * Gives a function that writes the paths of a text as they would be in a user's project in `/project`, which is neither
 * below a temporary folder nor linked to a checkout.
 */
export function createPathPlacer(directory: string): (text: string) => string {
  const above = relative(directory, repositoryRoot);
  const replacements = [
    ...moves.flatMap(([from, to]): [string, string][] => [
      [`${above}/${from}/`, `${to}/`],
      [`${repositoryRoot}/${from}/`, `/project/${to}/`],
    ]),
    [directory, "/project"] as const,
  ];
  return (text) => replacements.reduce((placed, [from, to]) => placed.replaceAll(from, to), text);
}
