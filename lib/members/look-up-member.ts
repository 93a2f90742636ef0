import * as azuredevops from "@pulumi/azuredevops";
import type * as pulumi from "@pulumi/pulumi";
import { createLookUpMemory, lookUpOnce, type LookUps } from "../look-up/look-ups";
import { readReason } from "../look-up/look-up-error";
import type { MemberKind, NamedMember } from "./named-member";

/** What Azure DevOps knows by a name. */
export interface MemberAnswer {
  /** Storage keys of all that bear the name. */
  readonly ids: readonly string[];
  /** Names that exist, as far as they are known: to suggest one of them. */
  readonly known: readonly string[];
}

/** Where a name is looked up. */
export interface MemberPlace {
  /** The project of the service connection; empty where the name belongs to none. */
  readonly projectId: string;
  readonly parent: pulumi.Resource;
}

type LookUp = (name: string, place: MemberPlace) => Promise<MemberAnswer>;

const lookUps: Readonly<Record<MemberKind, LookUp>> = {
  group: lookUpGroup,
  organizationGroup: lookUpOrganizationGroup,
  team: lookUpTeam,
  user: lookUpUser,
};

/** Looks a name up. */
export function lookUpMember({ kind, name }: NamedMember, place: MemberPlace): Promise<MemberAnswer> {
  return lookUps[kind](name, place);
}

// No two groups of a project bear the same name.
async function lookUpGroup(name: string, { projectId, parent }: MemberPlace): Promise<MemberAnswer> {
  try {
    const { groupId } = await azuredevops.getGroup({ name, projectId }, { parent });
    return { ids: [groupId], known: [name] };
  } catch (error) {
    if (!/Could not find Group with Name/i.test(readReason(error))) {
      throw error;
    }
    const groups = await listGroups({ projectId }, parent);
    return { ids: [], known: groups.map(({ name }) => name) };
  }
}

interface Group {
  readonly id: string;
  readonly name: string;
}

const findGroupLists: (provider: pulumi.ProviderResource | undefined) => LookUps<readonly Group[]> =
  createLookUpMemory<readonly Group[]>();

/**
 * The look-up of one group takes the first that bears the name, which would leave it to whoever adds a group who approves. So all
 * of them are read.
 */
async function lookUpOrganizationGroup(name: string, { parent }: MemberPlace): Promise<MemberAnswer> {
  const lists = findGroupLists(parent.getProvider("azuredevops:index/getGroups:getGroups"));
  const groups = await lookUpOnce(lists, "organization", () => listGroups({}, parent));
  return {
    ids: groups.filter((group) => group.name.toLowerCase() === name.trim().toLowerCase()).map(({ id }) => id),
    known: groups.map((group) => group.name),
  };
}

async function listGroups(args: azuredevops.GetGroupsArgs, parent: pulumi.Resource): Promise<readonly Group[]> {
  const { groups } = await azuredevops.getGroups(args, { parent });
  return groups.map(({ id, displayName = "" }) => ({ id, name: displayName }));
}

async function lookUpTeam(name: string, { projectId, parent }: MemberPlace): Promise<MemberAnswer> {
  try {
    const { id } = await azuredevops.getTeam({ name, projectId }, { parent });
    return { ids: [id], known: [name] };
  } catch (error) {
    if (!/Get Team \(.*\)\. Error:.*does not exist/is.test(readReason(error))) {
      throw error;
    }
    return { ids: [], known: [] };
  }
}

async function lookUpUser(name: string, { parent }: MemberPlace): Promise<MemberAnswer> {
  const { users } = await azuredevops.getUsers({ principalName: name }, { parent });
  return { ids: users.map(({ id }) => id), known: [] };
}
