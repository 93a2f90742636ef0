import type { EngineResource } from "../../../analysis/engine/engine-resource";
import { unknownValue } from "../../../analysis/engine/property-value";
import type { StepOperation } from "../../../analysis/engine/engine-run";
import type { Change } from "../../../analysis/changes/change";
import {
  absent,
  approval,
  builtIn,
  connection,
  identity,
  known,
  pipelinePermission,
  roleAssignment,
  to,
  trustOf,
} from "../../support/model-builders";
import { createResource, rename } from "../../support/run-builders";
import { readChanges, readReasons, readSummary } from "./read-changes";

const payments = identity("payments");
const link = connection("payments-dev", to(payments));
const trusted = trustOf("credential", to(payments), { subject: known("sc://contoso/payments/payments-dev") });
const reader = roleAssignment(to(payments));
const deploy = pipelinePermission(to(link));
const guard = approval(to(link));
const all = [payments, link, trusted, reader, deploy, guard];

function readIds(changes: readonly Change[]): readonly string[] {
  return changes.map(({ id }) => id);
}

describe("findChanges", () => {
  it("finds nothing where nothing changes", () => {
    expect(readChanges({ before: all, after: all })).toEqual([]);
    expect(readChanges({})).toEqual([]);
  });

  it("puts the highest level first, then goes by ID", () => {
    const open = pipelinePermission(to(link), { allPipelines: true, pipeline: absent });
    const changes = readChanges({ before: [payments, link], after: [payments, link, open, reader, trusted] });
    expect(changes.map(({ level }) => level)).toEqual(["critical", "high", "medium"]);
  });

  it("names class, action and meaning in the ID, and no place", () => {
    expect(readIds(readChanges({ before: all.slice(0, 2), after: all }))).toEqual([
      "pipelinePermission|added|pipeline 7 of 940ec700-aaaa-4aaa-8aaa-000000000005 on payments-dev",
      "roleAssignment|added|payments is Reader at /subscriptions/5b5c9700-aaaa-4aaa-8aaa-000000000008/resourceGroups/payments",
      expect.stringMatching(/^trust\|added\|payments trusts sc:\/\/contoso\/payments\/payments-dev of https:/),
      expect.stringMatching(/^check\|added\|approval on payments-dev approvers=/),
    ]);
  });

  it("keeps the ID when a resource is called otherwise", () => {
    const before = readIds(readChanges({ before: [payments], after: [payments, reader] }));
    const after = readIds(readChanges({ before: [payments], after: [payments, rename(reader, "anything")] }));
    expect(after).toEqual(before);
  });

  it("tells changes of the same meaning apart by their names", () => {
    const [a, b] = [rename(trusted, "a"), rename(trusted, "b")];
    const ids = readIds(readChanges({ before: [payments], after: [payments, a, b] }));
    expect(new Set(ids).size).toBe(2);
    expect(ids.join()).toContain("(a)");
  });

  it("cuts long values in IDs, and takes out what could break a line", () => {
    const long = trustOf("credential", to(payments), { subject: known(`${"x".repeat(100_000)}\n|\u202e`) });
    const other = trustOf("other", to(payments), { subject: known("x".repeat(100_001)) });
    const ids = readIds(readChanges({ before: [payments], after: [payments, long, other] }));
    expect(ids.every((id) => id.length < 500)).toBe(true);
    expect(new Set(ids).size).toBe(2);
    const short = trustOf("credential", to(payments), { subject: known("a\n|\u202eb") });
    expect(readIds(readChanges({ before: [payments], after: [payments, short] })).join()).toContain("a___b of");
  });
});

describe("changes of runs that are special", () => {
  it("lists what comes under management without calling it new", () => {
    const steps = { [reader.urn]: { operation: "import" as const }, [payments.urn]: { operation: "read" as const } };
    expect(readSummary({ after: [payments, reader], steps })).toEqual([
      "identity read info",
      "roleAssignment imported info",
    ]);
    const reasons = readReasons({ after: [payments, reader], steps });
    expect(reasons).toContain("It exists already; from now on this stack manages it.");
    expect(reasons).toContain("It reads the settings of every resource");
  });

  it("still says what cannot be reviewed of what is imported", () => {
    const hidden = roleAssignment(to(payments), { role: { kind: "unreadable" } });
    const steps = { [hidden.urn]: { operation: "import" as const } };
    expect(readSummary({ before: [payments], after: [payments, hidden], steps })).toEqual([
      "roleAssignment imported medium cannotBeReviewed",
    ]);
  });

  it("says that what is retained stays in the cloud", () => {
    const kept = { ...reader, retainOnDelete: true };
    expect(readSummary({ before: [payments, kept], after: [payments] })).toEqual(["roleAssignment left medium"]);
    // Outside of Pulumi nobody retains anything.
    expect(readSummary({ before: [payments, kept], after: [payments], run: { source: "drift" } })).toEqual([
      "roleAssignment removed low narrowsAccess",
    ]);
  });

  it("does not mourn what the program only read", () => {
    const read = { ...payments, external: true };
    expect(readSummary({ before: [read], after: [] })).toEqual(["identity left info"]);
    expect(readSummary({ before: [payments], after: [], steps: { [payments.urn]: { operation: "discard" } } })).toEqual(
      ["identity left info"],
    );
  });

  it("tells protection apart from everything else", () => {
    const kept = { ...link, protect: true };
    expect(readSummary({ before: [payments, kept], after: [payments, link] })).toEqual([
      "serviceConnection unprotected medium removesProtection",
    ]);
    expect(readSummary({ before: [payments, link], after: [payments, kept] })).toEqual([
      "serviceConnection changed info addsGuard",
    ]);
    const renamed = { ...link, connectionName: known("new") };
    expect(readSummary({ before: [payments, kept], after: [payments, renamed] })).toEqual([
      "serviceConnection unprotected medium removesProtection",
      "serviceConnection changed low breaksUse",
    ]);
  });

  it("never concludes from what an incomplete run does not list", () => {
    const incomplete = { complete: false };
    const parts = { before: all, after: [payments], run: { ...incomplete, steps: [] } };
    expect(readSummary(parts)).toEqual([]);
    // What it lists as deleted is.
    expect(readSummary({ before: [payments, reader], after: [payments], run: incomplete })).toEqual([
      "roleAssignment removed low narrowsAccess",
    ]);
  });

  it("reports what was changed outside of Pulumi as such", () => {
    const widened = { ...reader, role: builtIn("8e3af657-a8ff-443c-a75c-2fe8c4bcb635", "Owner") };
    const parts = { before: [payments, reader, guard], after: [payments, widened], run: { source: "drift" as const } };
    expect(readSummary(parts)).toEqual([
      "roleAssignment changed critical escalates widensAccess",
      "check removed high removesGuard",
    ]);
    const reasons = readReasons(parts);
    expect(reasons).toContain("Somebody changed it outside of Pulumi.");
    expect(reasons).toContain("Somebody deleted it outside of Pulumi.");
  });

  it("believes the engine that a resource stays the same, whatever a provider fills in", () => {
    const filled = { ...payments, signInAudience: known("AzureADMultipleOrgs") };
    const steps = { [payments.urn]: { operation: "same" as const } };
    expect(readSummary({ before: [payments], after: [filled], steps })).toEqual([]);
  });

  it("does not take a replacement for certain that the engine plans for the worst", () => {
    const resource = { ...createResource(reader), propertyDependencies: { principalId: [payments.urn] } };
    const after: EngineResource = { ...resource, inputs: { principalId: unknownValue, roleDefinitionId: "x" } };
    const readWith = (operation: StepOperation, replaceReasons: readonly string[]): readonly string[] =>
      readSummary({
        before: [payments, reader],
        after: [payments, reader],
        steps: {
          [payments.urn]: { operation },
          [reader.urn]: { operation: "replace", before: resource, after, replaceReasons },
        },
      });
    expect(readWith("update", ["principalId"])).toEqual(["roleAssignment replaced info"]);
    expect(readWith("update", ["principalId", "roleDefinitionId"])).toEqual(["roleAssignment replaced low"]);
    expect(readWith("replace", ["principalId"])).toEqual([
      "identity replaced high replacesIdentity",
      "roleAssignment replaced medium",
    ]);
    expect(readWith("update", [])).toEqual(["roleAssignment replaced low"]);
  });

  it("knows a thing that the program both declares and reads by its ID", () => {
    const read = rename({ ...payments, external: true }, "again");
    const again = { ...reader, principal: to(read) };
    const id = "/subscriptions/x/identities/payments";
    const steps = {
      [payments.urn]: {
        operation: "same" as const,
        before: { ...createResource(payments), id },
        after: { ...createResource(payments), id },
      },
      [read.urn]: { operation: "read" as const, after: { ...createResource(read), id: id.toUpperCase() } },
      [reader.urn]: { operation: "update" as const },
    };
    expect(readSummary({ before: [payments, reader], after: [payments, read, again], steps })).toEqual([
      "identity read info",
    ]);
  });
});
