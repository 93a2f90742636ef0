import { z } from "zod";
import type { CheckConfiguration, PipelineJob } from "../../state/entities";
import type { Store } from "../../state/store";
import { approvalTypeId } from "./check-kinds-table";
import { createInvalid } from "./devops-errors";
import { findIdentity, listContainers } from "./organization-identities";
import type { Asker } from "./rights";

const approvalSettings = z.looseObject({
  approvers: z.array(z.looseObject({ id: z.string() })),
  minRequiredApprovers: z.number().nullish(),
  requesterCannotBeApprover: z.boolean().nullish(),
});

/**
 * Checks that the approvers of an approval are people, groups or teams by the organization's own ids of them.
 *
 * @throws WireError 400; its words are observed, where a group was given with its id at Microsoft Entra ID.
 */
export function checkApproversAreKnown(
  { store, organization }: Asker,
  { typeId, settings }: Pick<CheckConfiguration, "typeId" | "settings">,
): void {
  if (typeId !== approvalTypeId) return;
  const unknown = approvalSettings
    .parse(settings)
    .approvers.map(({ id }) => id)
    .filter((id) => findIdentity(store, organization.organizationId, id) === undefined);
  if (unknown.length === 0) return;
  throw createInvalid(
    `The following identities are invalid: ${unknown.join(", ")}.\nParameter name: identities`,
    "ArgumentException",
  );
}

/** Says how many approvals a check still wants of a job; nothing where it lets the job through. */
export function evaluateApproval({
  store,
  job,
  check,
}: {
  store: Store;
  job: PipelineJob;
  check: CheckConfiguration;
}): string | undefined {
  const { approvers, minRequiredApprovers, requesterCannotBeApprover } = approvalSettings.parse(check.settings);
  const wanted = [...new Set(approvers.map(({ id }) => id.toLowerCase()))];
  const mayCount = (by: string): boolean =>
    requesterCannotBeApprover !== true || by.toLowerCase() !== job.requestedBy?.toLowerCase();
  const decisions = (job.decisions ?? [])
    .filter(({ checkId, by }) => checkId === check.checkId && mayCount(by))
    .map(({ by }) => listContainers(store, by));
  // 0 and nothing mean all of them.
  const named = minRequiredApprovers ?? 0;
  const needed = named === 0 ? wanted.length : named;
  const missing = needed - countApproved(wanted, decisions);
  return missing > 0 ? `${missing} more approval(s)` : undefined;
}

/**
 * How many approvers have approved at most. Documented: of a group one member is enough. Guessed: each approval stands for
 * one approver only, so that a member of two groups approves once for each.
 */
function countApproved(approvers: readonly string[], decisions: readonly ReadonlySet<string>[]): number {
  const approverOf = new Map<ReadonlySet<string>, string>();
  const findPlace = (decision: ReadonlySet<string>, tried: Set<string>): boolean =>
    approvers.some((approver) => {
      if (!decision.has(approver) || tried.has(approver)) return false;
      tried.add(approver);
      const [other] = [...approverOf].find(([, taken]) => taken === approver) ?? [];
      // Whoever stands there already makes room if there is another place for that approval.
      if (other !== undefined && !findPlace(other, tried)) return false;
      approverOf.set(decision, approver);
      return true;
    });
  return decisions.filter((decision) => findPlace(decision, new Set())).length;
}
