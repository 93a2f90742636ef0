import { normalizeDigest } from "../../../tools/corpus/normalize-digest";
import { StableIds } from "../../../tools/corpus/stable-ids";
import { describeState, describeStep, writeDigest } from "../../support/digest-builder";

const kept = "acdd72a7-3385-48ef-bd42-f606fba81ae7";

interface Differences {
  readonly clientId: string;
  readonly time: string;
  readonly digits: string;
  readonly number: string;
  readonly swap: boolean;
}

/** The digest of one case as two runs of the engine would print it. */
function print({ clientId, time, digits, number, swap }: Differences): string {
  const inputs = { clientId, scope: `/roles/${kept.toUpperCase()}/${clientId}`, resourceName: `payments${digits}` };
  const dependencies = ["urn:b", "urn:a"];
  const application = describeState("a:index:Application", "payments", {
    inputs,
    outputs: { endDate: "2027-01-01T00:00:00Z", createdOn: time },
    dependencies: swap ? [...dependencies].reverse() : dependencies,
    created: time,
    sourcePosition: "project:///../../checkout/index.ts#1,1",
  });
  const check = describeState("a:index:Check", "lock", { id: number, outputs: { id: number } });
  const steps = [
    { ...describeStep("create", { after: application }), diffReasons: swap ? ["b", "a"] : ["a", "b"] },
    describeStep("same", { before: check, after: check }),
  ];
  const diagnostics = [
    { severity: "warning", message: "warning: using pulumi-resource-azuread from $PATH at /somewhere" },
    { severity: "error", message: `${clientId} failed` },
  ];
  const changes = { duration: swap ? 1 : 2, diagnostics };
  return writeDigest(swap ? steps.reverse() : steps, changes);
}

function normalize(differences: Differences): string {
  return normalizeDigest(print(differences), {
    ids: new StableIds([kept]),
    numbers: new Map([[describeState("a:index:Check", "lock").urn, "1"]]),
    urns: [],
    program: `endDate: "2027-01-01T00:00:00Z"`,
    placePaths: (text) => text.replaceAll("../../checkout/", "lib/"),
  });
}

const one: Differences = {
  clientId: "11111111-1111-4111-8111-111111111111",
  time: "2026-05-05T05:05:05.123456Z",
  digits: "1a2b3c4d",
  number: "6",
  swap: false,
};
const other: Differences = {
  clientId: "22222222-2222-4222-8222-222222222222",
  time: "2026-06-06T06:06:06Z",
  digits: "4d3c2b1a",
  number: "3",
  swap: true,
};

it("writes two runs of one case the same", () => {
  expect(normalize(one)).toBe(normalize(other));
});

it("keeps what means something and drops what tells of the machine", () => {
  const text = normalize(one);
  expect(text).toContain(kept);
  expect(text).toContain("2027-01-01T00:00:00Z");
  expect(text).toContain("project:///lib/index.ts#1,1");
  expect(text).not.toMatch(/1a2b3c4d|11111111|05:05|\$PATH/);
});

it("keeps that two places hold the same generated ID", () => {
  const { steps } = JSON.parse(normalize(one)) as { steps: { newState: { inputs: Record<string, string> } }[] };
  const inputs = steps.map(({ newState }) => newState.inputs).find(({ clientId }) => clientId !== undefined);
  expect(inputs?.["scope"]).toBe(`/roles/${kept}/${inputs?.["clientId"] ?? ""}`);
});
