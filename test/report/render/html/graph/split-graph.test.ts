import { splitGraph } from "../../../../../report/render/html/graph/split-graph";
import { edge, node } from "../../../../support/report-builder";

type Split = ReturnType<typeof splitGraph>;

function listLabels(pictures: Split): readonly (readonly string[])[] {
  return pictures.map(({ nodes }) => nodes.map(({ label }) => label).sort());
}

describe("splitGraph", () => {
  it("keeps together what hangs together, and nothing else", () => {
    const [a, b, id, alone] = [
      node("connection", "a"),
      node("connection", "b"),
      node("identity", "id"),
      node("connection", "c"),
    ];

    const pictures = splitGraph({ nodes: [a, b, id, alone], edges: [edge(a, id), edge(b, id)] });

    expect(listLabels(pictures)).toEqual([["a", "b", "id"], ["c"]]);
  });

  it("puts what changes first, and of that the highest level", () => {
    const nodes = [
      node("connection", "stays", { level: "critical" }),
      node("connection", "low", { state: "added", level: "low" }),
      node("connection", "high", { state: "removed", level: "high" }),
    ];

    expect(listLabels(splitGraph({ nodes, edges: [] }))).toEqual([["high"], ["low"], ["stays"]]);
  });

  it("takes a picture for changed where only an edge is", () => {
    const [a, b, id] = [node("connection", "a"), node("connection", "b"), node("identity", "id")];

    const pictures = splitGraph({ nodes: [a, b, id], edges: [edge(b, id, { state: "added" })] });

    expect(listLabels(pictures)).toEqual([["b", "id"], ["a"]]);
  });

  it("draws one picture for each identity where too many hang together, with what they share in each", () => {
    const pipeline = node("pipeline", "deploy");
    const role = node("role", "Reader");
    const pairs = Array.from(
      { length: 20 },
      (_, index) => [node("connection", `c${index}`), node("identity", `i${index}`)] as const,
    );
    const edges = pairs.flatMap(([connection, identity]) => [
      edge(pipeline, connection),
      edge(connection, identity),
      edge(identity, role),
    ]);

    const pictures = splitGraph({ nodes: [pipeline, role, ...pairs.flat()], edges });

    expect(listLabels(pictures)).toEqual(
      pairs.map(([connection, identity]) => ["Reader", connection.label, "deploy", identity.label]),
    );
    expect(pictures.flatMap((picture) => picture.edges)).toHaveLength(edges.length);
    expect(pictures[0]?.nodes.map(({ label, pictures: count }) => [label, count])).toEqual([
      ["c0", 1],
      ["i0", 1],
      ["deploy", 20],
      ["Reader", 20],
    ]);
  });

  it("loses neither a node nor an edge that touches no connection and no identity", () => {
    const connections = Array.from({ length: 20 }, (_, index) => node("connection", `c${index}`));
    const [pipeline, role] = [node("pipeline", "deploy"), node("role", "Reader")];
    const edges = [...connections.map((connection) => edge(pipeline, connection)), edge(pipeline, role)];

    const pictures = splitGraph({ nodes: [pipeline, role, ...connections], edges });

    expect(listLabels(pictures)).toContainEqual(["Reader", "deploy"]);
    expect(pictures.flatMap((picture) => picture.edges)).toHaveLength(edges.length);
  });

  it("passes over an edge to a node that the report does not have", () => {
    const [a, gone] = [node("connection", "a"), node("identity", "gone")];

    expect(splitGraph({ nodes: [a], edges: [edge(a, gone)] })).toEqual([{ nodes: [{ ...a, pictures: 1 }], edges: [] }]);
  });
});
