import { z } from "zod";
import type { CheckConfiguration, PipelineJob } from "../../state/entities";
import type { Store } from "../../state/store";
import { evaluateApproval } from "./check-approvers";
import { approvalTypeId } from "./check-kinds-table";
import { windowsTimeZones } from "./windows-time-zones-table";

/** What decides whether a check lets a job through. */
interface Situation {
  store: Store;
  job: PipelineJob;
  check: CheckConfiguration;
}

/** Says what a check still wants of a job; nothing where it lets the job through. */
type Evaluation = (situation: Situation) => string | undefined;

const evaluations: Readonly<Record<string, Evaluation>> = {
  [approvalTypeId]: evaluateApproval,
  "fe1de3ee-a436-41b4-bb20-f6eb4cb879a7": evaluateTask,
  "2ef31ad6-baa0-403a-8b45-2cbc9b4e5563": evaluateLock,
  "4020e66e-b0f3-47e1-bc88-48f3cc59b5f3": evaluateTemplate,
};

const taskEvaluations: Readonly<Record<string, Evaluation>> = {
  "86b05a0c-73e6-4f7d-b3cf-e38f3b39a75b": evaluateBranch,
  "445fde2f-6c39-441c-807f-8a59ff2e075f": evaluateHours,
  "9c3e8943-130d-4c78-ac63-8af81df62dfb": evaluateAnswer,
};

/** Evaluates one check for one job. */
export function evaluateCheck(situation: Situation): string | undefined {
  const evaluate = evaluations[situation.check.typeId];
  return evaluate === undefined ? "a check of an unknown kind" : evaluate(situation);
}

const taskSettings = z.looseObject({
  displayName: z.string(),
  definitionRef: z.looseObject({ id: z.string() }),
  inputs: z.record(z.string(), z.string().nullable()),
});

function evaluateTask(situation: Situation): string | undefined {
  const { definitionRef, displayName } = taskSettings.parse(situation.check.settings);
  const evaluate = taskEvaluations[definitionRef.id.toLowerCase()];
  return evaluate === undefined ? `the answer of "${displayName}"` : evaluate(situation);
}

function readInput({ settings }: CheckConfiguration, name: string): string {
  return taskSettings.parse(settings).inputs[name] ?? "";
}

function evaluateBranch({ job, check }: Situation): string | undefined {
  const branch = job.branch ?? defaultBranch;
  const allowed = splitList(readInput(check, "allowedBranches"));
  if (!allowed.some((pattern) => fitsPattern(branch, pattern))) return `a branch of ${allowed.join(", ")}`;
  const wantsProtection = readInput(check, "ensureProtectionOfBranch").toLowerCase() === "true";
  const allowsUnknown = readInput(check, "allowUnknownStatusBranch").toLowerCase() === "true";
  return wantsProtection && !allowsUnknown && job.branchIsProtected !== true ? "a protected branch" : undefined;
}

/** Where a job runs that names no branch. */
export const defaultBranch = "refs/heads/main";

function evaluateHours({ store, check }: Situation): string | undefined {
  const zone = readInput(check, "timeZone");
  const timeZone = windowsTimeZones[zone];
  if (timeZone === undefined) return `business hours in a time zone that the emulator does not know: ${zone}`;
  const { day, time } = readLocalTime(store.clock.now(), timeZone);
  const [start, end] = [readInput(check, "startTime"), readInput(check, "endTime")];
  const days = splitList(readInput(check, "businessDays"));
  return days.includes(day) && time >= start && time < end ? undefined : `business hours, ${start} to ${end} ${zone}`;
}

function readLocalTime(now: number, timeZone: string): { day: string; time: string } {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    weekday: "long",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).formatToParts(now);
  const read = (type: string): string => parts.find((part) => part.type === type)?.value ?? "";
  return { day: read("weekday"), time: `${read("hour")}:${read("minute")}` };
}

// The emulator calls nobody: whoever plays the other service says what it answered.
function evaluateAnswer({ job, check }: Situation): string | undefined {
  const { displayName } = taskSettings.parse(check.settings);
  return listDecisions(job, check).length > 0 ? undefined : `the answer of "${displayName}"`;
}

function evaluateLock({ store, job, check }: Situation): string | undefined {
  const [holder] = store.pipelineJobs
    .list(({ connectionIds }) => connectionIds.some((id) => id.toLowerCase() === check.resourceId.toLowerCase()))
    .sort((one, other) => (one.number ?? 0) - (other.number ?? 0));
  return holder === undefined || holder.jobId === job.jobId ? undefined : "the end of the run that holds the lock";
}

const templateSettings = z.looseObject({
  extendsChecks: z.array(
    z.looseObject({ repositoryName: z.string(), repositoryRef: z.string(), templatePath: z.string() }),
  ),
});

// Guessed: each of the templates of one check is enough.
function evaluateTemplate({ job, check }: Situation): string | undefined {
  const wanted = templateSettings
    .parse(check.settings)
    .extendsChecks.map(({ repositoryName, repositoryRef, templatePath }) =>
      [repositoryName, repositoryRef, templatePath].join("/").toLowerCase(),
    );
  const used = (job.templates ?? []).map((template) => template.toLowerCase());
  return used.some((template) => wanted.includes(template)) ? undefined : `one of the templates ${wanted.join(", ")}`;
}

function listDecisions({ decisions }: PipelineJob, { checkId }: CheckConfiguration): readonly { by: string }[] {
  return (decisions ?? []).filter((decision) => decision.checkId === checkId);
}

function splitList(text: string): string[] {
  return text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

function fitsPattern(text: string, pattern: string): boolean {
  const source = pattern.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", ".*");
  return new RegExp(`^${source}$`, "i").test(text);
}
