import fc from "fast-check";
import { answerList, parseFilter } from "../../../../emulator/services/graph/list-query";

describe("parseFilter", () => {
  // https://learn.microsoft.com/graph/filter-query-parameter
  it("reads the forms that clients use", () => {
    expect(parseFilter("appId eq 'a' and startswith(displayName,'b') and identifierUris/any(uri:uri eq 'c')")).toEqual([
      { property: "appId", operator: "eq", value: "a" },
      { property: "displayName", operator: "startswith", value: "b" },
      { property: "identifierUris", operator: "any", value: "c" },
    ]);
  });

  it.each(["", "appId ne 'a'", "appId eq a", "appId eq 'a' or appId eq 'b'", "not(appId eq 'a')", "appId eq 'a' and "])(
    "refuses %j",
    (filter) => {
      expect(() => parseFilter(filter)).toThrow("Unsupported or invalid query filter clause");
    },
  );

  it("keeps any value whole, quotes and the word and in it included", () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom("", " and ", "'", "''"), (text, inserted) => {
        const value = text + inserted + text;
        const filter = `displayName eq '${value.replaceAll("'", "''")}' and appId eq 'a'`;
        expect(parseFilter(filter)).toEqual([
          { property: "displayName", operator: "eq", value },
          { property: "appId", operator: "eq", value: "a" },
        ]);
      }),
    );
  });
});

describe("answerList", () => {
  const objects = Array.from({ length: 7 }, (_, index) => ({ id: `i${index}`, displayName: "x", tags: ["T"] }));
  const url = (query: string) => new URL(`https://graph.microsoft.com/v1.0/applications?${query}`);

  it("cuts pages that join to the whole", () => {
    const seen: unknown[] = [];
    let next: URL | undefined = url("$top=3&$count=true&$select=id");
    while (next !== undefined) {
      const answer = answerList(next, "context", objects);
      expect(answer["@odata.count"]).toBe(7);
      seen.push(...(answer["value"] as unknown[]));
      const link: unknown = answer["@odata.nextLink"];
      next = typeof link === "string" ? new URL(link) : undefined;
    }
    expect(seen).toEqual(objects.map(({ id }) => ({ id })));
  });

  it("filters without letter case, by a string and by any of a list", () => {
    const find = (filter: string) =>
      answerList(url(`$filter=${encodeURIComponent(filter)}`), "context", objects)["value"];
    expect(find("id eq 'I3'")).toEqual([objects[3]]);
    expect(find("tags/any(t:t eq 't') and startswith(id,'i6')")).toEqual([objects[6]]);
    expect(find("missing eq 'x'")).toEqual([]);
  });

  it("refuses a page size that is no number", () => {
    expect(() => answerList(url("$top=all"), "context", objects)).toThrow("Invalid number 'all' in the query.");
  });
});
