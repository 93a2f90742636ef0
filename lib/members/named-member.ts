import type { MemberArgs } from "./member-args";

/** The ways in which a member can be named: what a person calls each, and whether it belongs to a project. */
export const memberKinds = {
  group: { title: "group of the project", ofProject: true },
  organizationGroup: { title: "group of the organization", ofProject: false },
  team: { title: "team of the project", ofProject: true },
  user: { title: "user", ofProject: false },
} as const;

/** A way in which a member can be named. */
export type MemberKind = keyof typeof memberKinds;

/** A member that is named, and so has to be looked up. */
export interface NamedMember {
  readonly kind: MemberKind;
  readonly name: string;
}

/** Reads how a member is named; `undefined` where it is given by its ID. */
export function readNamedMember({ group, organizationGroup, team, user }: MemberArgs): NamedMember | undefined {
  if (group !== undefined) return { kind: "group", name: group };
  if (organizationGroup !== undefined) return { kind: "organizationGroup", name: organizationGroup };
  if (team !== undefined) return { kind: "team", name: team };
  return user === undefined ? undefined : { kind: "user", name: user };
}

/** Writes a named member so that two spellings of the same are equal: Azure DevOps does not tell letter cases apart. */
export function formatNamedMember({ kind, name }: NamedMember): string {
  return `${kind} ${name.trim().toLowerCase()}`;
}
