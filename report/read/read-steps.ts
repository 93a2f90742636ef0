import type { EngineResource } from "../../analysis/engine/engine-resource";
import type { EngineStep, StepOperation } from "../../analysis/engine/engine-run";
import type { PropertyMap } from "../../analysis/engine/property-value";
import type { DigestStep } from "./digest-step";
import { completeLists } from "./complete-lists";
import { addSourcesOfParents } from "./follow-parents";
import { readResource } from "./read-resource";
import type { EngineState } from "./engine-state";

/** Operations as the engine names them; the parts of a replacement stand for the whole where it is not listed. */
const operations: ReadonlyMap<string, StepOperation> = new Map(
  Object.entries({
    same: "same",
    create: "create",
    update: "update",
    delete: "delete",
    replace: "replace",
    "create-replacement": "replace",
    read: "read",
    "read-replacement": "read",
    import: "import",
    "import-replacement": "replace",
    refresh: "refresh",
    discard: "discard",
    "discard-replaced": "discard",
    "delete-replaced": "delete",
    "remove-pending-replace": "delete",
  }),
);

/**
 * Which of several steps on one resource tells the most: the others are its parts, or only looked at it, or clear up after an
 * earlier replacement of it. One that is not known comes before all: it must not hide behind what is.
 */
const precedence: readonly string[] = [
  "replace",
  "import-replacement",
  "read-replacement",
  "create-replacement",
  "create",
  "update",
  "delete",
  "import",
  "read",
  "same",
  "discard",
  "refresh",
  "delete-replaced",
  "remove-pending-replace",
  "discard-replaced",
];

/** Reads the steps of a digest, one a resource, sorted by URN. */
export function readSteps(steps: readonly DigestStep[], source: "preview" | "drift"): readonly EngineStep[] {
  const read = source === "drift" ? (state: EngineState) => completeLists(readResource(state)) : readResource;
  const before = readSide(steps, { pick: ({ oldState }) => oldState, read });
  const after = readSide(steps, { pick: ({ newState }) => newState, read });
  return [...groupByUrn(steps).values()].map((group) =>
    readStep(
      group.reduce((main, step) => (rank(step) < rank(main) ? step : main)),
      { before, after },
    ),
  );
}

function rank({ op }: DigestStep): number {
  return precedence.indexOf(op);
}

type Sides = Readonly<Record<"before" | "after", ReadonlyMap<EngineState, EngineResource>>>;

function readStep(main: DigestStep, sides: Sides): EngineStep {
  const operation = operations.get(main.op) ?? "unknown";
  const before = main.oldState === undefined ? undefined : sides.before.get(main.oldState);
  const after = main.newState === undefined ? undefined : sides.after.get(main.newState);
  const differences = sortTexts(main.diffReasons);
  return {
    operation,
    urn: main.urn,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined
      ? {}
      : { after: completeAfter(operation, { ...(before && { before }), after, differences }) }),
    differences,
    replaceReasons: sortTexts(main.replaceReasons),
    ...(operation === "replace" ? { replacement: findReplacement(main) } : {}),
  };
}

/** Sorts texts, each once. */
function sortTexts(texts: readonly string[]): readonly string[] {
  return texts.length < 2 ? texts : [...new Set(texts)].sort();
}

/** The engine leaves ID and outputs of what stays out; they are those from before. A replaced resource gets new ones. */
function completeAfter(
  operation: StepOperation,
  { before, after, differences }: Pick<EngineStep, "before" | "differences"> & { readonly after: EngineResource },
): EngineResource {
  if (before === undefined || !["same", "update", "refresh"].includes(operation)) {
    return after;
  }
  const id = after.id ?? before.id;
  const completed = id === undefined ? after : { ...after, id };
  if (Object.keys(after.outputs).length > 0) {
    return completed;
  }
  const outputs = operation === "update" ? keepOutputs({ before, after, differences }) : before.outputs;
  return { ...completed, outputs };
}

/** What the provider answered before, but for what changes: a condition that is dropped must not be found in an old answer. */
function keepOutputs({
  before,
  after,
  differences,
}: Record<"before" | "after", EngineResource> & Pick<EngineStep, "differences">): PropertyMap {
  const changed = new Set(differences.map((path) => /^[^.[]*/.exec(path)?.[0]));
  const isKept = (name: string): boolean => !changed.has(name) && (name in after.inputs || !(name in before.inputs));
  return Object.fromEntries(Object.entries(before.outputs).filter(([name]) => isKept(name)));
}

/** The old state says whether it goes before the new one comes, or is only marked to be deleted after. */
function findReplacement({ oldState }: DigestStep): "create-before-delete" | "delete-before-create" {
  return oldState?.["pendingReplacement"] === true ? "delete-before-create" : "create-before-delete";
}

function readSide(
  steps: readonly DigestStep[],
  {
    pick,
    read,
  }: {
    readonly pick: (step: DigestStep) => EngineState | undefined;
    readonly read: (state: EngineState) => EngineResource;
  },
): ReadonlyMap<EngineState, EngineResource> {
  const states = steps.flatMap((step) => pick(step) ?? []);
  const resources = addSourcesOfParents(states.map(read));
  return new Map(states.flatMap((state, index) => pairWith(state, resources[index])));
}

function pairWith(state: EngineState, resource: EngineResource | undefined): [EngineState, EngineResource][] {
  return resource === undefined ? [] : [[state, resource]];
}

function groupByUrn(steps: readonly DigestStep[]): ReadonlyMap<string, readonly DigestStep[]> {
  const groups = new Map<string, DigestStep[]>();
  for (const step of [...steps].sort((one, other) => (one.urn < other.urn ? -1 : one.urn > other.urn ? 1 : 0))) {
    const group = groups.get(step.urn);
    if (group === undefined) {
      groups.set(step.urn, [step]);
    } else {
      group.push(step);
    }
  }
  return groups;
}
