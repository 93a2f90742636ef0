import * as azuredevops from "@pulumi/azuredevops";
import type * as pulumi from "@pulumi/pulumi";
import { checkWhenKnown } from "../arguments/check-when-known";
import { templateChecks } from "./check-required-template";
import type { RequiredTemplateCheckArgs } from "./checks-args";
import { createCheckOptions, formatTarget, type ProtectedConnection } from "./protected-connection";
import { RepositoryType } from "./repository-type";

/** Creates the check that only pipelines which extend a certain template pass. */
export function createRequiredTemplate(
  protectedConnection: ProtectedConnection,
  { templates }: RequiredTemplateCheckArgs,
): azuredevops.CheckRequiredTemplate {
  const { name, title } = protectedConnection.component;
  return new azuredevops.CheckRequiredTemplate(
    `${name}-check-required-template`,
    {
      ...formatTarget(protectedConnection),
      requiredTemplates: templates.map((template, index) => {
        const check = (argument: keyof typeof templateChecks): pulumi.Output<string> =>
          checkWhenKnown(template[argument], {
            component: title,
            path: `checks.requiredTemplate.templates[${index}].${argument}`,
            check: templateChecks[argument],
          });
        return {
          repositoryType: template.repositoryType ?? RepositoryType.AzureRepos,
          repositoryName: check("repositoryName"),
          repositoryRef: check("repositoryRef"),
          templatePath: check("templatePath"),
        };
      }),
    },
    createCheckOptions(protectedConnection),
  );
}
