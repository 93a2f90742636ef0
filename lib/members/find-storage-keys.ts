import * as pulumi from "@pulumi/pulumi";
import { findClosestNames } from "../../facts/closest-names";
import { checkWhenKnown } from "../arguments/check-when-known";
import type { Component } from "../component";
import { assertNoProblems } from "../errors/arguments-error";
import { createProblem, type Problem } from "../errors/problem";
import { createLookUpMemory, lookUpOnce } from "../look-up/look-ups";
import { createLookUpError } from "../look-up/look-up-error";
import { checkMemberId } from "./check-member";
import { lookUpMember, type MemberAnswer } from "./look-up-member";
import type { MemberArgs } from "./member-args";
import { formatNamedMember, memberKinds, type NamedMember, readNamedMember } from "./named-member";

/** Where members stand in the program. */
export interface MembersUse {
  readonly component: Component;
  /** The list of arguments that say who they are, such as `checks.approval.approvers`. */
  readonly path: string;
  /** The project that groups and teams belong to. It must not wait for the connection: a wrong name is told before that is made. */
  readonly projectId: pulumi.Output<string>;
}

interface NamedUse extends NamedMember {
  /** The argument with the name. */
  readonly path: string;
}

const findLookUps = createLookUpMemory<MemberAnswer>();

/**
 * Finds the storage keys (GUIDs) by which Azure DevOps knows members, in their order. A name is looked up once in a program.
 *
 * @returns outputs that fail, all with the same error, where names are unknown or stand for several.
 */
export function findStorageKeys(members: readonly MemberArgs[], use: MembersUse): readonly pulumi.Output<string>[] {
  const uses = members.map((member, index) => readNamedUse(member, `${use.path}[${index}]`));
  const found = findByName(
    uses.filter((one) => one !== undefined),
    use,
  );
  return members.map(({ id = "" }, index) => {
    const named = uses[index];
    return named === undefined
      ? readId(id, `${use.path}[${index}].id`, use)
      : found.apply((idsByPath) => idsByPath.get(named.path) ?? "");
  });
}

function readNamedUse(member: MemberArgs, path: string): NamedUse | undefined {
  const named = readNamedMember(member);
  return named && { ...named, path: `${path}.${named.kind}` };
}

function readId(id: pulumi.Input<string>, path: string, { component }: MembersUse): pulumi.Output<string> {
  // The azuredevops provider compares it with the letters that Azure DevOps answers.
  return checkWhenKnown(id, { component: component.title, path, check: checkMemberId }).apply((known) =>
    known.toLowerCase(),
  );
}

function findByName(
  uses: readonly NamedUse[],
  { component, projectId }: MembersUse,
): pulumi.Output<ReadonlyMap<string, string>> {
  const answers = uses.map((use) =>
    (memberKinds[use.kind].ofProject ? projectId : pulumi.output("")).apply((id) => lookUp(use, id, component)),
  );
  return pulumi.all(answers).apply((all) => {
    assertNoProblems(component.title, all.flatMap(checkAnswer));
    return new Map(all.map(({ path, ids: [id = ""] }) => [path, id.toLowerCase()]));
  });
}

/** What Azure DevOps knows by a name that stands somewhere. */
type AnsweredUse = NamedUse & MemberAnswer;

async function lookUp(use: NamedUse, projectId: string, { title, resource }: Component): Promise<AnsweredUse> {
  const lookUps = findLookUps(resource.getProvider("azuredevops:index/getUsers:getUsers"));
  try {
    const answer = await lookUpOnce(lookUps, `${projectId} ${formatNamedMember(use)}`, () =>
      lookUpMember(use, { projectId, parent: resource }),
    );
    return { ...use, ...answer };
  } catch (error) {
    throw createLookUpError(error, {
      component: title,
      what: `the ${memberKinds[use.kind].title} "${use.name}" (${use.path})`,
      advice:
        "Check how the deploying identity signs in to Azure DevOps, and what it may read there. Who is given by the storage key, as id, is not looked up.",
    });
  }
}

function checkAnswer({ kind, name, path, ids, known }: AnsweredUse): readonly Problem[] {
  const { title } = memberKinds[kind];
  if (ids.length === 0) {
    return [createProblem(path, "member-unknown", { kind: title, name, suggestions: findClosestNames(name, known) })];
  }
  return ids.length > 1 ? [createProblem(path, "member-ambiguous", { kind: title, name, found: [...ids].sort() })] : [];
}
