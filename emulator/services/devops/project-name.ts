import { createInvalid } from "./devops-errors";
import { WireError } from "../../wire/wire-error";
import type { Asker } from "./rights";

const longestName = 64;

/**
 * Checks a name for a project: its form, and that no other project of the organization has it.
 *
 * Documented at https://learn.microsoft.com/azure/devops/organizations/settings/naming-restrictions
 */
export function checkProjectName({ store, organization }: Asker, name: string, ownId?: string): void {
  if (!isValidName(name)) {
    throw createInvalid(`The project name ${name} is not valid.`, "InvalidProjectNameException");
  }
  const [same] = store.projects.list(
    (project) =>
      project.organizationId === organization.organizationId &&
      project.projectId !== ownId &&
      project.name.toLowerCase() === name.toLowerCase(),
  );
  if (same !== undefined) {
    throw new WireError(
      400,
      "TF200019",
      `The following project already exists on the Azure DevOps Server: ${name}. You cannot create a new project with ` +
        "the same name as an existing project.",
      { typeKey: "ProjectAlreadyExistsException" },
    );
  }
}

function isValidName(name: string): boolean {
  return (
    name.trim() !== "" &&
    name.length <= longestName &&
    !/[/:\\~&%;@'"?<>|#$*}{,+=[\]]/.test(name) &&
    !/^[_.]|\.$/.test(name)
  );
}
