import { addIdentity } from "../services/devops/members";
import type { OrganizationIdentity, Project } from "../state/entities";
import type { Store } from "../state/store";

/** Who approves and looks after things in a platform's organization. */
export interface PeopleSeed {
  people: Record<"ada" | "ben" | "cleo", OrganizationIdentity>;
  groups: {
    /** Of the project: Ada and Ben. */
    releaseManagers: OrganizationIdentity;
    /** Of the whole organization: whoever is in the change board. */
    compliance: OrganizationIdentity;
    /** From Microsoft Entra ID: Cleo. */
    changeBoard: OrganizationIdentity;
  };
  /** Of the project: Ada and Cleo. */
  team: OrganizationIdentity;
}

/** Creates them. */
export function createPeople(store: Store, { projectId, organizationId, name }: Project): PeopleSeed {
  const addPerson = (personName: string): OrganizationIdentity =>
    addIdentity(store, { kind: "user", organizationId, name: personName });
  const people = { ada: addPerson("Ada Winter"), ben: addPerson("Ben Sommer"), cleo: addPerson("Cleo Lenz") };
  const [ada, ben, cleo] = [people.ada.identityId, people.ben.identityId, people.cleo.identityId];
  const group = { kind: "group", organizationId } as const;
  const changeBoard = addIdentity(store, { ...group, name: "Change Board", fromEntra: true, members: [cleo] });
  return {
    people,
    groups: {
      changeBoard,
      compliance: addIdentity(store, { ...group, name: "Compliance", members: [changeBoard.identityId] }),
      releaseManagers: addIdentity(store, { ...group, projectId, name: "Release Managers", members: [ada, ben] }),
    },
    team: addIdentity(store, { kind: "team", projectId, name: `${name} Team`, members: [ada, cleo] }),
  };
}
