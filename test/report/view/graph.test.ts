import type { Entity } from "../../../analysis/model/model";
import type { ReportGraph } from "../../../report/report-document";
import {
  absent,
  approval,
  builtIn,
  connection,
  directoryPermission,
  identity,
  known,
  pipelinePermission,
  roleAssignment,
  storedSecret,
  subscriptionScope,
  to,
  toOther,
  trust,
  trustOf,
} from "../../support/model-builders";
import { reportOf } from "./report-of";

const application = identity("payments");
const prod = connection("payments-prod", to(application));
const role = roleAssignment(to(application));
const whole: readonly Entity[] = [application, prod, trust(to(application), prod), pipelinePermission(to(prod)), role];

function draw(before: readonly Entity[], after: readonly Entity[]): ReportGraph {
  return reportOf(before, after).graph;
}

/** Edges by the labels of their ends. */
function readEdges({ nodes, edges }: ReportGraph): readonly string[] {
  const labels = new Map(nodes.map(({ id, label }) => [id, label]));
  return edges.map(({ from, to: end, state }) => `${labels.get(from)} > ${labels.get(end)}: ${state}`).sort();
}

function readNodes({ nodes }: ReportGraph): readonly string[] {
  return nodes.map(({ kind, label, state }) => `${kind} ${label}: ${state}`);
}

test("leads from pipeline over connection and identity to role", () => {
  const graph = draw([], whole);
  expect(readNodes(graph)).toEqual([
    "pipeline Pipeline 7: added",
    "connection payments-prod: added",
    "identity payments: added",
    "role Reader: added",
  ]);
  expect(readEdges(graph)).toEqual([
    "Pipeline 7 > payments-prod: added",
    "payments > Reader: added",
    "payments-prod > payments: added",
  ]);
});

test("what stays is unchanged, what goes is still there", () => {
  expect(readNodes(draw(whole, whole)).every((node) => node.endsWith(": unchanged"))).toBe(true);
  const gone = draw(whole, whole.slice(0, -1));
  expect(readNodes(gone)).toContain("role Reader: removed");
  expect(readNodes(gone)).toContain("identity payments: unchanged");
  expect(readEdges(gone)).toContain("payments > Reader: removed");
  expect(readEdges(draw(whole, []))).toEqual([
    "Pipeline 7 > payments-prod: removed",
    "payments > Reader: removed",
    "payments-prod > payments: removed",
  ]);
});

test("a wider role is a new place beside the one that is left", () => {
  const after = [...whole.slice(0, -1), roleAssignment(to(application), { scope: known(subscriptionScope) })];
  const { nodes } = draw(whole, after);
  expect(
    nodes
      .filter(({ kind }) => kind === "role")
      .map(({ detail, state }) => [detail?.split(" ")[0], state])
      .sort(),
  ).toEqual([
    ["resource", "removed"],
    ["subscription", "added"],
  ]);
});

test("another identity behind a connection leads there, and no longer to the old one", () => {
  const other = identity("reports");
  const edges = readEdges(draw([application, other, prod], [application, other, { ...prod, identity: to(other) }]));
  expect(edges).toEqual(["payments-prod > payments: removed", "payments-prod > reports: added"]);
});

test("who gets in without a connection of the stack stands in the first column", () => {
  const github = trustOf("github", to(application), {
    issuer: known("https://token.actions.githubusercontent.com"),
    subject: known("repo:contoso/shop:ref:refs/heads/main"),
  });
  const graph = draw([application], [application, github, storedSecret(to(application))]);
  expect(readEdges(graph)).toEqual(["GitHub Actions > payments: added", "Whoever holds password > payments: added"]);
  expect(graph.nodes.find(({ label }) => label === "GitHub Actions")?.detail).toBe(
    "GitHub Actions in the repository contoso/shop on the branch main",
  );
  expect(
    graph.nodes
      .filter(({ kind }) => kind === "pipeline")
      .map(({ level }) => level)
      .sort(),
  ).toEqual(["critical", "high"]);
});

test("every pipeline of a project is one node, and says so", () => {
  const open = pipelinePermission(to(prod), { allPipelines: true, pipeline: absent });
  const { nodes } = draw([prod], [prod, open]);
  expect(nodes.find(({ kind }) => kind === "pipeline")).toMatchObject({
    label: "Every pipeline",
    state: "added",
    level: "critical",
  });
});

test("a connection shows what guards it", () => {
  const guarded = draw([prod, approval(to(prod))], [prod, approval(to(prod))]);
  expect(guarded.nodes.find(({ kind }) => kind === "connection")?.detail).toBe("without a secret, approval");
  expect(draw([prod], [prod]).nodes.find(({ kind }) => kind === "connection")?.detail).toBe(
    "without a secret, no checks",
  );
});

test("things from elsewhere are nodes by their IDs, directory permissions are roles", () => {
  const id = "0f0f0f0f-1111-4222-8333-444444444444";
  const graph = draw(
    [],
    [
      roleAssignment(toOther(id), { role: builtIn("b24988ac-6180-42a0-ab88-20f7382dd24c") }),
      directoryPermission(toOther(id.toUpperCase()), {
        permission: known("9e3f62cf-ca93-4989-b6ce-bf83c28f9fe8"),
      }),
    ],
  );
  expect(graph.nodes.map(({ kind, label }) => `${kind} ${label}`)).toEqual([
    `identity ${id}`,
    "role The permission RoleManagement.ReadWrite.Directory",
    "role Contributor",
  ]);
});

test("in a run that is not whole, what is not listed is not called gone", () => {
  const { graph } = reportOf(whole, [], { run: { complete: false } });
  expect(graph.nodes.filter(({ state }) => state === "removed")).toEqual([]);
});

test("the order of things does not matter", () => {
  expect(draw([...whole].reverse(), [...whole].reverse())).toEqual(draw(whole, whole));
});
