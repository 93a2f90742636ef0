import { limitPicture } from "../../../../../report/render/html/graph/limit-picture";
import { edge, node } from "../../../../support/report-builder";

function inOnePicture<T extends object>(one: T): T & { readonly pictures: number } {
  return { ...one, pictures: 1 };
}

describe("limitPicture", () => {
  const identity = inOnePicture(node("identity", "id"));

  it("leaves a picture that can be read as it is", () => {
    const role = inOnePicture(node("role", "Reader"));
    const picture = { nodes: [identity, role], edges: [edge(identity, role)] };

    expect(limitPicture(picture)).toBe(picture);
  });

  it("keeps what changes and one node for the rest of a column that is too long", () => {
    const roles = Array.from({ length: 40 }, (_, index) =>
      inOnePicture(node("role", `role ${index}`, index === 39 ? { state: "added", level: "high" } : {})),
    );

    const { nodes, edges } = limitPicture({
      nodes: [identity, ...roles],
      edges: roles.map((role) => edge(identity, role)),
    });

    expect(nodes).toHaveLength(13);
    expect(nodes.map(({ label }) => label)).toContain("role 39");
    expect(nodes.at(-1)).toMatchObject({ kind: "role", label: "and 29 more roles", state: "unchanged" });
    expect(edges).toHaveLength(12);
    expect(edges.at(-1)).toEqual({ from: identity.id, to: nodes.at(-1)?.id, state: "unchanged" });
  });

  it("says of the rest that it changes where any of it does, and how high it is", () => {
    const roles = Array.from({ length: 20 }, (_, index) =>
      inOnePicture(node("role", `role ${index}`, { state: index % 2 === 0 ? "added" : "removed", level: "medium" })),
    );

    const { nodes } = limitPicture({ nodes: roles, edges: [] });

    expect(nodes.at(-1)).toMatchObject({ label: "and 9 more roles", state: "changed", level: "medium" });
  });
});
