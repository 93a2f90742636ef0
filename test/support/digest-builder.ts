/*
 * Builds what `pulumi preview --json` prints, for tests that need a digest which no recording holds.
 *
 *   const before = describeState("azuread:index/application:Application", "payments", { inputs: { displayName: "old" } });
 *   const after = { ...before, inputs: { displayName: "new" } };
 *   const json = writeDigest([describeStep("update", { before, after, diffReasons: ["displayName"] })]);
 *
 * A digest made so is whole: its summary agrees with its steps. Give `changes` to break it.
 */

/** One state of a resource, as the engine writes it; further fields of the engine may be added by name. */
export interface DigestState {
  readonly urn: string;
  readonly type: string;
  readonly custom: boolean;
  readonly [field: string]: unknown;
}

export interface DigestStep {
  readonly op: string;
  readonly urn: string;
  readonly oldState?: DigestState;
  readonly newState?: DigestState;
  readonly [field: string]: unknown;
}

export interface StepParts {
  readonly before?: DigestState;
  readonly after?: DigestState;
  readonly diffReasons?: readonly string[];
  readonly replaceReasons?: readonly string[];
}

/** The URN of a resource of the stack `test` of the project `corpus`; `parents` are types, outermost first. */
export function formatUrn(type: string, name: string, parents: readonly string[] = []): string {
  return `urn:pulumi:test::corpus::${[...parents, type].join("$")}::${name}`;
}

/** The state of a provider's resource; of a component with `custom: false`. */
export function describeState(type: string, name: string, fields: Partial<DigestState> = {}): DigestState {
  return { urn: formatUrn(type, name), custom: true, type, inputs: {}, ...fields };
}

/** The step of a resource: its URN is that of what is there after it, or else of what was there before. */
export function describeStep(op: string, { before, after, diffReasons, replaceReasons }: StepParts): DigestStep {
  const urn = (after ?? before)?.urn;
  if (urn === undefined) throw new Error("a step has a state before or after it");
  return {
    op,
    urn,
    ...(before && { oldState: before }),
    ...(after && { newState: after }),
    ...(diffReasons && { diffReasons }),
    ...(replaceReasons && { replaceReasons }),
    detailedDiff: null,
  };
}

/** The stack's own step, which every digest has. */
export function describeStack(op = "same"): DigestStep {
  const stack = describeState("pulumi:pulumi:Stack", "corpus-test", { custom: false });
  return describeStep(op, op === "create" ? { after: stack } : { before: stack, after: stack });
}

/** The whole text; `changes` go over what a whole digest has. */
export function writeDigest(steps: readonly DigestStep[], changes: Readonly<Record<string, unknown>> = {}): string {
  const all = [describeStack(), ...steps];
  return JSON.stringify({
    config: {},
    steps: all,
    diagnostics: [],
    duration: 1,
    changeSummary: summarize(all),
    ...changes,
  });
}

/** The engine counts a replacement once, whatever parts of it are listed. */
function summarize(steps: readonly DigestStep[]): Readonly<Record<string, number>> {
  const parts = ["create-replacement", "delete-replaced", "import-replacement"];
  const counts = new Map<string, number>();
  for (const { op } of steps.filter((step) => !parts.includes(step.op))) {
    const counted = op === "refresh" ? "same" : op;
    counts.set(counted, (counts.get(counted) ?? 0) + 1);
  }
  return Object.fromEntries(counts);
}
