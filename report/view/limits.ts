import type { EngineResource } from "../../analysis/engine/engine-resource";
import type { Phrase } from "../../analysis/phrase";
import type { ViewContext } from "./view-context";

const always: readonly string[] = [
  "It shows this stack only. What was given by hand or by another stack is not seen here: further roles, credentials, permissions and checks.",
  "Who may change a pipeline or push to its branch is set in Azure DevOps; whoever can do that acts as the identity behind its service connection.",
  "Members of a group, and what a group may do elsewhere, are not part of a stack.",
];

// A command, or a resource whose provider is a part of the program.
const codeTypes = /^(?:command:(?:local|remote):Command|pulumi-(?:nodejs|python):dynamic[:/].*)$/;

/** Says what a report cannot see: always, since what is not shown looks like what does not happen. */
export function listLimits({ run, analysis }: ViewContext): readonly Phrase[] {
  const ignoring = run.steps.filter(({ after }) => (after?.ignoreChanges.length ?? 0) > 0).length;
  const running = run.steps.filter(({ operation, after, before }) => operation !== "same" && runsCode(after ?? before));
  const unseen = analysis.changes.some(({ effects }) => effects.includes("cannotBeReviewed"));
  return [
    ...always.map((text): Phrase => [text]),
    ...(unseen
      ? [["What is not known until deployment, or is secret, was not judged: it counts as wider access."]]
      : []),
    ...(running.length > 0
      ? [
          [
            `${running.length === 1 ? "1 resource runs a command or code of its own" : `${running.length} resources run commands or code of their own`} with the rights of this deployment: what that does is not seen.`,
          ],
        ]
      : []),
    ...(ignoring > 0
      ? [
          [
            `${ignoring === 1 ? "1 resource ignores" : `${ignoring} resources ignore`} changes of some properties (ignoreChanges): for those the engine shows the old value, whatever the program says.`,
          ],
        ]
      : []),
  ];
}

function runsCode(resource: EngineResource | undefined): boolean {
  return resource !== undefined && codeTypes.test(resource.type);
}
