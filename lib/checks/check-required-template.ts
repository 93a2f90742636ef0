import type { Check } from "../arguments/check";
import { checkDistinct, checkList, checkNotEmpty } from "../arguments/check-collection";
import { checkObject, readProperties } from "../arguments/check-object";
import { checkAll } from "../arguments/check-one-of";
import { input, optional, plain, required } from "../arguments/check-presence";
import { checkName, checkText } from "../arguments/check-text";
import { checkChoice } from "../arguments/check-value";
import { createProblem } from "../errors/problem";
import type { RequiredTemplateArgs, RequiredTemplateCheckArgs } from "./checks-args";
import { RepositoryType } from "./repository-type";

/** Checks of the values that may only be known when they are used. */
export const templateChecks = {
  repositoryName: checkName({
    of: "a repository here",
    requirement: "it with its project or owner, such as payments/pipeline-templates",
    isValid: (name) => /^[^/\s][^/]*\/[^/]*[^/\s]$/.test(name),
  }),
  repositoryRef: checkName({
    of: "one branch or tag",
    requirement: "its whole name, such as refs/heads/main or refs/tags/v1",
    isValid: (name) => /^refs\/(?:heads|tags)\/[^\s~^:?*[\\]+$/.test(name),
  }),
  templatePath: checkText((path, value) =>
    /^[^/\\@][^\\@]*\.ya?ml$/i.test(value) && !value.split("/").some((part) => /^\.{0,2}$/.test(part))
      ? []
      : [createProblem(path, "template-path-invalid", { value })],
  ),
} as const satisfies Record<string, Check>;

const checkTemplate = checkObject<RequiredTemplateArgs>({
  repositoryType: optional(
    plain(
      "the kind of repository",
      checkChoice({
        of: "a kind of repository",
        known: Object.values(RepositoryType),
        requirement: "azuregit, github, githubenterprise or bitbucket",
      }),
    ),
  ),
  repositoryName: required("the name of the repository", input(templateChecks.repositoryName)),
  repositoryRef: required("the branch or tag of the template", input(templateChecks.repositoryRef)),
  templatePath: required("the path of the template in its repository", input(templateChecks.templatePath)),
});

/** Checks the arguments of a required template. */
export const checkRequiredTemplate: Check = checkObject<RequiredTemplateCheckArgs>({
  templates: required(
    "the templates, one of which pipelines have to extend",
    plain(
      "the list",
      checkAll(
        checkList(plain("the template, of which each text may be an output,", checkTemplate)),
        checkNotEmpty("template"),
        checkDistinct(formatTemplate),
      ),
    ),
  ),
});

function formatTemplate(template: unknown): string | undefined {
  const properties = readProperties(template);
  const parts = ["repositoryName", "repositoryRef", "templatePath"].map((name) => properties?.get(name));
  const kind = properties?.get("repositoryType") ?? RepositoryType.AzureRepos;
  return parts.every((part) => typeof part === "string") ? JSON.stringify([kind, ...parts]) : undefined;
}
