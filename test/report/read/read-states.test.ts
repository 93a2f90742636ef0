import type { EngineRun } from "../../../analysis/engine/engine-run";
import { secretValue } from "../../../analysis/engine/property-value";
import { InputError } from "../../../report/read/input-error";
import { readStates } from "../../../report/read/read-states";
import { describeState, formatUrn, type DigestState } from "../../support/digest-builder";

const application = "azuread:index/application:Application";
const signature = "4dabf18193072939515e22adb298388d";
const secretSignature = "1b47061264138c4ac30d75fd1eb44270";

function writeState(resources: readonly DigestState[], changes: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify({ version: 4, features: ["hooks"], deployment: { manifest: {}, resources, ...changes } });
}

function compare(before: readonly DigestState[], after: readonly DigestState[]): EngineRun {
  return readStates(writeState(before), writeState(after));
}

function listOperations(run: EngineRun): readonly string[] {
  return run.steps.map(({ operation, urn }) => `${operation} ${urn.split("::").at(-1) ?? ""}`);
}

const payments = describeState(application, "payments", { id: "1", inputs: { displayName: "payments" } });

it.each([3, 4])("compares exports of version %d", (version) => {
  const json = JSON.stringify({ version, deployment: { resources: [payments] } });
  expect(readStates(json, json)).toMatchObject({
    source: "states",
    project: "corpus",
    stack: "test",
    complete: true,
    includesUnchanged: true,
  });
});

it("tells what came, went, changed and was replaced", () => {
  const before = [
    payments,
    ...["gone", "changed", "replaced"].map((name) => describeState(application, name, { id: "1" })),
  ];
  const after = [
    payments,
    describeState(application, "new", { id: "1" }),
    describeState(application, "changed", { id: "1", inputs: { displayName: "x" } }),
    describeState(application, "replaced", { id: "2" }),
  ];
  const run = compare(before, after);
  expect(listOperations(run)).toEqual([
    "update changed",
    "delete gone",
    "create new",
    "same payments",
    "replace replaced",
  ]);
  expect(run.steps[0]?.differences).toEqual(["displayName"]);
});

it("follows a resource that was renamed", () => {
  const renamed = describeState(application, "renamed", {
    ...payments,
    urn: formatUrn(application, "renamed"),
    aliases: [payments.urn],
  });
  expect(listOperations(compare([payments], [renamed]))).toEqual(["same renamed"]);
});

it("takes no old name for a resource that another one has taken", () => {
  const renamed = { ...payments, urn: formatUrn(application, "renamed"), aliases: [payments.urn], id: "2" };
  expect(listOperations(compare([payments], [payments, renamed]))).toEqual(["same payments", "create renamed"]);
});

it("leaves out what is only waiting to be deleted", () => {
  expect(listOperations(compare([payments, { ...payments, id: "0", delete: true }], [payments]))).toEqual([
    "same payments",
  ]);
});

it("keeps no secret, and shows none to differ", () => {
  const hide = (ciphertext: string): DigestState => ({
    ...payments,
    outputs: {
      value: { [signature]: secretSignature, ciphertext, plaintext: '"canary"' },
      list: [{ [signature]: "other", value: "canary" }],
    },
  });
  const run = compare([hide("canary-1")], [hide("canary-2")]);
  expect(run.steps[0]?.after?.outputs).toEqual({ value: secretValue, list: [secretValue] });
  expect(listOperations(run)).toEqual(["same payments"]);
});

it("keeps of files their hash, of references URN and ID", () => {
  const outputs = {
    file: { [signature]: "c44067f5952c0a294b673a41bacd8c17", hash: "abc", text: "canary" },
    reference: { [signature]: "5cf8f73096256a8f31e491e813e4eb8e", urn: "urn:x", id: "1" },
  };
  const [step] = compare([], [{ ...payments, outputs }]).steps;
  expect(step?.after?.outputs).toEqual({ file: { hash: "abc" }, reference: { urn: "urn:x", id: "1" } });
});

it("is not whole where an operation was interrupted", () => {
  const run = readStates(writeState([payments]), writeState([payments], { pending_operations: [{}] }));
  expect(run.complete).toBe(false);
  expect(run.failures).toHaveLength(1);
});

it("compares with an empty stack", () => {
  expect(listOperations(compare([], [payments]))).toEqual(["create payments"]);
  expect(readStates(writeState([]), JSON.stringify({ version: 3, deployment: { resources: null } })).steps).toEqual([]);
});

it.each([
  ["a digest", JSON.stringify({ steps: [] }), /not what/],
  ["an unknown version", JSON.stringify({ version: 99, deployment: {} }), /version 99/],
  ["a resource without a URN", JSON.stringify({ version: 3, deployment: { resources: [{}] } }), /URN/],
  ["another stack", writeState([{ ...payments, urn: payments.urn.replace(":test:", ":prod:") }]), /different stacks/],
  ["nothing", "", /empty/],
])("says what is wrong with %s", (_, json, message) => {
  expect(() => readStates(writeState([payments]), json)).toThrow(InputError);
  expect(() => readStates(writeState([payments]), json)).toThrow(message);
});
