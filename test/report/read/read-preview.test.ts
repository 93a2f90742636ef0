import { secretValue, unknownValue } from "../../../analysis/engine/property-value";
import type { EngineStep } from "../../../analysis/engine/engine-run";
import { readPreview } from "../../../report/read/read-preview";
import { describeStack, describeState, describeStep, formatUrn, writeDigest } from "../../support/digest-builder";

const application = "azuread:index/application:Application";
const component = "keyless:index:AzureServiceConnection";
const unknownText = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

function findStep(json: string, name: string): EngineStep {
  const [step, ...others] = readPreview(json).steps.filter(({ urn }) => urn.endsWith(`::${name}`));
  if (step === undefined || others.length > 0) throw new Error(`${name} has not exactly one step`);
  return step;
}

const old = describeState(application, "payments", {
  id: "/applications/1",
  inputs: { displayName: "payments", condition: "old" },
  outputs: { displayName: "payments", condition: "old", clientId: "c", tags: [] },
});

describe("a run", () => {
  it("names project and stack, and sorts its steps", () => {
    const steps = ["b", "a"].map((name) => describeStep("create", { after: describeState(application, name) }));
    const run = readPreview(writeDigest(steps));
    expect(run).toMatchObject({ source: "preview", project: "corpus", stack: "test", complete: true, failures: [] });
    expect(run.steps.map(({ urn }) => urn)).toEqual([
      formatUrn(application, "a"),
      formatUrn(application, "b"),
      describeStack().urn,
    ]);
  });

  it("is whole only where the summary counts no more than what is listed", () => {
    const steps = [describeStep("create", { after: describeState(application, "payments") })];
    const isComplete = (changes: Record<string, unknown>): boolean => readPreview(writeDigest(steps, changes)).complete;
    expect(isComplete({})).toBe(true);
    expect(isComplete({ changeSummary: { create: 2, same: 1 } })).toBe(false);
    expect(isComplete({ changeSummary: { create: 1, delete: 1, same: 1 } })).toBe(false);
    expect(isComplete({ changeSummary: undefined })).toBe(false);
    expect(isComplete({ changeSummary: "create" })).toBe(false);
    expect(isComplete({ maybeCorrupt: true })).toBe(false);
    expect(isComplete({ diagnostics: [{ severity: "error", message: "preview failed" }] })).toBe(false);
    expect(isComplete({ diagnostics: [{ severity: "warning", message: "careful" }] })).toBe(true);
  });

  it("is not whole where a step cannot be read", () => {
    const run = readPreview(writeDigest([], { steps: [describeStack(), { op: "create" }] }));
    expect(run.complete).toBe(false);
  });

  it("tells whether unchanged resources are listed", () => {
    expect(readPreview(writeDigest([], { changeSummary: { same: 1 } })).includesUnchanged).toBe(true);
    expect(readPreview(writeDigest([], { changeSummary: { same: 2 } })).includesUnchanged).toBe(false);
  });
});

describe("a resource", () => {
  it("keeps ID and outputs that the digest leaves out, but for what changes", () => {
    const after = describeState(application, "payments", { inputs: { displayName: "new" } });
    const json = writeDigest([describeStep("update", { before: old, after, diffReasons: ["displayName", "tags[0]"] })]);
    expect(findStep(json, "payments").after).toMatchObject({ id: "/applications/1", outputs: { clientId: "c" } });
    expect(Object.keys(findStep(json, "payments").after?.outputs ?? {})).toEqual(["clientId"]);
  });

  it("has neither after a replacement", () => {
    const after = describeState(application, "payments", { inputs: { displayName: "new" } });
    const json = writeDigest([describeStep("replace", { before: old, after })]);
    expect(findStep(json, "payments").after).toMatchObject({ outputs: {} });
    expect(findStep(json, "payments").after?.id).toBeUndefined();
  });

  it("that is imported has the ID that it is imported by", () => {
    const after = describeState(application, "payments", { importID: "/applications/2" });
    const json = writeDigest([describeStep("import", { after })]);
    expect(findStep(json, "payments").after?.id).toBe("/applications/2");
  });

  it("is told apart from its provider's ID, its type chain and its name, whatever that holds", () => {
    const after = describeState(application, "a::b", {
      urn: formatUrn(application, "a::b", [component]),
      provider: `${formatUrn("pulumi:providers:azuread", "default_6_9_1")}::${unknownText}`,
      parent: formatUrn(component, "payments"),
    });
    const json = writeDigest([describeStep("create", { after })]);
    expect(readPreview(json).steps[0]?.after).toMatchObject({
      name: "a::b",
      type: application,
      provider: formatUrn("pulumi:providers:azuread", "default_6_9_1"),
      parent: formatUrn(component, "payments"),
    });
  });

  it("that was renamed is one step, under its new name", () => {
    const before = describeState(application, "old-name", { id: "1" });
    const after = describeState(application, "payments", { aliases: [before.urn] });
    const json = writeDigest([describeStep("same", { before, after })]);
    expect(findStep(json, "payments")).toMatchObject({
      operation: "same",
      before: { name: "old-name" },
      after: { id: "1", aliases: [before.urn] },
    });
  });

  it("shows that its protection was switched, and that it stays when it is deleted", () => {
    const before = describeState(application, "payments", { protect: true, retainOnDelete: true });
    const after = describeState(application, "payments");
    const { before: was, after: is } = findStep(writeDigest([describeStep("same", { before, after })]), "payments");
    expect([was?.protect, is?.protect, was?.retainOnDelete, is?.retainOnDelete]).toEqual([true, false, true, false]);
  });

  it("has unknown and secret values in their places, and nothing of the engine's own", () => {
    const inputs = {
      __defaults: ["x"],
      known: [1, true, null, "text"],
      nested: { __meta: "{}", id: unknownText, list: [unknownText, { secret: "[secret]" }] },
      ["__proto__"]: { polluted: true },
    };
    const after = describeState(application, "payments", { inputs });
    expect(findStep(writeDigest([describeStep("create", { after })]), "payments").after?.inputs).toEqual({
      known: [1, true, null, "text"],
      nested: { id: unknownValue, list: [unknownValue, { secret: secretValue }] },
    });
  });

  it.each([
    ["text", unknownText],
    ["boolean", "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7"],
    ["number", "3eeb2bf0-c639-47a8-9e75-3b44932eb421"],
    ["list", "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2"],
    ["file", "030794c1-ac77-496b-92df-f27374a8bd58"],
    ["folder", "e48ece36-62e2-4504-bad9-02848725956a"],
    ["object", "dd056dcd-154b-4c76-9bd3-c8f88648b5ff"],
  ])("may have an unknown %s", (_, marker) => {
    // https://github.com/pulumi/pulumi/blob/master/sdk/go/common/resource/plugin/rpc.go
    const after = describeState(application, "payments", { inputs: { value: marker } });
    expect(findStep(writeDigest([describeStep("create", { after })]), "payments").after?.inputs["value"]).toBe(
      unknownValue,
    );
  });
});

describe("steps", () => {
  const after = describeState(application, "payments", { inputs: { displayName: "new" } });
  const replace = {
    before: { ...old, delete: true },
    after,
    diffReasons: ["displayName"],
    replaceReasons: ["displayName"],
  };

  it("of one replacement are one, with and without --show-replacement-steps", () => {
    const short = writeDigest([describeStep("replace", replace)]);
    const long = writeDigest([
      describeStep("delete-replaced", { before: replace.before }),
      describeStep("replace", replace),
      describeStep("create-replacement", replace),
    ]);
    expect(readPreview(long)).toEqual(readPreview(short));
    expect(findStep(long, "payments")).toMatchObject({
      operation: "replace",
      replacement: "create-before-delete",
      replaceReasons: ["displayName"],
    });
  });

  it("tell which comes first in a replacement", () => {
    const before = { ...old, pendingReplacement: true };
    const json = writeDigest([describeStep("replace", { before, after })]);
    expect(findStep(json, "payments").replacement).toBe("delete-before-create");
  });

  it("of a preview that refreshes first are one a resource", () => {
    const json = writeDigest([
      describeStep("refresh", { before: old, after: old }),
      describeStep("update", { before: old, after }),
      describeStack("refresh"),
    ]);
    expect(readPreview(json).source).toBe("preview");
    expect(findStep(json, "payments").operation).toBe("update");
  });

  it("of a refresh are drift", () => {
    const live = { ...old, inputs: { displayName: "live" }, outputs: { displayName: "live" } };
    const gone = describeState(application, "gone", { id: "2" });
    const steps = [
      describeStack("refresh"),
      describeStep("update", { before: old, after: live }),
      describeStep("delete", { before: gone }),
    ];
    const run = readPreview(writeDigest([], { steps, changeSummary: { same: 1, update: 1, delete: 1 } }));
    expect(run).toMatchObject({ source: "drift", complete: true, includesUnchanged: true });
    expect(run.steps.map(({ operation }) => operation)).toEqual(["delete", "update", "refresh"]);
    expect(run.steps[1]?.after?.outputs).toEqual({ displayName: "live" });
  });

  it("of a refresh show what somebody added to a list, which stands in the answer alone", () => {
    const describeOwners = (given: string[], answered: string[]) =>
      describeState(application, "payments", { id: "1", inputs: { owners: given }, outputs: { owners: answered } });
    const before = describeOwners(["one"], ["one"]);
    const after = describeOwners(["one"], ["one", "two"]);
    const readOwners = (steps: readonly ReturnType<typeof describeStep>[]): unknown =>
      findStep(writeDigest([], { steps, changeSummary: { same: 1, update: 1 } }), "payments").after?.inputs;
    expect(readOwners([describeStack("refresh"), describeStep("update", { before, after })])).toEqual({
      owners: ["one", "two"],
    });
    expect(readOwners([describeStack("same"), describeStep("update", { before, after })])).toEqual({ owners: ["one"] });
  });

  it("that clear up after an earlier run are a deletion, where nothing else happens to the resource", () => {
    const before = { ...old, delete: true };
    const alone = writeDigest([describeStep("delete-replaced", { before })]);
    expect(findStep(alone, "payments").operation).toBe("delete");
    const beside = writeDigest([
      describeStep("delete-replaced", { before }),
      describeStep("same", { before: old, after: old }),
    ]);
    expect(findStep(beside, "payments").operation).toBe("same");
  });

  it.each(["extend-parameterize", "diff", "toString", "", "__proto__"])(
    "with an operation that is not known say so: %j",
    (op) => {
      const unknown = describeStep(op, { before: old, after });
      expect(findStep(writeDigest([unknown]), "payments").operation).toBe("unknown");
      const beside = writeDigest([describeStep("same", { before: old, after }), unknown]);
      expect(findStep(beside, "payments").operation).toBe("unknown");
    },
  );

  it.each([
    ["read", "read"],
    ["read-replacement", "read"],
    ["import", "import"],
    ["import-replacement", "replace"],
    ["discard", "discard"],
  ])("%s is read as %s", (op, operation) => {
    expect(findStep(writeDigest([describeStep(op, { before: old, after })]), "payments").operation).toBe(operation);
  });

  it("may hold fields of the wrong kind", () => {
    const wrong = {
      ...after,
      type: 1,
      custom: "yes",
      inputs: "text",
      outputs: [1],
      dependencies: "urn",
      propertyDependencies: { a: 1 },
      aliases: [1],
      protect: "true",
      stackTrace: { a: 1 },
      sourcePosition: 7,
      parent: [],
    };
    const step = {
      op: "create",
      urn: after.urn,
      newState: wrong,
      oldState: "state",
      diffReasons: 5,
      replaceReasons: {},
    };
    const json = writeDigest([], { steps: [describeStack(), step], changeSummary: { same: 1, create: 1 } });
    expect(findStep(json, "payments")).toMatchObject({
      operation: "create",
      differences: [],
      after: { type: "", custom: false, inputs: {}, outputs: {}, dependencies: [], protect: false },
    });
  });
});

describe("the line of the program", () => {
  const library = "project:///node_modules/pulumi-keyless/dist/lib/connection.js#5,1";

  function readSource(frames: readonly (string | undefined)[], parts: object = {}): unknown {
    const [sourcePosition, ...rest] = frames;
    const stackTrace = rest.map((frame) => (frame === undefined ? {} : { sourcePosition: frame }));
    const after = describeState(application, "payments", { sourcePosition, stackTrace, ...parts });
    const above = describeState(component, "above", { custom: false, sourcePosition: "project:///main.ts#3" });
    const steps = [describeStep("create", { after }), describeStep("create", { after: above })];
    return findStep(writeDigest(steps), "payments").after?.source;
  }

  it.each([
    ["is the innermost one", ["project:///index.ts#9,27"], { file: "index.ts", line: 9, column: 27 }],
    ["may have no column", ["project:///index.ts#9"], { file: "index.ts", line: 9 }],
    ["lies outside of packages", [library, undefined, "project:///a/b.ts#1,1"], { file: "a/b.ts", line: 1, column: 1 }],
    ["has its dots resolved", ["project:///x/../lib/./a.ts#2,3"], { file: "lib/a.ts", line: 2, column: 3 }],
    ["has its escapes read", ["project:///my%20program.ts#2,3"], { file: "my program.ts", line: 2, column: 3 }],
    [
      "is not outside of the project",
      ["project:///../other/a.ts#2,3", "project:///a.ts#1,1"],
      { file: "a.ts", line: 1, column: 1 },
    ],
    ["is not in a virtual environment", ["project:///venv/lib/site-packages/pulumi/x.py#2,3"], undefined],
    ["has to be a number", ["project:///index.ts#0,1", "project:///index.ts#x", "index.ts", ""], undefined],
    ["is not a web address", ["https://example.com/index.ts#2,3"], undefined],
    ["is no odd escape", ["project:///%E0%A4%A.ts#2,3"], { file: "%E0%A4%A.ts", line: 2, column: 3 }],
  ])("%s", (_, frames, source) => {
    expect(readSource(frames)).toEqual(source);
  });

  it("is that of the component above where there is none", () => {
    const parent = formatUrn(component, "above");
    expect(readSource([library], { parent })).toEqual({ file: "main.ts", line: 3 });
  });

  it("is not looked for in a circle", () => {
    expect(readSource([library], { parent: formatUrn(application, "payments") })).toBeUndefined();
  });
});
